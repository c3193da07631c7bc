import { Option, type Command } from 'commander';
import { addMethodOptions, methodPart, type MethodOptions } from '../method-options.ts';
import type { Surroundings } from '../surroundings.ts';

type Format = 'table' | 'csv' | 'json';

interface ScoreOptions extends MethodOptions {
  readonly scenario?: string;
  readonly weights?: string;
  readonly format: Format;
  readonly intervals?: true;
  readonly out?: string;
}

export function addScoreCommand(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('score')
    .description('score and rank the units of a workbook')
    .argument('<workbook>')
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .option('--weights <file>', 'local weights: CSV with iCode, Weight, or JSON {"code": weight}')
    .addOption(
      new Option(
        '--format <format>',
        'table: rounded, two levels; csv, json: every node, full precision',
      )
        .choices(['table', 'csv', 'json'])
        .default('table'),
    )
    .option(
      '--intervals',
      'also the lowest and highest score and the best and worst rank that the gaps allow, for certain and plausibly',
    )
    .option('--out <file>', 'write there instead of to stdout');
  addMethodOptions(command).action(async (path: string, options: ScoreOptions) => {
    const { withWorkbook } = await import('../../services/workbook-file.ts');
    const { scoreWorkbook } = await import('../../services/score-workbook.ts');
    const { refuseOverWorkbook, writeOutput } = await import('../../services/output-file.ts');
    if (options.out !== undefined) refuseOverWorkbook(options.out, path);
    const intervals = options.intervals === true;
    const scored = await withWorkbook(path, surroundings, (workbook) =>
      scoreWorkbook(
        workbook,
        {
          scenario: options.scenario ?? null,
          methodPart: (own) => methodPart(options, own),
          weightsFile: options.weights ?? null,
        },
        { plausible: intervals },
      ),
    );
    const { notesInWords } = await import('../../../shared/text/note-in-words.ts');
    const { createNames } = await import('../../../shared/text/names.ts');
    const { scoreCsv, scoreJson } = await import('../../services/score-output.ts');
    const { scoreTable } = await import('../score-table.ts');
    const write = { csv: scoreCsv, json: scoreJson, table: scoreTable }[options.format];
    const text = write(scored, { intervals });
    if (options.out === undefined) surroundings.out(text);
    else await writeOutput(options.out, text);
    // What became of whole columns and of single values is part of the answer, and no part of the data.
    for (const note of notesInWords(scored.result.notes, createNames('en', [], []))) {
      surroundings.message(`note: ${note}`);
    }
  });
}
