import { z } from 'zod';
import { Revision, ScenarioId, WeightSetId } from '../model/ids.ts';
import { WeightSet, WeightSetName } from '../model/weight-set.ts';
import { command, query } from './operation.ts';

const Changed = z.strictObject({ revision: Revision });

/** Named sets of weights, kept in the workbook. */
export const weightSetOperations = {
  'weightSets.list': query(z.strictObject({}), z.array(WeightSet)),
  /** Keeps the weights in force in a scenario under a name that is not taken. */
  'weightSets.save': command(
    z.strictObject({ scenario: ScenarioId, name: WeightSetName, baseRevision: Revision }),
    z.strictObject({ revision: Revision, id: WeightSetId }),
  ),
  'weightSets.rename': command(
    z.strictObject({ set: WeightSetId, name: WeightSetName, baseRevision: Revision }),
    Changed,
  ),
  'weightSets.delete': command(
    z.strictObject({ set: WeightSetId, baseRevision: Revision }),
    Changed,
  ),
};
