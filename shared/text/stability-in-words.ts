import type { UnitCode } from '../model/ids.ts';
import type { StabilityAnswer, StabilityAsked, StabilityEnd } from '../model/weight-analysis.ts';
import type { Names } from './names.ts';
import { formatPoints, formatSharePercent } from './numbers.ts';

/** What a stability interval says: the span, and what happens at each end. */
export interface StabilityWords {
  readonly span: string;
  readonly low: string;
  readonly high: string;
}

/**
 * A stability interval in words, in points of the index; under a parent without points in shares.
 *
 * @returns null when the handle cannot move: there is nothing to say beyond why
 */
export function stabilityInWords(
  answer: StabilityAnswer,
  asked: StabilityAsked,
  names: Names,
): StabilityWords | null {
  const words = WORDS[names.language];
  if (answer.fixed === 'aggregation') return { span: words.noClosedForm, low: '', high: '' };
  if (answer.fixed !== null) return null;
  const statement = statementInWords(asked, names);
  const { low, high } = answer;
  const span =
    low.event === null && high.event === null
      ? words.always(statement)
      : words.between(valueOf(answer, low), valueOf(answer, high), statement);
  return {
    span,
    low: endInWords(answer, low, 'low', names),
    high: endInWords(answer, high, 'high', names),
  };
}

function statementInWords(asked: StabilityAsked, names: Names): string {
  const words = WORDS[names.language].statement;
  switch (asked.kind) {
    case 'order':
      return words.order;
    case 'top':
      return words.top(asked.count);
    case 'pair':
      return words.pair(names.unit(asked.units[0]), names.unit(asked.units[1]));
  }
}

function endInWords(
  answer: StabilityAnswer,
  end: StabilityEnd,
  side: 'low' | 'high',
  names: Names,
): string {
  const words = WORDS[names.language];
  const beyond = words[side](valueOf(answer, end));
  const unit = (at: number) => names.unit(end.units[at] ?? ('' as UnitCode));
  switch (end.event) {
    case null:
      return words.end[side];
    case 'swap':
      return words.swap(beyond, unit(0), unit(1));
    case 'coverage':
      return words.coverage(beyond, unit(0));
    case 'no-weight-left':
      return words.noWeightLeft(words.at(valueOf(answer, end)), unit(0));
  }
}

function valueOf({ parentWeight }: StabilityAnswer, { share }: StabilityEnd): Value {
  return parentWeight > 0
    ? { text: formatPoints(share * parentWeight * 100), inPoints: true }
    : { text: formatSharePercent(share), inPoints: false };
}

interface Value {
  readonly text: string;
  readonly inPoints: boolean;
}

const zhValue = ({ text, inPoints }: Value) => (inPoints ? `${text} 分` : `同级的 ${text}`);
const enValue = ({ text, inPoints }: Value) =>
  inPoints ? `${text} points` : `${text} of the siblings`;

const WORDS = {
  zh: {
    statement: {
      order: '名次不变',
      top: (count: number) => `前 ${count} 名不变`,
      pair: (one: string, other: string) => `${one}与${other}的先后不变`,
    },
    between: (low: Value, high: Value, statement: string) =>
      `${low.text} 至 ${zhValue(high)}之间，${statement}。`,
    always: (statement: string) => `在整个滑轨上，${statement}。`,
    low: (value: Value) => `低于 ${zhValue(value)}：`,
    high: (value: Value) => `高于 ${zhValue(value)}：`,
    at: (value: Value) => `在 ${zhValue(value)}处：`,
    end: { low: '降到最小也不变。', high: '升到最大也不变。' },
    swap: (beyond: string, ahead: string, behind: string) => `${beyond}${ahead}超过${behind}。`,
    coverage: (beyond: string, unit: string) =>
      `${beyond}${unit}的覆盖率越过参与排名的下限，排名的成员改变。`,
    noWeightLeft: (at: string, unit: string) =>
      `${at}${unit}在同级中有数据的各项权重都为 0，得分在此中断。`,
    noClosedForm: '此处或上级的合成方法不是同一种均值，没有精确的区间。',
  },
  en: {
    statement: {
      order: 'no rank changes',
      top: (count: number) => `the first ${count} stay the same`,
      pair: (one: string, other: string) => `${one} and ${other} keep their order`,
    },
    between: (low: Value, high: Value, statement: string) =>
      `From ${low.text} to ${enValue(high)}, ${statement}.`,
    always: (statement: string) => `Wherever it is moved, ${statement}.`,
    low: (value: Value) => `Below ${enValue(value)}: `,
    high: (value: Value) => `Above ${enValue(value)}: `,
    at: (value: Value) => `At ${enValue(value)}: `,
    end: { low: 'Down to the least nothing changes.', high: 'Up to the most nothing changes.' },
    swap: (beyond: string, ahead: string, behind: string) => `${beyond}${ahead} passes ${behind}.`,
    coverage: (beyond: string, unit: string) =>
      `${beyond}the coverage of ${unit} crosses the limit for a rank, and others are ranked.`,
    noWeightLeft: (at: string, unit: string) =>
      `${at}all that ${unit} has data for among the siblings weighs 0, and its score breaks off.`,
    noClosedForm:
      'Here or above, scores are not aggregated by one and the same mean: no exact interval exists.',
  },
} as const;
