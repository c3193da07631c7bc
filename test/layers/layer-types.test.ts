import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Type-checks one file under the compiler settings of a layer, without touching the layer's own build. */
function compileAs(layer: string, source: string): string {
  const place = mkdtempSync(join(project, layer, 'type-probe-'));
  try {
    writeFileSync(join(place, 'probe.ts'), source);
    writeFileSync(
      join(place, 'tsconfig.json'),
      JSON.stringify({
        extends: '../tsconfig.json',
        compilerOptions: {
          composite: false,
          incremental: false,
          noEmit: true,
          emitDeclarationOnly: false,
          rootDir: '.',
          tsBuildInfoFile: null,
          outDir: null,
        },
        include: ['probe.ts'],
        references: [],
      }),
    );
    execFileSync('tsc', ['-p', place], { cwd: project, encoding: 'utf8' });
    return '';
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

test.each(['shared', 'electron/engine'])('%s compiles without DOM and Node types', (layer) => {
  expect(compileAs(layer, 'export const value: number = Math.max(1, 2);\n')).toBe('');
  expect(compileAs(layer, 'export const page = document.title;\n')).toContain(
    "Cannot find name 'document'",
  );
  expect(compileAs(layer, 'export const home = process.env;\n')).toContain("'process'");
  expect(compileAs(layer, `import fs from 'node:fs';\nexport const a = fs;\n`)).toContain(
    "'node:fs'",
  );
});

test('the renderer compiles without Node types', () => {
  expect(compileAs('renderer', 'export const title = document.title;\n')).toBe('');
  expect(compileAs('renderer', 'export const home = process.env;\n')).toContain("'process'");
});

test('the host compiles without DOM types', () => {
  expect(compileAs('electron/main', 'export const page = document.title;\n')).toContain(
    "Cannot find name 'document'",
  );
});
