import type { Wording } from '../wording.ts';
import type { common as chinese } from '../zh/common.ts';

export const common: Wording<typeof chinese> = {
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'OK',
  dismiss: 'Dismiss',
  retry: 'Try again',
  reset: 'Reset',
  save: 'Save',
  edit: 'Edit',
  delete: 'Delete',
  copy: 'Copy',
  search: 'Search',
  loading: 'Loading…',
  nothing: 'None',
  unknown: 'Unknown',
  missing: 'Missing',
  percent: '{{value}}%',
  language: { zh: '中文', en: 'English' },
};
