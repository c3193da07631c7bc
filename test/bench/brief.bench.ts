import { sampleContent } from '../../electron/services/sample.ts';
import { BASELINE } from '../../shared/model/ids.ts';
import { exportBrief, previewBrief } from '../support/export-brief.ts';
import { createSettableClock } from '../support/settable-clock.ts';
import { node, unit } from '../support/small-content.ts';
import { startTestServices, type TestServices } from '../support/test-services.ts';
import { resourcesFolder } from '../support/test-shell.ts';
import type { BenchRow } from './bench-row.ts';

const EDITS = 7;

/** The whole way: from the request, through scores, brief, charts and typesetting, to the file or the pages. */
export async function run(): Promise<BenchRow[]> {
  const services = await startTestServices(null);
  try {
    const content = await sampleContent(resourcesFolder, 'zh', createSettableClock());
    await services.session.create(services.workbookPath, content);
    const cold = await cost(() => exportBrief(services));
    const pdf = await afterEdits(services, () => exportBrief(services));
    await previewBrief(services);
    const pages = await afterEdits(services, () => previewBrief(services));
    return [
      ...rows('brief of the bundled data, cold, to the PDF file', cold, 1500),
      ...rows('brief re-typeset after an edit, to the PDF file', pdf, 150),
      ...rows('brief re-typeset after an edit, to preview pages', pages, 150),
    ];
  } finally {
    await services.close();
  }
}

interface Cost {
  readonly wall: number;
  /** Of all threads: what a busy machine does not change much. */
  readonly processor: number;
}

function rows(name: string, { wall, processor }: Cost, budget: number): BenchRow[] {
  return [
    { name, value: wall, unit: 'ms', budget },
    { name: `${name}, processor time`, value: processor, unit: 'ms' },
  ];
}

/** Medians over edits of one cell, each of which changes scores, ranks and charts. */
async function afterEdits(services: TestServices, typeset: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    await services.call('cells.edit', {
      scenario: BASELINE,
      edits: [{ unit: unit('alibaba'), indicator: node('I04'), value: 9000 + 700 * edit }],
      note: '',
      baseRevision: services.revision,
    });
    costs.push(await cost(typeset));
  }
  const median = (part: keyof Cost) =>
    costs.map((each) => each[part]).toSorted((a, b) => a - b)[EDITS >> 1] ?? Number.NaN;
  return { wall: median('wall'), processor: median('processor') };
}

async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const started = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { wall: performance.now() - started, processor: (user + system) / 1000 };
}
