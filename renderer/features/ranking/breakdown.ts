import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import { dimensionColour } from '../../ui/dimension-colour.ts';

/** One segment of every bar. */
export interface BreakdownPart {
  /** null: all that is outside the opened node. */
  readonly node: FrameworkNode | null;
  /** Place of its dimension, from 0; −1: outside the opened node. */
  readonly dimension: number;
  /** A colour of the style sheet: the dimension's, paler from child to child of an opened node. */
  readonly colour: string;
  /** It has children of its own. */
  readonly opens: boolean;
}

/** What the scores are divided into: the dimensions, or the children of an opened node and the rest. */
export interface Breakdown {
  readonly opened: FrameworkNode | null;
  readonly parts: readonly BreakdownPart[];
}

/** The palest child keeps this much of the dimension's colour. */
const PALEST = 35;

/** Divides by the children of `opened`; a node that has none, or is not there, leaves the dimensions. */
export function breakdownOf(
  index: FrameworkIndex,
  opened: NodeCode | null,
  scored: (node: NodeCode) => boolean,
): Breakdown {
  const childrenOf = (code: NodeCode) =>
    (index.children.get(code) ?? []).filter((child) => scored(child.code));
  const node = opened === null ? undefined : index.byCode.get(opened);
  const children = node === undefined ? [] : childrenOf(node.code);
  if (node === undefined || node === index.root || children.length === 0) {
    return {
      opened: null,
      parts: index.dimensions.flatMap((each, dimension) =>
        scored(each.code)
          ? [
              {
                node: each,
                dimension,
                colour: dimensionColour(dimension),
                opens: childrenOf(each.code).length > 0,
              },
            ]
          : [],
      ),
    };
  }
  const dimension = index.dimensionOf.get(node.code) ?? -1;
  const parts = children.map((each, place) => ({
    node: each,
    dimension,
    colour: shade(dimension, place, children.length),
    opens: childrenOf(each.code).length > 0,
  }));
  const rest = { node: null, dimension: -1, colour: 'var(--line-strong)', opens: false };
  return { opened: node, parts: [...parts, rest] };
}

function shade(dimension: number, place: number, count: number): string {
  const share = count < 2 ? 100 : 100 - (place * (100 - PALEST)) / (count - 1);
  return `color-mix(in oklab, ${dimensionColour(dimension)} ${share.toFixed(0)}%, var(--surface))`;
}

/** Nodes whose contributions a breakdown is made of. */
export function nodesOf({ parts, opened }: Breakdown): readonly NodeCode[] {
  const divided = parts.flatMap(({ node }) => (node === null ? [] : [node.code]));
  return opened === null ? divided : [opened.code, ...divided];
}

/** Nodes that can be opened, in the published order, with their depth from 1. */
export function openableNodes(
  index: FrameworkIndex,
): readonly { readonly node: FrameworkNode; readonly depth: number }[] {
  return [...index.byCode.values()].flatMap((node) => {
    const depth = index.depth.get(node.code) ?? 0;
    const opens = (index.children.get(node.code) ?? []).length > 0;
    return depth > 0 && opens ? [{ node, depth }] : [];
  });
}

/** Points of the index, 0..100, that each part has; those of all parts sum to 100. */
export function pointsOfParts(breakdown: Breakdown, result: ScoringResult): readonly number[] {
  const at = new Map(result.nodes.map((node, place) => [node, place]));
  const weightOf = (node: NodeCode) => result.effectiveWeight[at.get(node) ?? -1] ?? 0;
  const { opened } = breakdown;
  return breakdown.parts.map(({ node }) => {
    if (node !== null) return weightOf(node.code) * 100;
    return opened === null ? 0 : (1 - weightOf(opened.code)) * 100;
  });
}
