import type { TFunction } from 'i18next';
import { CELL_STATE } from '../../../shared/model/cell-state.ts';
import type { IndicatorType } from '../../../shared/model/framework.ts';
import type { Language } from '../../../shared/model/language.ts';
import { formatCellValue } from '../../../shared/text/units-of-measure.ts';

/** What is known of one cell. */
export interface CellFacts {
  /** Value in effect; NaN = missing. */
  readonly value: number;
  /** Value in `baseline`; NaN = missing. */
  readonly baseline: number;
  /** Sum of `CELL_STATE`. */
  readonly states: number;
  /** Candidates that could stand in the cell, the adopted one included. */
  readonly candidates: number;
  readonly pending: boolean;
}

export interface CellWords {
  /** Value in full and every state, for screen readers: the marks in words. */
  describe(facts: CellFacts, type: IndicatorType, measure: string): string;
  /** The states alone, one text each. */
  states(facts: CellFacts, type: IndicatorType): string[];
}

export function hasState(states: number, state: keyof typeof CELL_STATE): boolean {
  return (states & CELL_STATE[state]) !== 0;
}

/** Texts are looked up once a language, not once a cell. */
export function createCellWords(t: TFunction<'grid'>, language: Language): CellWords {
  const [proxy, conflict, outOfTimeWindow, missing, pendingText] = [
    t('cell.proxy'),
    t('cell.conflict'),
    t('cell.outOfTimeWindow'),
    t('cell.missing'),
    t('cell.pending'),
  ];
  const several = remembered((count) => t('cell.several', { count }));
  const missingUnused = remembered((count) => t('cell.missingUnused', { count }));

  function states(facts: CellFacts, type: IndicatorType): string[] {
    const { value, baseline, states: bits, candidates, pending } = facts;
    const present = !Number.isNaN(value);
    const texts: string[] = [];
    if (!present) texts.push(candidates === 0 ? missing : missingUnused(candidates));
    if (present && hasState(bits, 'proxy')) texts.push(proxy);
    if (present && candidates > 1) texts.push(several(candidates));
    if (hasState(bits, 'conflict')) texts.push(conflict);
    if (present && hasState(bits, 'outOfTimeWindow')) texts.push(outOfTimeWindow);
    if (hasState(bits, 'overridden')) {
      const before = Number.isNaN(baseline) ? missing : formatCellValue(language, type, baseline);
      texts.push(t('cell.overridden', { baseline: before }));
    }
    if (pending) texts.push(pendingText);
    return texts;
  }

  return {
    states,
    describe(facts, type, measure) {
      const texts = states(facts, type);
      if (Number.isNaN(facts.value)) return texts.join(' · ');
      const value = formatCellValue(language, type, facts.value);
      return [type === 'boolean' ? value : `${value} ${measure}`.trimEnd(), ...texts].join(' · ');
    },
  };
}

function remembered(make: (count: number) => string): (count: number) => string {
  const known = new Map<number, string>();
  return (count) => {
    const text = known.get(count) ?? make(count);
    known.set(count, text);
    return text;
  };
}
