import { Option, type Command } from 'commander';
import type { Language } from '../../../shared/model/language.ts';
import type { Surroundings } from '../surroundings.ts';

export function addSampleCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('sample')
    .description('create a workbook from the bundled data set')
    .argument('<workbook>', 'file to create; must not exist')
    .addOption(
      new Option('--lang <language>', 'language of the root scenario’s name')
        .choices(['zh', 'en'])
        .default('zh'),
    )
    .action(async (workbook: string, { lang }: { lang: Language }) => {
      const { sampleContent } = await import('../../services/sample.ts');
      const { writeNewWorkbook } = await import('../../services/new-workbook.ts');
      const { resourcesFolder, clock, message } = surroundings;
      await writeNewWorkbook(
        workbook,
        await sampleContent(resourcesFolder, lang, clock),
        surroundings,
      );
      message(`created ${workbook}`);
    });
}
