import { useEffect, useState } from 'react';
import type { CellGrid } from '../../../shared/contract/evidence-operations.ts';
import type { ResolvedScenario } from '../../../shared/contract/scenario-operations.ts';
import type { FrameworkIndex } from '../../../shared/model/framework-index.ts';
import type { NodeCode, Revision, ScenarioId } from '../../../shared/model/ids.ts';
import type { ScenarioContent } from '../../../shared/model/scenario-differences.ts';
import { siblingShare } from '../../../shared/weights/sibling-share.ts';
import { callHost } from '../../stores/host-connection.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';

export interface ScenarioPair {
  readonly first: ScenarioContent;
  readonly second: ScenarioContent;
}

interface PairState {
  readonly asked: string;
  readonly pair: ScenarioPair | null;
  readonly error: unknown;
}

/** What is in force in two scenarios, read again after every act. `pair` null: not read yet. */
export function useScenarioPair(first: ScenarioId, second: ScenarioId): PairState {
  const revision = useWorkbook((state) => state.revision);
  const index = useWorkbook((state) => state.index);
  const asked = JSON.stringify([first, second]);
  // Another revision is another question.
  const wish = JSON.stringify([first, second, revision]);
  const [state, setState] = useState<PairState>({ asked, pair: null, error: null });
  useEffect(() => {
    if (index === null) return;
    let wanted = true;
    const [from, to] = JSON.parse(wish) as [ScenarioId, ScenarioId, Revision];
    Promise.all([readContent(from, index), readContent(to, index)]).then(
      ([one, other]) => {
        if (wanted) setState({ asked, pair: { first: one, second: other }, error: null });
      },
      (error: unknown) => {
        if (wanted) setState({ asked, pair: null, error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [asked, wish, index]);
  return state.asked === asked ? state : { asked, pair: null, error: null };
}

async function readContent(scenario: ScenarioId, index: FrameworkIndex): Promise<ScenarioContent> {
  const [resolved, grid] = await Promise.all([
    callHost('scenarios.resolved', { scenario }),
    callHost('cells.grid', { scenario }),
  ]);
  return contentOf(resolved, grid, index);
}

function contentOf(
  { method, weights, excludedUnits, excludedNodes }: ResolvedScenario,
  { units, indicators, values }: CellGrid,
  index: FrameworkIndex,
): ScenarioContent {
  const weightOf = new Map(weights.map(({ node, weight }) => [node, weight]));
  const share = (node: NodeCode) => siblingShare(node, index, weightOf);
  return { method, share, excludedUnits, excludedNodes, units, indicators, values };
}
