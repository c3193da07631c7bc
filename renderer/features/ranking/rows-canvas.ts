import { type Glide, isOver, placeOf, prefersLessMotion } from '../../ui/glide.ts';
import { createPen, type Pen } from './pen.ts';
import { type PaintedLook, type PaintedRow, paintRow } from './row-painter.ts';

/** What is painted. */
export interface RowsScene {
  /** In the order of the list; the first stands at `firstPlace`. */
  readonly rows: readonly PaintedRow[];
  readonly firstPlace: number;
  readonly how: PaintedLook;
  /** Pixels from the top of the list to that of the canvas. */
  readonly top: number;
  readonly height: number;
  /** Changes with the theme. */
  readonly colours: object;
  /** False: rows are at their places at once, because too many move. */
  readonly mayGlide: boolean;
  /** Called when all rows have arrived; null: more scenes follow. */
  readonly onArrived: (() => void) | null;
}

/** Paints rows on a canvas, which can all change and move in every frame. */
export interface RowsCanvas {
  /** Shows a scene in the next frame, and lets rows glide from where they were in the one before. */
  readonly show: (scene: RowsScene) => void;
  readonly end: () => void;
}

/** @param places where units stand at first, in pixels from the top of the list */
export function createRowsCanvas(
  canvas: HTMLCanvasElement,
  places: ReadonlyMap<string, number>,
): RowsCanvas {
  // Nothing shines through, so that text can be drawn as sharply as in the page.
  const context = canvas.getContext('2d', { alpha: false });
  const glides = new Map<string, Glide>(
    [...places].map(([unit, place]) => [unit, { from: place, to: place, since: 0 }]),
  );
  let pen: Pen | null = null;
  let scene: RowsScene | null = null;
  let frame = 0;

  function paintSoon(): void {
    if (frame === 0) frame = requestAnimationFrame(paint);
  }

  function paint(now: number): void {
    frame = 0;
    if (scene === null || context === null) return;
    const { rows, how, top, height } = scene;
    setSize(how.measures.width, height);
    if (pen?.colours !== scene.colours) pen = createPen(context, devicePixelRatio, scene.colours);
    context.fillStyle = pen.ink('var(--surface)');
    context.fillRect(0, 0, how.measures.width, height);
    let moving = false;
    for (const row of rows) {
      const glide = glides.get(row.row.unit);
      if (glide === undefined) continue;
      moving ||= !isOver(glide, now);
      const rowTop = placeOf(glide, now) - top;
      if (rowTop > -how.measures.height && rowTop < height) paintRow(pen, row, how, rowTop);
    }
    if (moving) return paintSoon();
    scene.onArrived?.();
  }

  /** The size is set only when it changes: that empties the canvas, and takes the pen's font. */
  function setSize(width: number, height: number): void {
    const [columns, lines] = [width, height].map((size) => Math.ceil(size * devicePixelRatio));
    if (canvas.width === columns && canvas.height === lines) return;
    canvas.width = columns ?? 0;
    canvas.height = lines ?? 0;
    canvas.style.width = `${canvas.width / devicePixelRatio}px`;
    canvas.style.height = `${canvas.height / devicePixelRatio}px`;
    context?.scale(devicePixelRatio, devicePixelRatio);
    pen = null;
  }

  return {
    show(next) {
      const isFirst = scene === null;
      scene = next;
      glideTo(glides, next);
      // The canvas lies over the rows at once: it must not be empty for a frame.
      if (isFirst) paint(performance.now());
      else paintSoon();
    },
    end: () => cancelAnimationFrame(frame),
  };
}

function glideTo(glides: Map<string, Glide>, { rows, firstPlace, how, mayGlide }: RowsScene): void {
  const now = performance.now();
  const glidesAtAll = mayGlide && !prefersLessMotion();
  const seen = new Set<string>();
  for (const [at, { row }] of rows.entries()) {
    const to = (firstPlace + at) * how.measures.height;
    const before = glides.get(row.unit);
    seen.add(row.unit);
    if (before?.to === to) continue;
    const isSeenToMove = glidesAtAll && before !== undefined;
    glides.set(
      row.unit,
      isSeenToMove ? { from: placeOf(before, now), to, since: now } : { from: to, to, since: 0 },
    );
  }
  // One that comes back into sight comes from nowhere.
  for (const unit of glides.keys()) if (!seen.has(unit)) glides.delete(unit);
}
