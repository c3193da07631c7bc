import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { buildIfStale } from '../../electron/start/build.ts';
import type { BenchRow } from './bench-row.ts';
import { FRAME_MARK, traceFrames } from './frame-trace.ts';
import {
  hengmo,
  launchBrowser,
  openRanking,
  percentile,
  serve,
  writeLargeWorkbook,
} from './served-workbench.ts';

/** The whole way in a real browser: from the start to the first ranking, and from the hand to the painted frame. */

const DRAG_FRAMES = 180;

export async function run(): Promise<BenchRow[]> {
  await buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-bench-'));
  const browser = await launchBrowser();
  try {
    const sample = join(folder, 'sample.hengmo');
    hengmo('sample', sample);
    const large = writeLargeWorkbook(folder);
    return [
      ...(await measureStart(browser, sample, folder)),
      ...(await measureDrag(browser, sample, folder, '14 × 25')),
      ...(await measureDrag(browser, large, folder, '1,000 × 50')),
    ];
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Warm disk: the first start is not counted. */
async function measureStart(
  browser: Browser,
  workbook: string,
  folder: string,
): Promise<BenchRow[]> {
  const times: number[] = [];
  const processor: number[] = [];
  for (let start = 0; start < 4; start++) {
    const began = performance.now();
    const { url, end } = await serve(workbook, folder);
    const page = await openRanking(browser, url);
    times.push(performance.now() - began);
    processor.push(await processorTimeOf(page));
    await page.close();
    await end();
  }
  const medianOfWarm = ([, ...warm]: readonly number[]) =>
    warm.toSorted((a, b) => a - b)[1] ?? Number.NaN;
  return [
    {
      name: 'start to interactive (web shell, host and page)',
      value: medianOfWarm(times),
      unit: 'ms',
      budget: 2000,
    },
    {
      name: "start to interactive, processor time of the page's process",
      value: medianOfWarm(processor),
      unit: 'ms',
    },
  ];
}

/** What the process of the page has used so far, in milliseconds; a busy machine does not change it much. */
async function processorTimeOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? Number.NaN) * 1000;
}

interface DragFigures {
  /** Milliseconds between painted frames while the slider moves in every one. */
  frames: number[];
  /** Milliseconds from a move of the hand to the frame in which the first scores after that move are painted. */
  latencies: number[];
  /** The same frames with nothing to do: what the browser gives at best. */
  idle: number[];
  /** How often other scores were painted, for each second of the drag. */
  updatesPerSecond: number;
}

function betweenFrames(name: string, { frames, idle }: DragFigures): BenchRow {
  const floor = percentile(idle, 0.95);
  const value = percentile(frames, 0.95);
  return {
    name: `${name}: between painted frames, p95 (floor: idle frames)`,
    value,
    unit: 'ms',
    floor,
    ratio: value / floor,
    budget: 17.5,
  };
}

async function measureDrag(
  browser: Browser,
  workbook: string,
  folder: string,
  size: string,
): Promise<BenchRow[]> {
  const { url, end } = await serve(workbook, folder);
  const page = await openRanking(browser, url);
  const drag = () => page.evaluate(dragInPage, { frameCount: DRAG_FRAMES, frameMark: FRAME_MARK });
  // Its code is not compiled yet.
  const first = await drag();
  // Apart, because tracing costs frames of its own.
  const { frames: work } = await traceFrames(page, drag);
  const figures = await drag();
  await page.close();
  await end();
  return [
    betweenFrames(`first drag ${size}`, first),
    betweenFrames(`drag ${size}`, figures),
    {
      name: `drag ${size}: processor time of the page per frame, total, median`,
      value: percentile(
        work.map(({ total }) => total),
        0.5,
      ),
      unit: 'ms',
    },
    ...(['total', 'scripting', 'style', 'layout', 'paint'] as const).map((kind) => ({
      name: `drag ${size}: processor time of the page per frame, ${kind}, p95`,
      value: percentile(
        work.map((frame) => frame[kind]),
        0.95,
      ),
      unit: 'ms' as const,
    })),
    {
      // Frames would also be short if the ranking stood still.
      name: `drag ${size}: different scores painted`,
      value: figures.updatesPerSecond,
      unit: '/s',
    },
    {
      name: `drag ${size}: hand to painted scores, median`,
      value: percentile(figures.latencies, 0.5),
      unit: 'ms',
    },
    {
      name: `drag ${size}: hand to painted scores, p95`,
      value: percentile(figures.latencies, 0.95),
      unit: 'ms',
    },
  ];
}

/** Runs in the page: moves the first slider once a frame, as a hand at the display's pace does. */
async function dragInPage(options: {
  readonly frameCount: number;
  readonly frameMark: string;
}): Promise<DragFigures> {
  const { frameCount, frameMark } = options;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const handle = document.querySelector<HTMLElement>('[role="slider"]');
  const list = document.querySelector('[role="listbox"]');
  if (handle === null || list === null) throw new Error('no slider or no ranking');

  const measure = async (step: (frame: number) => void): Promise<number[]> => {
    const gaps: number[] = [];
    let before = await nextFrame();
    for (let frame = 0; frame < frameCount; frame++) {
      step(frame);
      const now = await nextFrame();
      gaps.push(now - before);
      before = now;
    }
    return gaps;
  };
  const idle = await measure(() => undefined);

  const box = handle.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const pointer = (type: string, at: number) =>
    handle.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        pointerId: 1,
        button: 0,
        buttons: 1,
        clientX: at,
        clientY: y,
      }),
    );
  // A pointer made by script cannot be captured; the events go to the handle all the same.
  Element.prototype.setPointerCapture = () => undefined;

  const latencies: number[] = [];
  let movedAt: number | null = null;
  // During a drag the rows are painted on a canvas. A step is seen when the scores in it are others than before.
  const { prototype } = CanvasRenderingContext2D;
  const { fillText } = prototype;
  let painting = '';
  let shown = '';
  let steps = 0;
  prototype.fillText = function write(...line) {
    if (/^\d+\.\d$/u.test(line[0])) painting += `${line[0]} `;
    fillText.apply(this, line);
  };
  const noteStep = () => {
    if (painting !== '' && painting !== shown) {
      shown = painting;
      steps += 1;
      if (movedAt !== null) latencies.push(performance.now() - movedAt);
      movedAt = null;
    }
    painting = '';
  };

  pointer('pointerdown', x);
  const frames = await measure((frame) => {
    performance.mark(frameMark);
    noteStep();
    movedAt ??= performance.now();
    pointer('pointermove', x + 60 * Math.sin(frame / 12));
  });
  pointer('pointermove', x);
  pointer('pointerup', x);
  prototype.fillText = fillText;
  const seconds = frames.reduce((sum, gap) => sum + gap, 0) / 1000;
  return { frames, latencies, idle, updatesPerSecond: steps / seconds };
}
