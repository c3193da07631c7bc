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
    const cold = await milliseconds(() => exportBrief(services));
    const pdf = await afterEdits(services, () => exportBrief(services));
    await previewBrief(services);
    const pages = await afterEdits(services, () => previewBrief(services));
    return [
      {
        name: 'brief of the bundled data, cold, to the PDF file',
        value: cold,
        unit: 'ms',
        budget: 1500,
      },
      {
        name: 'brief re-typeset after an edit, to the PDF file',
        value: pdf,
        unit: 'ms',
        budget: 150,
      },
      {
        name: 'brief re-typeset after an edit, to preview pages',
        value: pages,
        unit: 'ms',
        budget: 150,
      },
    ];
  } finally {
    await services.close();
  }
}

/** Median over edits of one cell, each of which changes scores, ranks and charts. */
async function afterEdits(
  services: TestServices,
  typeset: () => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    await services.call('cells.edit', {
      scenario: BASELINE,
      edits: [{ unit: unit('alibaba'), indicator: node('I04'), value: 9000 + 700 * edit }],
      note: '',
      baseRevision: services.revision,
    });
    times.push(await milliseconds(typeset));
  }
  return times.toSorted((a, b) => a - b)[EDITS >> 1] ?? Number.NaN;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
