import type {
  AttainableResult,
  AttainedEnd,
  FlipAnswer,
  GoalAnswer,
  InfluenceAnswer,
  NodeShare,
  ResearchAnswer,
  WeightsProposal,
} from '../../shared/model/weight-analysis.ts';
import { layOut } from './lay-out.ts';

/* What weights, values and gaps could make of the ranking, for a terminal. */

/** A rank that was found, and beside it how far a better or worse one is not ruled out. */
export function attainableTable(result: AttainableResult): string {
  const end = ({ rank, bound }: AttainedEnd) =>
    rank === bound ? String(rank) : `${rank} (not ruled out: ${bound})`;
  return layOut([
    ['', 'unit', '', 'best', 'worst'],
    ...result.map(({ unit, best, worst }) => ['', unit, '', end(best), end(worst)]),
  ]);
}

export function flipTable(flip: FlipAnswer | null): string {
  if (flip === null) return 'No weights of the region let the two change places.\n';
  const { ahead, behind, norm, distance, bound, shares } = flip;
  const least = bound < distance ? `, proved to be at least ${bound.toFixed(6)}` : '';
  return [
    `${behind} draws level with ${ahead}: ${norm} change ${distance.toFixed(6)}${least}`,
    sharesTable(shares),
  ].join('\n');
}

function sharesTable(shares: readonly NodeShare[]): string {
  return layOut([['share', 'node'], ...shares.map(({ node, share }) => [share.toFixed(6), node])]);
}

export function influenceTable(nodes: readonly InfluenceAnswer[]): string {
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return layOut([
    ['influence', 'node', '', 'declared', 'effective', 'correlation'],
    ...nodes.map(({ node, declared, effective, correlation, influence }) => [
      share(influence),
      node,
      '',
      share(declared),
      share(effective),
      share(correlation),
    ]),
  ]);
}

/** The children of one node with what a method proposes for them. */
export function proposalTable(proposal: WeightsProposal): string {
  const { children, shares, importance, loadings, consistency, reached } = proposal;
  const number = (value: number | undefined) => value?.toFixed(6) ?? '–';
  const parts = [
    layOut([
      ['share', 'node', '', 'influence', ...(loadings === null ? [] : ['loading'])],
      ...children.map((node, at) => [
        number(shares?.[at]),
        node,
        '',
        number(importance?.[at]),
        ...(loadings === null ? [] : [number(loadings[at])]),
      ]),
    ]),
  ];
  if (shares === null) parts.push('The method gives no weights for these data.\n');
  if (reached === false) parts.push('The declared importance cannot be reached with these data.\n');
  if (consistency !== null) {
    const { ratio, index, revisit } = consistency;
    parts.push(`consistency ratio ${number(ratio ?? undefined)}, index ${number(index)}\n`);
    if (revisit !== null) {
      const { row, column, found, consistent, ratioThen } = revisit;
      parts.push(
        `to revisit: ${row} over ${column}, ${number(found)}; ${number(consistent)} would fit, ratio then ${number(ratioThen ?? undefined)}\n`,
      );
    }
  }
  return parts.join('');
}

export function researchTable(gaps: readonly ResearchAnswer[]): string {
  return layOut([
    ['rank width', 'unit', 'indicator', 'score width', 'coverage then', 'becomes ranked'],
    ...gaps.map(({ unit, indicator, rankWidth, scoreWidth, coverageThen, becomesRanked }) => [
      rankWidth.toFixed(3),
      unit,
      indicator,
      scoreWidth.toFixed(3),
      `${(coverageThen * 100).toFixed(1)} %`,
      becomesRanked ? 'yes' : '',
    ]),
  ]);
}

export function goalTable({ rank, steps, together, rankAtAllBest }: GoalAnswer): string {
  const value = (x: number | null) => (x === null ? '–' : String(Number(x.toPrecision(6))));
  const parts = [
    `rank now ${rankText(rank)}; with the best value of every indicator ${rankText(rankAtAllBest)}\n`,
    layOut([
      ['from', 'one alone', '', 'to', 'rank at its best'],
      ...steps.map(({ indicator, from, to, rankAtBest }) => [
        value(from),
        indicator,
        '',
        value(to),
        rankText(rankAtBest),
      ]),
    ]),
  ];
  if (steps.some(({ proved }) => !proved)) {
    parts.push(
      'under this method a better value can worsen the rank: one alone is the least found, not proved\n',
    );
  }
  if (together !== null) {
    parts.push(
      layOut([
        ['from', 'several together', '', 'to'],
        ...together.moves.map(({ indicator, from, to }) => [value(from), indicator, '', value(to)]),
      ]),
      `${together.effort.toFixed(4)} of their scales in all${together.proved ? '' : ' (the least found)'}\n`,
    );
  }
  return parts.join('\n');
}

function rankText(rank: number): string {
  return rank === 0 ? '–' : String(rank);
}
