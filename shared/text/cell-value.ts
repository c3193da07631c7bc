import type { IndicatorDefinition } from '../model/framework.ts';

/** Key of the sentence that says why a value cannot stand in a cell; the interface puts it into words. */
export type CellProblemReason =
  | 'not-a-number'
  | 'number-too-large'
  | 'thousands-separator-misplaced'
  | 'percent-sign-unexpected'
  | 'boolean-expected'
  | 'negative-count'
  | 'rank-below-one'
  | 'rating-out-of-range';

export interface CellProblem {
  readonly reason: CellProblemReason;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export type ParsedCell =
  /** null: the cell is emptied. Booleans are 1 and 0. */
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly problem: CellProblem };

/** What of an indicator decides which values it takes. */
export type CellRules = Pick<IndicatorDefinition, 'type' | 'unitOfMeasure' | 'goalposts'>;

const MISSING = new Set(['', 'na', 'n/a', '-', '–', '—']);
const TRUE = new Set(['1', '✓', '✔', '√', '是', '有', 'yes', 'y', 'true']);
const FALSE = new Set(['0', '✗', '✘', '×', '否', '无', 'no', 'n', 'false']);

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;
const HAS_SEPARATOR = /^[+-]?[\d, ]+(?:\.\d*)?$/;
/** The shape of a double that is too large for one; more characters are no number anyone typed. */
const LONGEST = 400;

/**
 * Reads what was typed or pasted into a cell. Takes full-width characters, thousands separators (`1,234` or `1 234`), a
 * percent sign where the indicator is in percent, and ✓, 是, yes and their opposites where it is yes or no. An empty text
 * and `NA` empty the cell. Words, 万 and 亿, NaN and Infinity are refused, and so is a value that the indicator cannot take.
 */
export function parseCellText(text: string, indicator: CellRules): ParsedCell {
  // NFKC makes full-width digits, signs and spaces ordinary; the minus sign proper is left to us.
  const normal = text.normalize('NFKC').replaceAll('\u2212', '-').trim().toLowerCase();
  if (MISSING.has(normal)) return { ok: true, value: null };
  if (indicator.type === 'boolean') {
    if (TRUE.has(normal)) return { ok: true, value: 1 };
    if (FALSE.has(normal)) return { ok: true, value: 0 };
    return refuse('boolean-expected', { found: excerpt(text) });
  }

  const percent = normal.endsWith('%');
  if (percent && !isInPercent(indicator)) {
    return refuse('percent-sign-unexpected', {
      found: excerpt(text),
      unit: indicator.unitOfMeasure,
    });
  }
  const digits = percent ? normal.slice(0, -1).trimEnd() : normal;
  if (digits.length > LONGEST) return refuse('not-a-number', { found: excerpt(text) });
  const plain = GROUPED.test(digits) ? digits.replaceAll(/[, ]/g, '') : digits;
  if (!NUMBER.test(plain)) {
    const misplaced = HAS_SEPARATOR.test(plain);
    return refuse(misplaced ? 'thousands-separator-misplaced' : 'not-a-number', {
      found: excerpt(text),
    });
  }
  const value = Number(plain);
  const problem = checkCellValue(value, indicator);
  return problem === null ? { ok: true, value } : { ok: false, problem };
}

/** Why the indicator cannot take this value; null: it can. */
export function checkCellValue(value: number, indicator: CellRules): CellProblem | null {
  if (Number.isNaN(value)) return { reason: 'not-a-number', parameters: { found: 'NaN' } };
  if (!Number.isFinite(value)) {
    return { reason: 'number-too-large', parameters: { found: String(value) } };
  }
  const found = { found: value };
  switch (indicator.type) {
    case 'boolean':
      return value === 0 || value === 1 ? null : { reason: 'boolean-expected', parameters: found };
    case 'count':
      return value >= 0 ? null : { reason: 'negative-count', parameters: found };
    // A mean of several ranks need not be whole.
    case 'rank':
      return value >= 1 ? null : { reason: 'rank-below-one', parameters: found };
    case 'rating': {
      const bounds = indicator.goalposts;
      if (bounds === null || (value >= bounds.lower && value <= bounds.upper)) return null;
      return {
        reason: 'rating-out-of-range',
        parameters: { ...found, lower: bounds.lower, upper: bounds.upper },
      };
    }
    // Growth in percent may be negative or above 100, and so may a loss or a centred score.
    case 'percent':
    case 'score':
    case 'amount':
      return null;
  }
}

function isInPercent(indicator: CellRules): boolean {
  return indicator.type === 'percent' || indicator.unitOfMeasure.includes('%');
}

function refuse(
  reason: CellProblemReason,
  parameters: Readonly<Record<string, string | number>>,
): ParsedCell {
  return { ok: false, problem: { reason, parameters } };
}

function excerpt(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
