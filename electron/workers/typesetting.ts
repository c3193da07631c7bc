import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/contract/errors.ts';
import type { Brief } from '../brief/brief.ts';
import type { SvgPages } from '../brief/split-pages.ts';
import type { TypesetterFiles, TypesettingStage } from '../brief/typesetter.ts';
import type { TypesetOutput, TypesetReply, TypesetRequest } from './typeset-messages.ts';
import { workerFile } from './worker-file.ts';

export interface TypesettingRun {
  readonly signal: AbortSignal;
  readonly onStage: (stage: TypesettingStage) => void;
}

/** The typesetter in a worker of its own: started at the first need, kept warm, one brief at a time. */
export interface Typesetting {
  /** Starts the worker, so that it loads while the brief is being put together. */
  warmUp(): void;
  pdf(brief: Brief, run: TypesettingRun): Promise<Uint8Array>;
  pages(brief: Brief, run: TypesettingRun): Promise<SvgPages>;
  close(): Promise<void>;
}

/** Typesetting cannot be interrupted; work that nobody wants and that takes longer is ended with its worker. */
const PATIENCE_MS = 2000;

type Result = Extract<TypesetReply, { kind: 'pdf' | 'pages' }>;

interface Waiting {
  readonly request: TypesetRequest;
  readonly run: TypesettingRun;
  readonly settle: (outcome: Result | Error) => void;
}

const cancelled = () => new AppError('E_CANCELLED', 'typesetting was cancelled');

export function createTypesetting(files: TypesetterFiles): Typesetting {
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let queue: readonly Waiting[] = [];
  let patience: NodeJS.Timeout | undefined;

  function started(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(workerFile('typeset'), { workerData: files });
    made.on('message', (reply: TypesetReply) => {
      if (made === worker) receive(reply);
    });
    made.on('error', (cause) => lose(made, cause));
    made.on('exit', () => lose(made, new Error('the typesetting worker ended')));
    // An idle worker must not keep the process alive.
    made.unref();
    worker = made;
    return made;
  }

  function receive(reply: TypesetReply): void {
    switch (reply.kind) {
      case 'stage':
        if (current?.run.signal.aborted === false) current.run.onStage(reply.stage);
        return;
      case 'failed':
        return finish(new AppError('E_INTERNAL', reply.message));
      default:
        finish(reply);
    }
  }

  function lose(lost: Worker, cause: Error): void {
    if (lost !== worker) return;
    worker = null;
    finish(new AppError('E_INTERNAL', 'the brief could not be typeset', {}, { cause }));
  }

  function finish(outcome: Result | Error): void {
    clearTimeout(patience);
    worker?.unref();
    const finished = current;
    current = null;
    finished?.settle(outcome);
    startNext();
  }

  function startNext(): void {
    if (current !== null) return;
    const [next, ...rest] = queue;
    if (next === undefined) return;
    queue = rest;
    current = next;
    const running = started();
    running.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
    running.postMessage(next.request);
  }

  function giveUp(waiting: Waiting): void {
    waiting.settle(cancelled());
    if (waiting !== current) {
      queue = queue.filter((each) => each !== waiting);
      return;
    }
    patience = setTimeout(() => {
      const stuck = worker;
      worker = null;
      void stuck?.terminate();
      finish(cancelled());
    }, PATIENCE_MS);
    patience.unref();
  }

  function ask(brief: Brief, output: TypesetOutput, run: TypesettingRun): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (run.signal.aborted) {
        reject(cancelled());
        return;
      }
      const onAbort = () => giveUp(waiting);
      const waiting: Waiting = {
        request: { brief, output },
        run,
        settle(outcome) {
          run.signal.removeEventListener('abort', onAbort);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      };
      run.signal.addEventListener('abort', onAbort, { once: true });
      queue = [...queue, waiting];
      startNext();
    });
  }

  return {
    warmUp: () => void started(),
    async pdf(brief, run) {
      const result = await ask(brief, 'pdf', run);
      if (result.kind !== 'pdf') throw new Error(`expected a PDF, found ${result.kind}`);
      return result.pdf;
    },
    async pages(brief, run) {
      const result = await ask(brief, 'pages', run);
      if (result.kind !== 'pages') throw new Error(`expected pages, found ${result.kind}`);
      return result.pages;
    },
    async close() {
      const closing = worker;
      worker = null;
      const abandoned = queue;
      queue = [];
      for (const waiting of abandoned) waiting.settle(cancelled());
      await closing?.terminate();
      finish(cancelled());
    },
  };
}
