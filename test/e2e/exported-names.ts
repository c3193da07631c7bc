import { readFileSync } from 'node:fs';
import { runCommand } from './run-command.ts';

interface Named {
  readonly code: string;
  readonly name: Readonly<Record<'zh' | 'en', string>>;
}

export interface ExportedNames {
  unit(code: string): string;
  node(code: string): string;
}

/** Names of the units and the nodes of a workbook as the command line exports them, in both languages. */
export async function exportedNames(workbook: string): Promise<Record<'zh' | 'en', ExportedNames>> {
  const file = `${workbook}.json`;
  await runCommand('export', workbook, '--to', 'json', '--out', file);
  const { units, framework } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly units: readonly Named[];
    readonly framework: { readonly nodes: readonly Named[] };
  };
  const namesIn = (language: 'zh' | 'en'): ExportedNames => {
    const lookUp = (named: readonly Named[]) => {
      const names = new Map(named.map(({ code, name }) => [code, name[language]]));
      return (code: string) => names.get(code) ?? `no name of ${code}`;
    };
    return { unit: lookUp(units), node: lookUp(framework.nodes) };
  };
  return { zh: namesIn('zh'), en: namesIn('en') };
}
