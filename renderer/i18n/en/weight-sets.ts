import type { Wording } from '../wording.ts';
import type { weightSets as chinese } from '../zh/weight-sets.ts';

export const weightSets: Wording<typeof chinese> = {
  title: 'Weight sets',
  name: 'Name of the set',
  placeholder: 'Name the weights of now, e.g. expert panel',
  save: 'Save weights',
  none: 'No set has been saved yet. A saved set can be gone back to at any time, or applied in another scenario.',
  same: 'Same as the weights of now.',
  apply: 'Apply',
  applySet: 'Apply the set {{name}}',
  rename: 'Rename {{name}}',
  newName: 'New name of {{name}}',
  delete: 'Delete {{name}}',
  more: '{{count}} more differences',
};
