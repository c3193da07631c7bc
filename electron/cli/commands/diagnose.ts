import { Option, type Command } from 'commander';
import { addAnalysisCommand, type AnalysisOptions } from '../analysis-command.ts';
import { addMethodOptions, runOf } from '../method-options.ts';
import type { Surroundings } from '../surroundings.ts';

interface DiagnoseOptions extends AnalysisOptions {
  readonly show: 'data' | 'influence' | 'research';
  readonly correlation: 'pearson' | 'spearman' | 'kendall';
}

/** `hengmo diagnose`: how sound the data are, what the weights really do, which gap matters most. */
export function addDiagnoseCommand(program: Command, surroundings: Surroundings): void {
  const command = addAnalysisCommand(
    program,
    'diagnose',
    'distributions, availability, correlations and consistency of the indicators',
  )
    .addOption(
      new Option(
        '--show <what>',
        'data; influence: declared and effective weights and what each node really does to the index; research: which gap to fill next',
      )
        .choices(['data', 'influence', 'research'])
        .default('data'),
    )
    .addOption(
      new Option('--correlation <kind>', 'of the normalised values, over the units that have both')
        .choices(['pearson', 'spearman', 'kendall'])
        .default('pearson'),
    );
  addMethodOptions(command).action(async (path: string, options: DiagnoseOptions) => {
    const show = { data, influence, research }[options.show];
    surroundings.out(await show(path, options, surroundings));
  });
}

async function data(path: string, options: DiagnoseOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { diagnosisOf } = await import('../../services/analysis.ts');
  const { diagnosisJson } = await import('../../services/analysis-output.ts');
  const { diagnosisTable } = await import('../analysis-tables.ts');
  const diagnosis = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    diagnosisOf(request, options.correlation),
  );
  return options.format === 'json' ? diagnosisJson(diagnosis) : diagnosisTable(diagnosis);
}

async function influence(path: string, options: DiagnoseOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { influenceOf } = await import('../../services/weight-analysis.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { influenceTable } = await import('../weight-tables.ts');
  const nodes = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    influenceOf(request),
  );
  return options.format === 'json' ? printJson(nodes) : influenceTable(nodes);
}

async function research(path: string, options: DiagnoseOptions, surroundings: Surroundings) {
  const { withRequest } = await import('../../services/with-request.ts');
  const { researchOf } = await import('../../services/weight-analysis.ts');
  const { printJson } = await import('../../services/print-json.ts');
  const { researchTable } = await import('../weight-tables.ts');
  const gaps = await withRequest(path, runOf(options), surroundings, ({ request }) =>
    researchOf(request),
  );
  return options.format === 'json' ? printJson(gaps) : researchTable(gaps);
}
