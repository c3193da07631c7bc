import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import type { Language } from '../../shared/model/language.ts';
import type { SettingsFile } from '../store/settings-file.ts';
import { sampleContent } from './sample.ts';
import type { Clock, Logger } from './ports.ts';
import type { WorkbookSession } from './workbook-session.ts';

const SAMPLE_NAME: Readonly<Record<Language, string>> = {
  zh: '中国大模型企业竞争力.hengmo',
  en: 'China LLM competitiveness.hengmo',
};

export interface FirstWorkbookOptions {
  readonly session: WorkbookSession;
  readonly settings: SettingsFile;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * What is open when the workbench starts: the workbook of last time that is still there, or one made from the bundled
 * data. One that is there but cannot be opened leaves none open: the person is to be told why, not shown another.
 */
export async function openFirstWorkbook(options: FirstWorkbookOptions): Promise<void> {
  const { session, settings, logger } = options;
  const last = settings.recent().find(({ path }) => existsSync(path));
  try {
    await (last === undefined ? openSample(options) : session.open(last.path));
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    logger.warn('the first workbook cannot be opened', { cause });
  }
}

async function openSample(options: FirstWorkbookOptions): Promise<void> {
  const { session, settings, dataFolder, resourcesFolder, clock } = options;
  const { language } = settings.settings();
  const folder = join(dataFolder, 'workbooks');
  const path = join(folder, SAMPLE_NAME[language]);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Whatever stands there is the analyst's.
  if (existsSync(path)) await session.open(path);
  else await session.create(path, await sampleContent(resourcesFolder, language, clock));
}
