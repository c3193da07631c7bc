import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { IndicatorDefinition } from '../../../shared/model/framework.ts';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import type { Override } from '../../../shared/model/scenario.ts';
import type { GoalStep, JointImprovement } from '../../../shared/model/weight-analysis.ts';
import { roundedBeyond } from '../../../shared/text/rounded-beyond.ts';

/** One indicator of a goal seek as the panel shows it. */
export interface GoalLine extends GoalStep {
  readonly definition: IndicatorDefinition;
  /** What is shown as enough, and kept: `to` with few digits, rounded to the better side. */
  readonly enough: number | null;
}

/** Those that can do it first, by the part of the way to their best that it takes; then the others by the rank they reach. */
export function goalLines(steps: readonly GoalStep[], index: FrameworkIndex): GoalLine[] {
  return steps
    .flatMap((step): GoalLine[] => {
      const definition = index.byCode.get(step.indicator)?.indicator ?? null;
      if (definition === null) return [];
      const { to, from, best } = step;
      const enough = to === null || to === from ? to : shownValue(to, best, definition);
      return [{ ...step, definition, enough }];
    })
    .toSorted(
      (a, b) =>
        partOfWay(a) - partOfWay(b) || (a.rankAtBest || Infinity) - (b.rankAtBest || Infinity) || 0,
    );
}

function partOfWay({ from, to, worst, best }: GoalStep): number {
  if (to === null) return Infinity;
  const start = from ?? worst;
  return best === start ? 0 : Math.abs((to - start) / (best - start));
}

export function shownValue(to: number, best: number, { direction }: IndicatorDefinition): number {
  return roundedBeyond(to, direction, best);
}

/** The value of one indicator, as an override. */
export function stepOverride(unit: UnitCode, { indicator, enough }: GoalLine): Override[] {
  return enough === null ? [] : [{ kind: 'value', unit, indicator, value: enough, note: '' }];
}

/** The values of several indicators, each rounded to the better side. */
export function jointOverrides(
  unit: UnitCode,
  { moves }: JointImprovement,
  steps: readonly GoalStep[],
  index: FrameworkIndex,
): (Override & { kind: 'value' })[] {
  const bestOf = new Map<NodeCode, number>(steps.map(({ indicator, best }) => [indicator, best]));
  return moves.map(({ indicator, to }) => {
    const definition = index.byCode.get(indicator)?.indicator ?? null;
    const value =
      definition === null ? to : shownValue(to, bestOf.get(indicator) ?? to, definition);
    return { kind: 'value', unit, indicator, value, note: '' };
  });
}
