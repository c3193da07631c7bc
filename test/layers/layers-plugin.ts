import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFault, layerOf, rootFiles } from './layer-table.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

interface Node {
  type: string;
  source?: { type: string; value: unknown } | null;
}
interface Context {
  filename: string;
  report(problem: { node: Node; message: string }): void;
}

function checkImports(context: Context) {
  const file = relative(projectFolder, context.filename).split(sep).join('/');
  const check = (node: Node) => {
    const source = node.source;
    if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
    // Vite's suffixes (`?url`, `?worker`) change how a file is read, not which one.
    const fault = importFault(file, source.value.replace(/\?.*$/, ''));
    if (fault !== undefined) context.report({ node, message: fault });
  };
  return {
    Program(node: Node) {
      if (layerOf(file) === undefined && !rootFiles.includes(file)) {
        context.report({
          node,
          message: `${file} is in no folder of the layer table (test/layers/layer-table.ts)`,
        });
      }
    },
    ImportDeclaration: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    ImportExpression: check,
  };
}

/** Rules of oxlint that know this project. */
export default {
  meta: { name: 'layers' },
  rules: { imports: { create: checkImports } },
};
