import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfStale } from '../../electron/start/build.ts';
import type { BenchRow } from './bench-row.ts';
import { FRAME_MARK, traceFrames } from './frame-trace.ts';
import {
  launchBrowser,
  openRanking,
  percentile,
  serve,
  writeLargeWorkbook,
} from './served-workbench.ts';

const FRAMES = 180;
const PIXELS_A_FRAME = 40;

/** Scrolling the grid of 1,000 × 50 in the data view: what the page's main thread does in each frame. */
export async function run(): Promise<BenchRow[]> {
  await buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-bench-'));
  const browser = await launchBrowser();
  try {
    const { url, end } = await serve(writeLargeWorkbook(folder), folder);
    const page = await openRanking(browser, url);
    await page.keyboard.press('Control+6');
    await page.getByRole('gridcell').first().waitFor();
    const rows = [
      ...(await measure(page, 'down', { left: 0, top: PIXELS_A_FRAME })),
      ...(await measure(page, 'sideways', { left: PIXELS_A_FRAME, top: 0 })),
    ];
    await page.close();
    await end();
    return rows;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(
  page: Page,
  way: string,
  step: { readonly left: number; readonly top: number },
): Promise<BenchRow[]> {
  const scroll = () =>
    page.evaluate(scrollInPage, { ...step, frameCount: FRAMES, frameMark: FRAME_MARK });
  // The first time warms up the code.
  await scroll();
  const { frames } = await traceFrames(page, scroll);
  const part = (kind: 'total' | 'scripting' | 'style' | 'layout' | 'paint', share: number) =>
    percentile(
      frames.map((frame) => frame[kind]),
      share,
    );
  const name = `scrolling ${way} at 1,000 × 50, ${PIXELS_A_FRAME} px a frame: processor time of the page`;
  return [
    { name: `${name}, median`, value: part('total', 0.5), unit: 'ms' },
    { name: `${name}, p95`, value: part('total', 0.95), unit: 'ms', budget: 8 },
    ...(['scripting', 'style', 'layout', 'paint'] as const).map((kind) => ({
      name: `  of it ${kind}, p95`,
      value: part(kind, 0.95),
      unit: 'ms' as const,
    })),
  ];
}

/** Runs in the page: there and back again, so that the way is long enough. */
async function scrollInPage(options: {
  readonly left: number;
  readonly top: number;
  readonly frameCount: number;
  readonly frameMark: string;
}): Promise<void> {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const sheet = document.querySelector('.sheet');
  if (sheet === null) throw new Error('no grid');
  sheet.scrollTo({ left: 0, top: 0 });
  await nextFrame();
  let direction = 1;
  for (let frame = 0; frame < options.frameCount; frame++) {
    performance.mark(options.frameMark);
    const { scrollLeft, scrollTop } = sheet;
    sheet.scrollBy({ left: options.left * direction, top: options.top * direction });
    if (sheet.scrollLeft === scrollLeft && sheet.scrollTop === scrollTop) direction *= -1;
    await nextFrame();
  }
}
