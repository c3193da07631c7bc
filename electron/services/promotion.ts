import { BASELINE } from '../../shared/model/ids.ts';
import { replacePart } from '../../shared/model/replace-part.ts';
import { insertOverride, insertScenario } from '../store/repositories/scenarios.ts';
import { writeMethod } from '../store/repositories/framework.ts';
import type { RowWriter } from '../oplog/row-writer.ts';
import type { OpenWorkbook } from '../store/open.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import {
  othersAfterPromotion,
  planPromotion,
  withBaselineOverrides,
  type PromotedCell,
} from './promote-scenario.ts';
import { recordValues } from './record-values.ts';
import { checkInForce, newScenario, writeWeights } from './scenarios.ts';
import { methodOf, rowNumbersOf, scenarioOf, scenariosOf } from './workbook-model.ts';
import { writeOverrides } from './write-overrides.ts';

/** Makes a scenario the baseline. The rule for all other scenarios: `planPromotion`. */
export function createPromotionService({
  session,
  clock,
  ids,
}: Pick<ServiceContext, 'session' | 'clock' | 'ids'>): Pick<
  Handlers,
  'scenarios.promotion' | 'scenarios.promote'
> {
  return {
    'scenarios.promotion': ({ scenario }) => {
      const workbook = session.current();
      const { summary } = planPromotion(workbook, scenario);
      return { ...summary, others: othersAfterPromotion(workbook, scenario) };
    },

    'scenarios.promote': ({ scenario: id, keepFormerAs, baseRevision }) => {
      const workbook = session.current();
      const stored = scenarioOf(workbook, id);
      const baseline = scenarioOf(workbook, BASELINE);
      const plan = planPromotion(workbook, id);
      const former =
        keepFormerAs === null
          ? null
          : newScenario(
              workbook,
              ids,
              { parent: BASELINE, name: keepFormerAs, description: '' },
              plan.former,
            );
      const then = withBaselineOverrides(
        scenariosOf(workbook).map(({ scenario }) =>
          scenario.id === id ? { ...scenario, overrides: [...plan.promoted.values()] } : scenario,
        ),
        plan.baseline,
      );
      // What is left out in the baseline is left out wherever nothing else is said.
      for (const scenario of then) checkInForce(workbook, then, scenario.id);
      const { revision } = workbook.commit(
        {
          kind: 'scenarios.promote',
          parameters: { scenario: id, name: stored.scenario.name },
          touched: ['framework', 'scenarios', 'cells', 'observations'],
          baseRevision,
        },
        (writer) => {
          writeWeights(workbook, writer, plan.weights);
          writeMethod(writer, replacePart(methodOf(workbook), plan.method));
          recordCells(workbook, writer, plan.cells, clock().toISOString(), ids);
          writeOverrides(workbook, writer, baseline, plan.baseline);
          writeOverrides(workbook, writer, stored, plan.promoted);
          if (former === null) return;
          insertScenario(writer, former.scenario, {
            number: former.number,
            parent: baseline.number,
          });
          for (const override of former.scenario.overrides) {
            insertOverride(writer, former.number, override, rowNumbersOf(workbook));
          }
        },
      );
      return { revision };
    },
  };
}

/** Each value becomes an observation with the note that its override had. */
function recordCells(
  workbook: OpenWorkbook,
  writer: RowWriter,
  cells: readonly PromotedCell[],
  recordedAt: string,
  ids: () => string,
): void {
  for (const [note, edits] of Map.groupBy(cells, (cell) => cell.note)) {
    recordValues(workbook, writer, edits, { note, recordedAt, ids });
  }
}
