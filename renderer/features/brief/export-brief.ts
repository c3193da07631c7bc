import type { BriefRequest } from '../../../shared/contract/brief-operations.ts';
import { callHost } from '../../stores/host-connection.ts';
import { type JobProgress, runJob } from '../../stores/run-job.ts';
import { handOver, nameWith } from '../../ui/hand-over.ts';

/** Asks where to, typesets the PDF, and hands it to the analyst. Nothing is left where it was to stand when it fails. */
export async function exportBrief(
  request: BriefRequest,
  onProgress: (progress: JobProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  const target = await callHost('files.pickSave', {
    purpose: 'save-pdf',
    suggestedName: nameWith('pdf'),
  });
  if (target === null) return;
  await runJob(() => callHost('brief.export', { request, token: target.token }), {
    onProgress,
    signal,
  });
  await handOver(target.fileName, target.token);
}
