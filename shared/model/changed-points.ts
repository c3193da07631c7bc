import type { NodeCode, UnitCode } from './ids.ts';
import type { MethodPreview } from './method-preview.ts';
import type { ScoringNote } from './result.ts';

/** A value that a method does not take as it was found. */
export interface ChangedPoint {
  readonly indicator: NodeCode;
  readonly unit: UnitCode;
  /** In the indicator's unit of measure; NaN: a gap that was filled. */
  readonly before: number;
  /** In the unit of measure where a point was moved or a gap filled, else on the scale of the transform. */
  readonly after: number;
  readonly why: 'imputed' | 'winsorised' | NonNullable<ScoringNote['transform']>;
}

/** Every value that imputation and treatment changed, column by column. */
export function changedPoints(preview: MethodPreview): ChangedPoint[] {
  const { scores, indicators, raw, treated } = preview;
  const moved = new Map<string, ScoringNote>();
  const transforms = new Map<NodeCode, ChangedPoint['why']>();
  for (const note of scores.notes) {
    if (note.node === null) continue;
    if (note.kind === 'winsorised' && note.unit !== null) {
      moved.set(JSON.stringify([note.node, note.unit]), note);
    }
    // The last transform of a column is the one that a method chose; a declared logarithm comes before it.
    if (note.kind === 'transformed' && note.transform !== null) {
      transforms.set(note.node, note.transform);
    }
  }
  const count = scores.units.length;
  return indicators.flatMap((indicator, row) =>
    scores.units.flatMap((unit, column): ChangedPoint[] => {
      const at = row * count + column;
      const [before, after] = [raw[at] ?? NaN, treated[at] ?? NaN];
      const note = moved.get(JSON.stringify([indicator, unit]));
      if (note !== undefined) {
        const values = { before: note.before ?? NaN, after: note.after ?? NaN };
        return [{ indicator, unit, ...values, why: 'winsorised' }];
      }
      if (Number.isNaN(after) || before === after) return [];
      if (Number.isNaN(before)) return [{ indicator, unit, before, after, why: 'imputed' }];
      return [{ indicator, unit, before, after, why: transforms.get(indicator) ?? 'log10' }];
    }),
  );
}
