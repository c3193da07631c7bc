/**
 * Does the period of a finding fit the time rule of its indicator?
 *
 * Days are whole numbers yyyymmdd, so that they compare as dates do, in SQL too.
 */
export interface Period {
  readonly start: number;
  readonly end: number;
}

export type TimeFit = 'fits' | 'outside' | 'unknown';

/** Which periods a time rule accepts; see `timeWindow`. */
export interface TimeWindow {
  readonly earliestStart: number;
  readonly earliestEnd: number;
  readonly latestEnd: number;
  /** A period that begins by `latestEnd` and ends after it: it may contain what is asked for, or only what came later. */
  readonly straddling: 'outside' | 'unknown';
}

/** Says that the date is the publication's and the period of the data is not stated. */
const NOT_THE_DATA = /发文|发布|未注明|不详|publish|not stated|unknown/i;
const REMARK = /[((][^()()]*[))]/g;
const RANGE = /^(.+?)\s*(?:至|到|~|–|—|\bto\b)\s*(.+)$/;
const YEARS = /^(\d{4})-(\d{4})$/;
const PART = /^(\d{4})(?:-?(?:Q([1-4])|H([12]))|-(\d{2})(?:-(\d{2}))?)?$/i;

/**
 * First and last day of a date as found: `2024`, `2025-06`, `2024-12-31`, `2025-Q2`, `2025-H1`, `2014-2023`,
 * `2024-04至2024-09`. A remark in brackets is passed over, unless it says that the date is not the data's. null: not known.
 */
export function parsePeriod(asOf: string): Period | null {
  if (NOT_THE_DATA.test(asOf)) return null;
  const text = asOf.replace(REMARK, '').trim();
  const years = YEARS.exec(text);
  const [from, to] = years !== null ? years.slice(1) : (RANGE.exec(text)?.slice(1) ?? [text, text]);
  const first = parsePart(from ?? '');
  const last = parsePart(to ?? '');
  if (first === null || last === null || first.start > last.end) return null;
  return { start: first.start, end: last.end };
}

/**
 * The periods that a rule accepts. A year, `2024`: the period lies within that year. Anything shorter, `2025-06`, is a
 * point in time, the end of that month: the value must be of that day or the latest before it, at most a year old, so
 * the period ends within the twelve months up to it. null: the rule cannot be read.
 */
export function timeWindow(rule: string): TimeWindow | null {
  const period = parsePeriod(rule);
  if (period === null) return null;
  if (/^\d{4}$/.test(rule)) {
    return {
      earliestStart: period.start,
      earliestEnd: period.start,
      latestEnd: period.end,
      straddling: 'outside',
    };
  }
  return {
    earliestStart: 0,
    // The same day of the year before is a year old; the day after it is not yet.
    earliestEnd: period.end - 10_000 + 1,
    latestEnd: period.end,
    straddling: 'unknown',
  };
}

/** @param period null: not known */
export function judgePeriod(period: Period | null, window: TimeWindow | null): TimeFit {
  if (period === null || window === null) return 'unknown';
  const { earliestStart, earliestEnd, latestEnd, straddling } = window;
  if (period.start <= latestEnd && period.end > latestEnd) return straddling;
  const fits =
    period.start >= earliestStart && period.end >= earliestEnd && period.end <= latestEnd;
  return fits ? 'fits' : 'outside';
}

/** Do two findings speak of the same time, at least in part? A period that is not known may be any. */
export function periodsOverlap(a: Period | null, b: Period | null): boolean {
  return a === null || b === null || (a.start <= b.end && b.start <= a.end);
}

function parsePart(text: string): Period | null {
  const match = PART.exec(text.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] !== undefined) {
    const lastMonth = Number(match[2]) * 3;
    return months(year, lastMonth - 2, lastMonth);
  }
  if (match[3] !== undefined) {
    const lastMonth = Number(match[3]) * 6;
    return months(year, lastMonth - 5, lastMonth);
  }
  if (match[4] === undefined) return months(year, 1, 12);
  const month = Number(match[4]);
  if (month < 1 || month > 12) return null;
  if (match[5] === undefined) return months(year, month, month);
  const day = Number(match[5]);
  if (day < 1 || day > lastDayOf(year, month)) return null;
  const whole = (year * 100 + month) * 100 + day;
  return { start: whole, end: whole };
}

function months(year: number, first: number, last: number): Period {
  return {
    start: (year * 100 + first) * 100 + 1,
    end: (year * 100 + last) * 100 + lastDayOf(year, last),
  };
}

function lastDayOf(year: number, month: number): number {
  // Day 0 of the next month.
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
