import type { Language } from '../../shared/model/language.ts';
import { BASELINE } from '../../shared/model/ids.ts';
import type { WorkbookContent } from '../../shared/model/workbook-content.ts';
import { BASELINE_NAME } from '../../shared/text/baseline-name.ts';
import type { Clock } from './ports.ts';

/**
 * Content of a new workbook made from the bundled data set. The data is bilingual; the language only names the root
 * scenario.
 *
 * @throws AppError E_STORAGE when the installation is damaged
 */
export async function sampleContent(
  resourcesFolder: string,
  language: Language,
  clock: Clock,
): Promise<WorkbookContent> {
  const { loadBundledData } = await import('../exchange/bundled-data.ts');
  const data = await loadBundledData(resourcesFolder);
  const recordedAt = clock().toISOString();
  return {
    title: data.title,
    author: '',
    framework: data.framework,
    method: data.method,
    shipped: null,
    units: [...data.units],
    sources: [...data.sources],
    series: [...data.series],
    observations: data.observations.map((each) => ({ ...each, author: null, recordedAt })),
    adoptions: [...data.adopted],
    scenarios: [
      {
        id: BASELINE,
        parent: null,
        name: BASELINE_NAME[language],
        description: '',
        overrides: [],
      },
    ],
    weightSets: [],
  };
}
