import { create } from 'zustand';
import type { Settings } from '../../shared/contract/settings-operations.ts';
import { setLanguage } from '../i18n/i18n.ts';
import { callHost } from './host-connection.ts';

/** Language, theme and density: of the person and the machine, not of the workbook. */
export const useSettings = create<Settings>(() => ({
  language: 'zh',
  theme: 'system',
  density: 'normal',
}));

const darkScheme = '(prefers-color-scheme: dark)';
const moreContrast = '(prefers-contrast: more)';

/** The theme in effect: what the person chose, or what the system asks for. */
export function themeInEffect(theme: Settings['theme']): 'light' | 'dark' | 'high-contrast' {
  if (theme !== 'system') return theme;
  if (matchMedia(moreContrast).matches) return 'high-contrast';
  return matchMedia(darkScheme).matches ? 'dark' : 'light';
}

export async function loadSettings(): Promise<Settings> {
  const settings = await callHost('settings.get', {});
  useSettings.setState(settings);
  return settings;
}

/** Shows the change at once; when it cannot be kept, the old setting comes back and the caller shows why. */
export async function changeSettings(part: Partial<Settings>): Promise<void> {
  const before = useSettings.getState();
  await show({ ...before, ...part });
  try {
    await show(await callHost('settings.set', part));
  } catch (error) {
    await show(before);
    throw error;
  }
}

export async function show(settings: Settings): Promise<void> {
  useSettings.setState(settings);
  applyAppearance(settings);
  await setLanguage(settings.language);
}

export function applyAppearance({ theme, density }: Settings): void {
  const root = document.documentElement;
  const shown = themeInEffect(theme);
  root.dataset['theme'] = shown;
  root.dataset['density'] = density;
  document.body.classList.toggle('bp6-dark', shown !== 'light');
}

/** Follows the system while the theme is left to it. */
export function followSystemTheme(): void {
  for (const question of [darkScheme, moreContrast]) {
    matchMedia(question).addEventListener('change', () => applyAppearance(useSettings.getState()));
  }
}
