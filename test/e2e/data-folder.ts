import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the host has kept of a workbook's layout: the view in front, and what panels remember, by name. */
interface KeptLayout {
  readonly view: string;
  readonly memories: Readonly<Record<string, unknown>>;
}

/**
 * The layout in a data folder, which the page hands over a moment after it changed; null: none yet. The folder must know
 * one workbook only.
 */
export function keptLayout(dataFolder: string): KeptLayout | null {
  const folder = join(dataFolder, 'layouts');
  const file = filesIn(folder).find((name) => name.endsWith('.json'));
  if (file === undefined) return null;
  const { layout } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { layout: string };
  return JSON.parse(layout) as KeptLayout;
}

/** The language that is there again after a restart. */
export function keptLanguage(dataFolder: string): string {
  const text = readFileSync(join(dataFolder, 'settings.json'), 'utf8');
  return (JSON.parse(text) as { settings: { language: string } }).settings.language;
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
