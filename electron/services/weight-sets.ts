import { AppError } from '../../shared/contract/errors.ts';
import { WeightSetId } from '../../shared/model/ids.ts';
import type { OpenWorkbook } from '../store/open.ts';
import {
  deleteWeightSet,
  insertWeightSet,
  readWeightSets,
  renameWeightSet,
  type StoredWeightSet,
} from '../store/repositories/weight-sets.ts';
import { cachedUntil } from './cached.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { resolvedOf, scenarioOf } from './workbook-model.ts';

type WeightSetHandlers = Pick<
  Handlers,
  'weightSets.list' | 'weightSets.save' | 'weightSets.rename' | 'weightSets.delete'
>;

const weightSetsOf = cachedUntil(['weightSets'], ({ reader }) => readWeightSets(reader));

/** Weights kept under a name. A set is applied by `scenarios.setWeights`, like any other change of weights. */
export function createWeightSetService({
  session,
  ids,
}: Pick<ServiceContext, 'session' | 'ids'>): WeightSetHandlers {
  return {
    'weightSets.list': () => weightSetsOf(session.current()).map(({ set }) => set),

    'weightSets.save': ({ scenario: id, name, baseRevision }) => {
      const workbook = session.current();
      const { scenario } = scenarioOf(workbook, id);
      checkName(workbook, name);
      const { nodes } = resolvedOf(workbook, id).framework;
      const stored = weightSetsOf(workbook);
      const number = stored.reduce((most, each) => Math.max(most, each.number), 0) + 1;
      const set = {
        id: WeightSetId.parse(ids()),
        name,
        weights: nodes.map(({ code, weight }) => ({ node: code, weight })),
      };
      const { revision } = workbook.commit(
        {
          kind: 'weightSets.save',
          parameters: { set: set.id, name, scenario: scenario.name },
          touched: ['weightSets'],
          baseRevision,
        },
        (writer) => insertWeightSet(writer, number, set),
      );
      return { revision, id: set.id };
    },

    'weightSets.rename': ({ set: id, name, baseRevision }) => {
      const workbook = session.current();
      const { number, set } = weightSetOf(workbook, id);
      if (name !== set.name) checkName(workbook, name);
      const { revision } = workbook.commit(
        {
          kind: 'weightSets.rename',
          parameters: { set: id, name: set.name, newName: name },
          touched: ['weightSets'],
          baseRevision,
        },
        (writer) => renameWeightSet(writer, number, name),
      );
      return { revision };
    },

    'weightSets.delete': ({ set: id, baseRevision }) => {
      const workbook = session.current();
      const { number, set } = weightSetOf(workbook, id);
      const { revision } = workbook.commit(
        {
          kind: 'weightSets.delete',
          parameters: { set: id, name: set.name },
          touched: ['weightSets'],
          baseRevision,
        },
        (writer) => deleteWeightSet(writer, number),
      );
      return { revision };
    },
  };
}

function weightSetOf(workbook: OpenWorkbook, id: WeightSetId): StoredWeightSet {
  const found = weightSetsOf(workbook).find(({ set }) => set.id === id);
  if (found !== undefined) return found;
  throw new AppError('E_NOT_FOUND', `there is no weight set "${id}"`, {
    reason: 'unknown-weight-set',
    found: id,
  });
}

function checkName(workbook: OpenWorkbook, name: string): void {
  if (weightSetsOf(workbook).some(({ set }) => set.name === name)) {
    throw new AppError('E_INPUT', `there is a weight set "${name}" already`, {
      reason: 'weight-set-name-taken',
      found: name,
    });
  }
}
