import { join } from 'node:path';
import { type BriefRequest, BriefSection } from '../../shared/contract/brief-operations.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { BASELINE, type JobId } from '../../shared/model/ids.ts';
import { CONNECTION, type TestServices } from './test-services.ts';

export const WHOLE_BRIEF: BriefRequest = {
  scenario: BASELINE,
  language: 'zh',
  sections: [...BriefSection.options],
};

export type JobEnd = Extract<AppEvent, { type: 'job.finished' }>;

/** Waits for the end of a job. */
export async function endOf({ events }: TestServices, job: JobId): Promise<JobEnd> {
  for (;;) {
    const end = events.find(
      (event): event is JobEnd => event.type === 'job.finished' && event.job === job,
    );
    if (end !== undefined) return end;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

let files = 0;

/** Exports the brief by the real service. Returns the path of the PDF. */
export async function exportBrief(
  services: TestServices,
  part: Partial<BriefRequest> = {},
): Promise<string> {
  files += 1;
  const path = join(services.folder, `brief-${files}.pdf`);
  const token = services.tokens.issue(path, 'save-pdf', CONNECTION);
  const request = { ...WHOLE_BRIEF, ...part };
  const { job } = await services.call('brief.export', { request, token });
  const { error } = await endOf(services, job);
  if (error !== null) throw new Error(`${error.code}: ${error.message}`);
  return path;
}

/** Typesets the preview by the real service. */
export async function previewBrief(services: TestServices, part: Partial<BriefRequest> = {}) {
  const { job } = await services.call('brief.preview', { ...WHOLE_BRIEF, ...part });
  const { error } = await endOf(services, job);
  if (error !== null) throw new Error(`${error.code}: ${error.message}`);
  return services.call('brief.pages', { job });
}
