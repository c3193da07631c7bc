import type { Wording } from '../wording.ts';
import type { charts as zh } from '../zh/charts.ts';

export const charts: Wording<typeof zh> = {
  copy: 'Copy as a table (pastes into Excel)',
  copied_one: 'Copied {{count}} row',
  copied_other: 'Copied {{count}} rows',
  asTable: 'Show as a table',
  save: 'Save a picture',
  saveSvg: 'Save as SVG…',
  savePng: 'Save as PNG…',
  fullScreen: 'Full screen',
};
