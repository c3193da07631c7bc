import type { CDPSession, Page } from '@playwright/test';

/** What the page's main thread does between two frames, in milliseconds of its own processor time. */
export interface FrameWork {
  readonly total: number;
  readonly scripting: number;
  readonly style: number;
  readonly layout: number;
  readonly paint: number;
}

/** The trace event format of Chromium; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time: waiting for a core is not in it. */
  readonly tdur?: number;
  readonly tts?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly name?: string } };
}

const CATEGORIES = [
  'toplevel',
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
];

/** The page marks the beginning of each of its frames with this name. */
export const FRAME_MARK = 'bench-frame';

const KINDS: Readonly<Record<string, keyof Omit<FrameWork, 'total'>>> = {
  FunctionCall: 'scripting',
  EventDispatch: 'scripting',
  FireAnimationFrame: 'scripting',
  TimerFire: 'scripting',
  RunMicrotasks: 'scripting',
  WebSocketReceive: 'scripting',
  'v8.callFunction': 'scripting',
  MinorGC: 'scripting',
  MajorGC: 'scripting',
  UpdateLayoutTree: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
};

/** Records a real trace while `run` works in the page; the answer has one entry a frame between two marks. */
export async function traceFrames<Value>(
  page: Page,
  run: () => Promise<Value>,
): Promise<{ value: Value; frames: FrameWork[]; events: TraceEvent[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  const value = await run();
  const events = await endTracing(session);
  await session.detach();
  return { value, frames: framesOf(events), events };
}

async function endTracing(session: CDPSession): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  const complete = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.end');
  await complete;
  return events;
}

function framesOf(events: readonly TraceEvent[]): FrameWork[] {
  const first = events.find(({ name }) => name === FRAME_MARK);
  if (first === undefined) throw new Error('the trace holds no frame marks');
  const main = events
    .filter(({ pid, tid }) => pid === first.pid && tid === first.tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const marks = main.filter(({ name }) => name === FRAME_MARK).map(({ ts }) => ts);

  const frames = marks
    .slice(1)
    .map(() => ({ total: 0, scripting: 0, style: 0, layout: 0, paint: 0 }));
  let frame = -1;
  const open: { end: number; kind: keyof Omit<FrameWork, 'total'> | null }[] = [];
  for (const { name, ph, ts, dur = 0, tdur = dur } of main) {
    if (ph !== 'X') continue;
    while (frame + 1 < marks.length && ts >= (marks[frame + 1] as number)) frame += 1;
    const into = frames[frame];
    while (open.length > 0 && ts >= (open.at(-1) as { end: number }).end) open.pop();
    if (into === undefined) continue;
    const inside = open.at(-1);
    // A task that began before the mark is counted where it began.
    if (inside === undefined) into.total += tdur / 1000;
    const kind = KINDS[name] ?? inside?.kind ?? null;
    if (kind !== null && kind !== inside?.kind) {
      into[kind] += tdur / 1000;
      if (inside !== undefined && inside.kind !== null) into[inside.kind] -= tdur / 1000;
    }
    open.push({ end: ts + dur, kind });
  }
  return frames;
}
