import { parentPort, workerData } from 'node:worker_threads';
import { createTypesetter, type TypesetterFiles } from '../brief/typesetter.ts';
import type { TypesetReply, TypesetRequest } from './typeset-messages.ts';

/** Typesets one brief after the other; fonts, template and what did not change stay in memory. */

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker');

const typesetter = createTypesetter(workerData as TypesetterFiles);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
const say = (reply: TypesetReply) => port.postMessage(reply);

port.on('message', ({ brief, output }: TypesetRequest) => {
  try {
    const onStage = (stage: Extract<TypesetReply, { kind: 'stage' }>['stage']) =>
      say({ kind: 'stage', stage });
    if (output === 'pdf') say({ kind: 'pdf', pdf: typesetter.pdf(brief, onStage) });
    else say({ kind: 'pages', pages: typesetter.pages(brief, onStage) });
  } catch (cause) {
    say({ kind: 'failed', message: cause instanceof Error ? cause.message : String(cause) });
  }
});
