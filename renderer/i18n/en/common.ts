import type { Wording } from '../wording.ts';
import type { common as chinese } from '../zh/common.ts';

export const common: Wording<typeof chinese> = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  reset: 'Reset',
  edit: 'Edit',
  delete: 'Delete',
  loading: 'Loading…',
  unknown: 'Unknown',
  missing: 'Missing',
  language: { zh: '中文', en: 'English' },
};
