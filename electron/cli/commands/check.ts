import type { Command } from 'commander';
import type { Surroundings } from '../surroundings.ts';

export function addCheckCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('check')
    .description('verify file, schema and history chain of a workbook')
    .argument('<workbook>')
    .action(async (path: string) => {
      const { checkWorkbook } = await import('../../services/check.ts');
      const { acts } = await checkWorkbook(path, surroundings);
      surroundings.message(`${path}: file, schema and history chain are sound (${acts} acts)`);
    });
}
