import type { Wording } from '../wording.ts';
import type { workbook as chinese } from '../zh/workbook.ts';

export const workbook: Wording<typeof chinese> = {
  menu: 'Workbook',
  new: 'New from the bundled data…',
  open: 'Open…',
  recent: 'Recent',
  noRecent: 'No other workbook has been opened yet',
  gone: 'The file is no longer there',
  saveCopy: 'Save a copy…',
  import: 'Import…',
  exportMenu: 'Export data',
  exportXlsx: 'Export as Excel workbook (XLSX)…',
  exportCsv: 'Export as CSV…',
  exportJson: 'Export as JSON…',
  newName: 'China LLM companies 2025.hengmo',
  created: 'Created {{file}}',
  opened: 'Opened {{file}}',
  written: 'Wrote {{file}}',
  downloaded: 'Downloaded {{file}}',
  reveal: 'Show in its folder',
  drop: 'Drop to open this workbook',
  dropRefused: 'Only one .hengmo workbook can be dropped',
};
