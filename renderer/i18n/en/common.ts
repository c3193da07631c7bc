import type { Wording } from '../wording.ts';
import type { common as chinese } from '../zh/common.ts';

export const common: Wording<typeof chinese> = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  reset: 'Reset',
  loading: 'Loading…',
  missing: 'Missing',
  language: { zh: '中文', en: 'English' },
};
