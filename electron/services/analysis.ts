import { AppError } from '../../shared/contract/errors.ts';
import type { PairAnswer } from '../../shared/contract/analysis-operations.ts';
import { compareUnits } from '../../shared/model/compare-units.ts';
import type { CorrelationKind, Diagnosis } from '../../shared/model/diagnosis.ts';
import { indexFramework } from '../../shared/model/framework-index.ts';
import type { NodeCode, UnitCode } from '../../shared/model/ids.ts';
import type {
  StabilityAnswer,
  StabilityAsked,
  StabilityEnd,
} from '../../shared/model/weight-analysis.ts';
import { viewResult } from '../../shared/model/result-view.ts';
import { comparisonInWords } from '../../shared/text/comparison-in-words.ts';
import { createNames } from '../../shared/text/names.ts';
import {
  type StabilityBound,
  type StabilityInterval,
  stabilityIntervals,
  type StabilityQuestion,
} from '../engine/exact/stability-interval.ts';
import { type WeightModel, weightModel } from '../engine/exact/weight-model.ts';
import { createScorer, type ScoringRequest } from '../engine/score.ts';

/** Exact answers about a scored scenario: why one unit is above another, how far weights may move, how sound the data are. */

/**
 * Why one of two units stands above the other; the better ranked one comes first, whatever the order asked in.
 *
 * @throws AppError `E_NOT_FOUND` for a unit that is not scored, `E_PRECONDITION` for one that is not ranked
 */
export function explainPair(request: ScoringRequest, one: string, other: string): PairAnswer {
  const { result } = createScorer(request);
  const view = viewResult(result);
  const [a, b] = [
    rankedUnit(view.unitPosition, result.rank, one),
    rankedUnit(view.unitPosition, result.rank, other),
  ];
  if (a.at === b.at) {
    throw new AppError('E_INPUT', `two different units are needed, found "${one}" twice`, {
      reason: 'same-unit',
      unit: one,
    });
  }
  const isInOrder = a.rank <= b.rank;
  const comparison = compareUnits(
    indexFramework(request.framework),
    view,
    isInOrder ? a.code : b.code,
    isInOrder ? b.code : a.code,
  );
  const inWords = (language: 'zh' | 'en') =>
    comparisonInWords(comparison, createNames(language, request.framework.nodes, request.units));
  return { ...comparison, sentence: { zh: inWords('zh'), en: inWords('en') } };
}

function rankedUnit(position: (unit: UnitCode) => number, ranks: Int32Array, unit: string) {
  const code = unit as UnitCode;
  const at = position(code);
  if (at < 0) {
    throw new AppError('E_NOT_FOUND', `no unit "${unit}" is scored`, {
      reason: 'unknown-unit',
      unit,
    });
  }
  const rank = ranks[at] ?? 0;
  if (rank === 0) {
    throw new AppError('E_PRECONDITION', `"${unit}" is not ranked: its coverage is too low`, {
      reason: 'unit-not-ranked',
      unit,
    });
  }
  return { code, at, rank };
}

/**
 * A question as the command line asks it.
 *
 * @throws AppError `E_INPUT` when a pair is not two units
 */
export function askedStability({
  top,
  pair,
}: {
  readonly top?: number;
  readonly pair?: readonly string[];
}): StabilityAsked {
  if (top !== undefined) return { kind: 'top', count: top };
  return pair === undefined ? { kind: 'order' } : { kind: 'pair', units: twoUnits('--pair', pair) };
}

/** @throws AppError `E_INPUT` when they are not two; `option` is where they were given */
export function twoUnits(option: string, units: readonly string[]): [UnitCode, UnitCode] {
  const [one, other] = units;
  if (one === undefined || other === undefined || units.length > 2) {
    throw new AppError('E_INPUT', `${option}: expected two units, found ${units.length}`, {
      reason: 'pair-of-two',
      expected: '2',
      found: String(units.length),
    });
  }
  return [one as UnitCode, other as UnitCode];
}

/** @throws AppError `E_NOT_FOUND` for one that the framework does not have */
export function lockedNodes({ framework }: ScoringRequest, lock: readonly string[]): NodeCode[] {
  const known = new Set<string>(framework.nodes.map(({ code }) => code));
  const unknown = lock.find((code) => !known.has(code));
  if (unknown === undefined) return lock as NodeCode[];
  throw new AppError('E_NOT_FOUND', `--lock: no node "${unknown}" in the framework`, {
    reason: 'unknown-node',
    node: unknown,
  });
}

/** @throws AppError `E_NOT_FOUND` for an unknown unit; what `stabilityIntervals` refuses */
export function stabilityOf(
  request: ScoringRequest,
  asked: StabilityAsked,
  locked: ReadonlySet<NodeCode> = new Set(),
  remembered: ReadonlyMap<NodeCode, number> = new Map(),
): StabilityAnswer[] {
  const scorer = createScorer({ ...request, plausible: null });
  const model = weightModel(scorer, request.method);
  const question = questionOf(model, asked);
  return stabilityIntervals(model, { question, locked, remembered }).map((interval) =>
    stabilityAnswer(model, interval),
  );
}

/** An interval by the codes of its node and units. */
export function stabilityAnswer(model: WeightModel, interval: StabilityInterval): StabilityAnswer {
  const bound = ({ share, event }: StabilityBound): StabilityEnd => {
    const units =
      event === null ? [] : event.kind === 'swap' ? [event.ahead, event.behind] : [event.unit];
    return {
      share,
      event: event?.kind ?? null,
      units: units.map((unit) => model.units[unit] as UnitCode),
    };
  };
  return {
    node: model.tree.codes[interval.node]!,
    share: interval.share,
    most: interval.most,
    parentWeight: model.effective[model.tree.parent[interval.node]!]!,
    fixed: interval.fixed,
    low: bound(interval.low),
    high: bound(interval.high),
  };
}

export function questionOf(model: WeightModel, asked: StabilityAsked): StabilityQuestion {
  if (asked.kind !== 'pair') return asked;
  const numberOf = (unit: string) => {
    const at = model.units.indexOf(unit);
    if (at >= 0) return at;
    throw new AppError('E_NOT_FOUND', `no unit "${unit}" is scored`, {
      reason: 'unknown-unit',
      unit,
    });
  };
  return { kind: 'pair', units: [numberOf(asked.units[0]), numberOf(asked.units[1])] };
}

export async function diagnosisOf(
  request: ScoringRequest,
  kind: CorrelationKind,
): Promise<Diagnosis> {
  const { diagnose } = await import('../engine/diagnostics/diagnose.ts');
  return diagnose(createScorer({ ...request, plausible: null }), kind);
}
