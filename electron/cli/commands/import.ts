import type { Command } from 'commander';
import type { Surroundings } from '../surroundings.ts';

export function addImportCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('import')
    .description('create a workbook from a framework and data')
    .argument('<workbook>', 'file to create; must not exist')
    .requiredOption(
      '--framework <file>',
      'iMeta as CSV or XLSX (iCode, iName, Level, Parent, Weight, Direction, Type; optional Unit, Target, ' +
        'goalpost_lower, goalpost_upper, scaled_lower, scaled_upper, scale_factor), or framework JSON',
    )
    .requiredOption(
      '--data <file>',
      'CSV or XLSX with uCode, uName and one column per indicator (empty or NA = missing; other columns ' +
        'become attributes of the units), or an exported JSON workbook',
    )
    .action(async (workbook: string, { framework, data }: { framework: string; data: string }) => {
      const { refuseTakenPath, writeNewWorkbook } = await import('../../services/new-workbook.ts');
      const { importContent } = await import('../../services/import.ts');
      await refuseTakenPath(workbook);
      const { content } = await importContent(framework, data, 'zh', surroundings.clock);
      await writeNewWorkbook(workbook, content, surroundings);
      const indicators = content.framework.nodes.filter(({ indicator }) => indicator !== null);
      const cells = content.units.length * indicators.length;
      surroundings.message(
        `created ${workbook}: ${content.units.length} units × ${indicators.length} indicators, ` +
          `${content.adoptions.length} of ${cells} cells have a value`,
      );
    });
}
