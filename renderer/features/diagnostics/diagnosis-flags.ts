import type { Diagnosis, PairFlag } from '../../../shared/model/diagnosis.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { Treatment } from '../../../shared/model/method.ts';

/** Something that an analyst should look at. */
export type DiagnosisFlag =
  | PairFlag
  | {
      readonly kind: 'longTailed';
      readonly one: NodeCode;
      readonly skew: number;
      readonly kurtosis: number;
    }
  | { readonly kind: 'constant' | 'empty'; readonly one: NodeCode };

/** Columns without information first, then long tails, then pairs, each in its own order. */
export function flagsOf(
  { indicators, flags }: Diagnosis,
  { skewLimit, kurtosisLimit }: Pick<Treatment, 'skewLimit' | 'kurtosisLimit'>,
): DiagnosisFlag[] {
  const columns = indicators.flatMap((each): DiagnosisFlag[] => {
    const { node, present, lowest, highest, skew, kurtosis } = each;
    if (present === 0) return [{ kind: 'empty', one: node }];
    if (present > 1 && lowest === highest) return [{ kind: 'constant', one: node }];
    return Math.abs(skew) >= skewLimit && kurtosis >= kurtosisLimit
      ? [{ kind: 'longTailed', one: node, skew, kurtosis }]
      : [];
  });
  const order = ['empty', 'constant', 'longTailed'];
  return [...columns.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)), ...flags];
}
