import type { Wording } from '../wording.ts';
import type { errors as chinese } from '../zh/errors.ts';

export const errors: Wording<typeof chinese> = {
  code: {
    E_INPUT: 'Not a valid input: {{message}}',
    E_NOT_FOUND: 'Not found: {{message}}',
    E_CONFLICT:
      'The workbook was changed by another act just now; this change was not written. Look at the latest state and try again.',
    E_PRECONDITION: 'Not possible now: {{message}}',
    E_UNSUPPORTED: 'Not supported: {{message}}',
    E_CANCELLED: 'Cancelled.',
    E_BUSY: 'Busy; try again in a moment.',
    E_STORAGE: 'The workbook file cannot be read or written: {{message}}',
    E_DB_TOO_NEW:
      'This workbook was made by a newer version of Hengmo; update to open it. The file was not changed.',
    E_FORBIDDEN: 'Not allowed: {{message}}',
    E_INTERNAL: 'Internal error; the change was not written. The log has the details.',
  },
  lostConnection: 'The connection to the host is lost; this change was not written.',
};
