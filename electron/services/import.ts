import type { ImportPreview } from '../../shared/contract/file-operations.ts';
import type { Language } from '../../shared/model/language.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import type { ImportedContent } from '../exchange/import-content.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import type { Clock } from './ports.ts';

/** What a preview shows of the data. */
const PREVIEW_ROWS = 8;
const PREVIEW_COLUMNS = 12;

/** Reads framework and data files; see `readImport`. Nothing is written. */
export async function importContent(
  frameworkPath: string,
  dataPath: string,
  language: Language,
  clock: Clock,
): Promise<ImportedContent> {
  const { readImport } = await import('../exchange/import-content.ts');
  return readImport(frameworkPath, dataPath, { recordedAt: clock().toISOString(), language });
}

export function createImportService({
  session,
  tokens,
  clock,
}: Pick<ServiceContext, 'session' | 'tokens' | 'clock'>): Pick<
  Handlers,
  'import.preview' | 'import.commit'
> {
  return {
    'import.preview': async ({ framework, data, language }, { connection }) => {
      const imported = await importContent(
        tokens.look(framework, 'import-framework', connection),
        tokens.look(data, 'import-data', connection),
        language,
        clock,
      );
      return previewOf(imported, language);
    },
    'import.commit': async ({ framework, data, target, language }, { connection }) => {
      const { content } = await importContent(
        tokens.look(framework, 'import-framework', connection),
        tokens.look(data, 'import-data', connection),
        language,
        clock,
      );
      const workbook = await session.create(
        tokens.use(target, 'create-workbook', connection),
        content,
      );
      return { revision: workbook.revision };
    },
  };
}

function previewOf(
  { content, attributeColumns }: ImportedContent,
  language: Language,
): ImportPreview {
  const indicators = content.framework.nodes.filter(({ indicator }) => indicator !== null);
  const presentCount = content.adoptions.length;
  return {
    title: content.title[language],
    unitCount: content.units.length,
    indicatorCount: indicators.length,
    presentCount,
    missingCount: content.units.length * indicators.length - presentCount,
    attributeColumns: [...attributeColumns],
    sample: sampleRows(
      content,
      indicators.slice(0, PREVIEW_COLUMNS).map(({ code }) => code),
      language,
    ),
  };
}

function sampleRows(
  { units, observations, adoptions }: WorkbookContent,
  columns: readonly string[],
  language: Language,
): ImportPreview['sample'] {
  const shown = units.slice(0, PREVIEW_ROWS);
  const codes = new Set(shown.map(({ code }) => code));
  const adopted = adoptions.filter(({ unit }) => codes.has(unit));
  const ids = new Set(adopted.map(({ observation }) => observation));
  const valueOf = new Map(
    observations.filter(({ id }) => ids.has(id)).map(({ id, value }) => [id, value]),
  );
  const textOf = (unit: string, indicator: string) => {
    const cell = adopted.find((each) => each.unit === unit && each.indicator === indicator);
    return cell === undefined ? '' : String(valueOf.get(cell.observation));
  };
  return {
    columns: ['uCode', 'uName', ...columns],
    rows: shown.map(({ code, name }) => [
      code,
      name[language],
      ...columns.map((column) => textOf(code, column)),
    ]),
  };
}
