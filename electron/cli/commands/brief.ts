import { Option, type Command } from 'commander';
import type { Surroundings } from '../surroundings.ts';

interface BriefOptions {
  readonly out: string;
  readonly lang: 'zh' | 'en';
  readonly scenario?: string;
}

export function addBriefCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('brief')
    .description('typeset the brief of a workbook as PDF')
    .argument('<workbook>')
    .requiredOption('--out <file.pdf>', 'file to write; an older one is replaced')
    .addOption(
      new Option('--lang <language>', 'language of the brief').choices(['zh', 'en']).default('zh'),
    )
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .action(async (path: string, { out, lang, scenario }: BriefOptions) => {
      const { withWorkbook } = await import('../../services/workbook-file.ts');
      const { writeBrief } = await import('../../services/brief.ts');
      const { refuseOverWorkbook } = await import('../../services/output-file.ts');
      refuseOverWorkbook(out, path);
      const { bytes } = await withWorkbook(path, surroundings, (workbook) =>
        writeBrief(
          workbook,
          { scenario: scenario ?? null, language: lang, path: out },
          surroundings,
        ),
      );
      surroundings.message(`wrote ${out} (${bytes} bytes)`);
    });
}
