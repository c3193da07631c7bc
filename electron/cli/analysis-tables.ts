import { formatScore, formatScoreDifference } from '../../shared/text/numbers.ts';
import type { StabilityAnswer, StabilityEnd } from '../../shared/model/weight-analysis.ts';
import type { PairAnswer } from '../../shared/contract/analysis-operations.ts';
import type { Diagnosis } from '../../shared/model/diagnosis.ts';
import { layOut } from './lay-out.ts';

/* Exact answers for a terminal. */

export function pairTable(answer: PairAnswer): string {
  const { differences, dimensions } = answer;
  const rows = [
    ['difference', 'node', 'missing in'],
    ...dimensions.map(({ dimension, printed }) => [formatScoreDifference(printed), dimension, '']),
    ['', '', ''],
    ...differences.map(({ indicator, printed, missingIn }) => [
      formatScoreDifference(printed),
      indicator,
      missingIn ?? '',
    ]),
  ];
  const coverage = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    answer.sentence.en,
    answer.sentence.zh,
    `${answer.higher}: score ${formatScore(answer.scoreOfHigher)}, coverage ${coverage(answer.coverageOfHigher)}`,
    `${answer.lower}: score ${formatScore(answer.scoreOfLower)}, coverage ${coverage(answer.coverageOfLower)}`,
    '',
    differences.length === 0
      ? 'The score is no weighted sum: it does not divide into differences.\n'
      : layOut(rows),
  ].join('\n');
}

export function stabilityTable(answers: readonly StabilityAnswer[]): string {
  const points = (answer: StabilityAnswer, share: number) =>
    (share * answer.parentWeight * 100).toFixed(2);
  return layOut([
    ['points', 'node', 'at the lower end', 'at the upper end', 'from', 'to'],
    ...answers.map((answer) => [
      points(answer, answer.share),
      answer.node,
      answer.fixed ?? eventText(answer.low),
      answer.fixed === null ? eventText(answer.high) : '',
      points(answer, answer.low.share),
      points(answer, answer.high.share),
    ]),
  ]);
}

function eventText({ event, units }: StabilityEnd): string {
  switch (event) {
    case null:
      return '–';
    case 'swap':
      return `${units[0]} passes ${units[1]}`;
    case 'coverage':
      return `${units[0]} enters or leaves the ranking`;
    case 'no-weight-left':
      return `${units[0]} has no weight left`;
  }
}

export function diagnosisTable({ indicators, units, flags, groups }: Diagnosis): string {
  const short = (value: number | null | undefined) =>
    value === null || value === undefined || Number.isNaN(value)
      ? '–'
      : String(Number(value.toPrecision(4)));
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return [
    layOut([
      [
        'present',
        'indicator',
        'missing',
        'lowest',
        'median',
        'highest',
        'mean',
        'sd',
        'skew',
        'kurtosis',
      ],
      ...indicators.map((each) => [
        String(each.present),
        each.node,
        String(each.missing),
        ...[
          each.lowest,
          each.median,
          each.highest,
          each.mean,
          each.standardDeviation,
          each.skew,
          each.kurtosis,
        ].map(short),
      ]),
    ]),
    layOut([
      ['indicators', 'unit', 'weight'],
      ...units.map(({ unit, indicators: share, coverage }) => [
        percent(share),
        unit,
        percent(coverage),
      ]),
    ]),
    layOut([
      ['alpha', 'node', 'first component'],
      ...groups.map(({ node, alpha, explained, refused }) => [
        short(alpha),
        node,
        explained === null ? (refused?.message ?? '') : percent(explained[0] ?? NaN),
      ]),
    ]),
    flags.length === 0
      ? 'No redundant or opposed pairs.\n'
      : layOut([
          ['r', 'pair', 'kind', 'units'],
          ...flags.map(({ one, other, correlation, pairs, kind }) => [
            correlation.toFixed(3),
            `${one} × ${other}`,
            kind,
            String(pairs),
          ]),
        ]),
  ].join('\n');
}
