import type { Wording } from '../wording.ts';
import type { weights as chinese } from '../zh/weights.ts';

export const weights: Wording<typeof chinese> = {
  remark: '100 points in all',
  column: { points: 'Points', share: 'Share' },
  tree: 'Tree of weights',
  expand: 'Expand {{node}}',
  collapse: 'Collapse {{node}}',
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
  slider: 'Weight of {{node}}',
  sliderValue: '{{points}} points, {{share}} of its parent',
  pointsField: 'Points of {{node}}',
  lock: 'Lock {{node}}: it stays when other weights move',
  unlock: 'Unlock {{node}}',
  before: 'was {{points}}',
  restoreGroup: 'Give it and its siblings their baseline weights again',
  excluded: 'Not scored in this scenario',
  disabled: {
    locked: 'Locked. Unlock it to move it.',
    'others-locked': 'All its siblings are locked; none can give or take weight.',
    'only-child': 'It is the only one under its parent and always has 100 % of it.',
    readOnly: 'The workbook is read-only; weights cannot be changed.',
  },
  invalid: {
    number: 'Type a number, e.g. 12.5',
    range: 'Type points between 0 and {{most}}',
  },
  toolbar: 'What the tracks show',
  band: {
    keeps: 'Pale band keeps',
    kind: { order: 'all ranks', top: 'the first few', pair: 'the selected pair', none: 'nothing' },
    count: 'How many of the first',
    jump: 'Move just past here. {{what}}',
    keys: 'Press , or . to move just past the next swap',
  },
  giver: {
    mark: 'Siblings that move take from {{node}} alone, and give to it alone',
    unmark: 'No longer take from {{node}} alone',
  },
  restore: 'Reset to baseline weights',
  key: {
    step: 'half a point less or more',
    bigStep: 'five points less or more',
    ends: 'least and most',
    jump: 'just past the next swap',
    giver: 'let its siblings take from this one alone',
    takeFromNext: 'take from the next one alone (hold Alt while dragging)',
    cancel: 'take back the change under way',
  },
};
