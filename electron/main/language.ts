import { Settings } from '../../shared/contract/settings-operations.ts';
import type { Host } from '../host/create-host.ts';
import type { MenuLanguage } from './menu-texts.ts';

/** The language in which the shell's own words are shown now. */
export interface ShownLanguage {
  language: MenuLanguage;
}

/** Calls `show` now and whenever the analyst has chosen another language. */
export async function followLanguage(
  host: Host,
  shown: ShownLanguage,
  show: (language: MenuLanguage) => void,
): Promise<void> {
  const connection = host.connect((event) => {
    if (event.type === 'settings.changed') void read();
  });

  async function read(): Promise<void> {
    const reply = await connection.call('settings.get', {});
    if (!reply.ok) return;
    const { language } = Settings.parse(reply.value);
    if (language === shown.language) return;
    shown.language = language;
    show(language);
  }

  show(shown.language);
  await read();
}
