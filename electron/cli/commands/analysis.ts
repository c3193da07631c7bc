import { Option, type Command } from 'commander';
import { addMethodOptions, methodPart, type MethodOptions } from '../method-options.ts';
import { parseWhole } from '../numbers.ts';
import type { Surroundings } from '../surroundings.ts';

interface AnalysisOptions extends MethodOptions {
  readonly scenario?: string;
  readonly format: 'table' | 'json';
}

function formatOption(): Option {
  return new Option('--format <format>', 'table: rounded; json: full precision')
    .choices(['table', 'json'])
    .default('table');
}

function begin(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .argument('<workbook>')
    .option('--scenario <name>', 'name or id of a scenario (default: baseline)')
    .addOption(formatOption());
}

async function requestOf(path: string, options: AnalysisOptions, surroundings: Surroundings) {
  const { withWorkbook } = await import('../../services/workbook-file.ts');
  const { requestOfRun } = await import('../../services/score-workbook.ts');
  return withWorkbook(path, surroundings, (workbook) =>
    requestOfRun(workbook, {
      scenario: options.scenario ?? null,
      methodPart: (own) => methodPart(options, own),
      weightsFile: null,
    }),
  );
}

/** `hengmo explain`: why one unit stands above another. */
export function addExplainCommand(program: Command, surroundings: Surroundings): void {
  const command = begin(program, 'explain', 'why one unit stands above another')
    .requiredOption('--a <unit>', 'code of a ranked unit')
    .requiredOption('--b <unit>', 'code of another');
  addMethodOptions(command).action(
    async (path: string, options: AnalysisOptions & { readonly a: string; readonly b: string }) => {
      const { explainPair } = await import('../../services/analysis.ts');
      const { pairJson } = await import('../../services/analysis-output.ts');
      const { pairTable } = await import('../analysis-tables.ts');
      const answer = explainPair(
        await requestOf(path, options, surroundings),
        options.a,
        options.b,
      );
      surroundings.out(options.format === 'json' ? pairJson(answer) : pairTable(answer));
    },
  );
}

/** `hengmo stability`: the exact span in which each weight can move. */
export function addStabilityCommand(program: Command, surroundings: Surroundings): void {
  const command = begin(
    program,
    'stability',
    'how far each weight can move, by the slider rule, before the ranking changes',
  )
    .addOption(
      new Option('--top <count>', 'only the set of the first ranks must stay')
        .argParser(parseWhole(1, 1_000_000))
        .conflicts('pair'),
    )
    .addOption(new Option('--pair <units...>', 'only the order of two units must stay'))
    .option('--lock <nodes...>', 'nodes that never move', []);
  addMethodOptions(command).action(
    async (
      path: string,
      options: AnalysisOptions & {
        readonly top?: number;
        readonly pair?: readonly string[];
        readonly lock: readonly string[];
      },
    ) => {
      const { askedStability, stabilityOf } = await import('../../services/analysis.ts');
      const { stabilityJson } = await import('../../services/analysis-output.ts');
      const { stabilityTable } = await import('../analysis-tables.ts');
      const request = await requestOf(path, options, surroundings);
      const { asked, locked } = askedStability(request, options);
      const answers = stabilityOf(request, asked, locked);
      surroundings.out(
        options.format === 'json' ? stabilityJson(answers) : stabilityTable(answers),
      );
    },
  );
}

/** `hengmo diagnose`: distributions, availability, correlations, consistency. */
export function addDiagnoseCommand(program: Command, surroundings: Surroundings): void {
  const command = begin(
    program,
    'diagnose',
    'distributions, availability, correlations and consistency of the indicators',
  ).addOption(
    new Option('--correlation <kind>', 'of the normalised values, over the units that have both')
      .choices(['pearson', 'spearman', 'kendall'])
      .default('pearson'),
  );
  addMethodOptions(command).action(
    async (
      path: string,
      options: AnalysisOptions & { readonly correlation: 'pearson' | 'spearman' | 'kendall' },
    ) => {
      const { diagnosisOf } = await import('../../services/analysis.ts');
      const { diagnosisJson } = await import('../../services/analysis-output.ts');
      const { diagnosisTable } = await import('../analysis-tables.ts');
      const diagnosis = diagnosisOf(
        await requestOf(path, options, surroundings),
        options.correlation,
      );
      surroundings.out(
        options.format === 'json' ? diagnosisJson(diagnosis) : diagnosisTable(diagnosis),
      );
    },
  );
}
