import { useEffect, useMemo, useState } from 'react';
import type { NodeCode, ScenarioId, UnitCode } from '../../../shared/model/ids.ts';
import type { ScoringResult } from '../../../shared/model/result.ts';
import type { WeightsAsked, WeightsProposal } from '../../../shared/model/weight-analysis.ts';
import { keepLocks } from '../../../shared/weights/keep-locks.ts';
import type { SiblingWeight } from '../../../shared/weights/rebalance.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import type { MethodId } from './judgments.ts';

/** A unit whose rank another set of weights changes; 0 = not ranked. */
export interface RankMove {
  readonly unit: UnitCode;
  readonly before: number;
  readonly after: number;
}

/** What a method says of the children of one parent, and what it would do. */
export type Proposal =
  | { readonly kind: 'refused'; readonly error: unknown }
  | {
      readonly kind: 'answered';
      readonly answer: WeightsProposal;
      /** Of all children, with what locks hold back; null: the method gives no weights here. */
      readonly weights: readonly SiblingWeight[] | null;
      readonly moves: readonly RankMove[];
    };

/** The siblings of which weights are proposed. */
export interface Group {
  readonly parent: NodeCode;
  readonly scored: readonly SiblingWeight[];
  /** Not scored in this scenario; they keep their weights. */
  readonly leftOut: readonly SiblingWeight[];
  readonly locked: ReadonlySet<NodeCode>;
}

interface KeptProposals {
  readonly committed: ScoringResult | null;
  readonly byKey: ReadonlyMap<string, Proposal>;
}

const NOTHING: ReadonlyMap<string, Proposal> = new Map();

/**
 * The proposals of all methods that have what they need. A change of one judgment asks again for its own method only.
 */
export function useProposals(
  group: Group,
  asked: ReadonlyMap<MethodId, WeightsAsked>,
): ReadonlyMap<MethodId, Proposal> {
  const scenario = useSelection((state) => state.scenario);
  const committed = useScores((state) => state.committed);
  const [kept, setKept] = useState<KeptProposals>({ committed: null, byKey: NOTHING });
  // Another state of the workbook may give other answers to the same questions.
  const found = kept.committed === committed ? kept.byKey : NOTHING;
  const state = useMemo(
    () => JSON.stringify([scenario, group.parent, group.scored, [...group.locked]]),
    [scenario, group],
  );
  const keys = useMemo(
    () =>
      new Map([...asked].map(([method, each]) => [method, state + JSON.stringify(each)] as const)),
    [asked, state],
  );

  useEffect(() => {
    if (committed === null) return;
    let isOver = false;
    async function ask(before: ScoringResult) {
      for (const [method, each] of asked) {
        const key = keys.get(method) ?? '';
        if (found.has(key)) continue;
        const proposal = await propose(scenario, group, each, before);
        if (isOver) return;
        setKept((all) => ({
          committed: before,
          byKey: new Map(all.committed === before ? all.byKey : []).set(key, proposal),
        }));
      }
    }
    void ask(committed);
    return () => {
      isOver = true;
    };
  }, [asked, keys, found, scenario, group, committed]);

  return useMemo(
    () =>
      new Map(
        [...keys].flatMap(([method, key]) => {
          const proposal = found.get(key);
          return proposal === undefined ? [] : [[method, proposal] as const];
        }),
      ),
    [keys, found],
  );
}

async function propose(
  scenario: ScenarioId,
  group: Group,
  asked: WeightsAsked,
  committed: ScoringResult,
): Promise<Proposal> {
  const { parent, scored, leftOut, locked } = group;
  try {
    const answer = await callHost('weights.propose', { scenario, parent, asked });
    if (answer.shares === null) return { kind: 'answered', answer, weights: null, moves: [] };
    const shareOf = new Map(answer.children.map((node, at) => [node, answer.shares?.[at] ?? 0]));
    const shares = scored.map(({ node }) => shareOf.get(node) ?? 0);
    const weights = keepLocks(scored, shares, locked);
    const { rank } = await callHost('scores.preview', {
      scenario,
      siblings: [{ parent, weights: [...weights, ...leftOut] }],
      contributionsOf: [],
    });
    const moves = committed.units.flatMap((unit, at) => {
      const [before, after] = [committed.rank[at] ?? 0, rank[at] ?? 0];
      return before === after ? [] : [{ unit, before, after }];
    });
    return { kind: 'answered', answer, weights, moves };
  } catch (error) {
    return { kind: 'refused', error };
  }
}
