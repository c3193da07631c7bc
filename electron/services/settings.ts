import { readWorkbookRow } from '../store/repositories/workbook-row.ts';
import type { SettingsFile } from '../store/settings-file.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';

type SettingsHandlers = Pick<
  Handlers,
  'settings.get' | 'settings.set' | 'layout.get' | 'layout.set'
>;

/** Settings of the person, and the arrangement of panels kept for each workbook. */
export function createSettingsService(
  { session, emit }: Pick<ServiceContext, 'session' | 'emit'>,
  settings: SettingsFile,
): SettingsHandlers {
  const workbookId = () => readWorkbookRow(session.current().reader).uid;
  return {
    'settings.get': () => settings.settings(),
    'settings.set': async (part) => {
      const changed = await settings.change(part);
      emit({ type: 'settings.changed' });
      return changed;
    },
    'layout.get': async () => ({ layout: await settings.layout(workbookId()) }),
    'layout.set': async ({ layout }) => {
      await settings.setLayout(workbookId(), layout);
      return {};
    },
  };
}
