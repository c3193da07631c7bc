import type { Wording } from '../wording.ts';
import type { brief as chinese } from '../zh/brief.ts';

export const brief: Wording<typeof chinese> = {
  language: 'Language',
  sections: 'Sections',
  sectionsHint: 'Tick what goes in; the arrows change the order.',
  moveUp: 'Move up: {{section}}',
  moveDown: 'Move down: {{section}}',
  section: {
    findings: 'Key findings',
    ranking: 'Ranking',
    contributions: 'Contributions by dimension',
    scenario: 'What the scenario changes',
    units: 'Unit pages',
    method: 'Method and assumptions',
    unknowns: 'What is not known',
    data: 'Data table',
    sources: 'Sources',
  },
  none: 'No section is ticked.',
  export: 'Export PDF',
  exporting: 'Typesetting…',
  preview: 'Preview',
  page: 'Page {{page}} of {{pages}}',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  typesetting: 'Typesetting…',
  cancel: 'Stop',
  stopped: 'Typesetting was stopped. It starts again when settings or data change.',
  again: 'Typeset again',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
};
