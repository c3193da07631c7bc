import { Option, type Command } from 'commander';
import type { Surroundings } from '../surroundings.ts';

export function addExportCommand(program: Command, surroundings: Surroundings): void {
  program
    .command('export')
    .description('write everything in a workbook but its history; `import` reads it again')
    .argument('<workbook>')
    .addOption(
      new Option('--to <format>', 'csv: the data at --out, the other tables beside it')
        .choices(['xlsx', 'csv', 'json'])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <file>', 'file to write; an older one is replaced')
    .action(async (path: string, { to, out }: { to: 'xlsx' | 'csv' | 'json'; out: string }) => {
      const { withWorkbook } = await import('../../services/workbook-file.ts');
      const { exportWorkbook } = await import('../../services/export.ts');
      const { refuseOverWorkbook } = await import('../../services/output-file.ts');
      refuseOverWorkbook(out, path);
      const files = await withWorkbook(path, surroundings, (workbook) =>
        exportWorkbook(workbook, to, out),
      );
      for (const file of files) surroundings.message(`wrote ${file.path} (${file.bytes} bytes)`);
    });
}
