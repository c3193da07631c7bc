import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { TypesetterFiles } from './typesetter.ts';

const FONTS = [
  { folder: '400Regular', file: 'NotoSansSC_400Regular.ttf' },
  { folder: '700Bold', file: 'NotoSansSC_700Bold.ttf' },
] as const;

/**
 * Template and fonts of the brief. An installed product has its fonts under `resources/fonts`; in the repository they
 * come from their package.
 *
 * @throws AppError E_STORAGE when the installation lacks them
 */
export function briefFiles(resourcesFolder: string): TypesetterFiles {
  const templateFolder = join(resourcesFolder, 'brief');
  const installed = FONTS.map(({ file }) => join(resourcesFolder, 'fonts', file));
  const fontFiles = installed.every(existsSync) ? installed : packagedFonts();
  for (const file of [join(templateFolder, 'brief.typ'), ...fontFiles]) {
    if (existsSync(file)) continue;
    throw new AppError('E_STORAGE', 'A file of the brief is missing; reinstall the program.', {
      reason: 'brief-files-missing',
    });
  }
  return { templateFolder, fontFiles };
}

function packagedFonts(): string[] {
  try {
    const { resolve } = createRequire(import.meta.url);
    const folder = dirname(resolve('@expo-google-fonts/noto-sans-sc/package.json'));
    return FONTS.map((font) => join(folder, font.folder, font.file));
  } catch {
    return FONTS.map(({ file }) => file);
  }
}
