import { openSettingsFile } from '../store/settings-file.ts';
import type { ServiceContext } from './context.ts';
import { createBriefService } from './brief.ts';
import { createDiagnosisService } from './diagnosis.ts';
import { createEvidenceService } from './evidence.ts';
import { createExportService } from './export.ts';
import { openFirstWorkbook } from './first-workbook.ts';
import { createHistoryService } from './history.ts';
import { createImportService } from './import.ts';
import { createPictureService } from './pictures.ts';
import { createMethodPreviewService } from './method-preview.ts';
import { createPairedService } from './paired.ts';
import { createPromotionService } from './promotion.ts';
import { createRobustnessService } from './robustness.ts';
import { createScenarioService } from './scenarios.ts';
import { createScoreMatrixService } from './score-matrix.ts';
import { createScoringService } from './scoring.ts';
import { createSettingsService } from './settings.ts';
import { createWeightAnalysisService } from './weight-analysis.ts';
import { createWeightSetService } from './weight-sets.ts';
import { createWorkbookService } from './workbook.ts';
import { createWorkbookSession, type WorkbookSession } from './workbook-session.ts';
import type { Settings } from '../../shared/contract/settings-operations.ts';

/**
 * The services around one workbook with all that they answer.
 *
 * @param surroundings what the host supplies
 */
export async function createServices(
  surroundings: Omit<ServiceContext, 'session'>,
  defaults: Settings,
) {
  const { dataFolder, clock, ids, logger, emit } = surroundings;
  const settings = await openSettingsFile(dataFolder, defaults, (cause) =>
    logger.warn('the settings could not be read; they start anew', { cause }),
  );
  const session: WorkbookSession = createWorkbookSession({
    dataFolder,
    clock,
    ids,
    logger,
    emit,
    remember: (path) => settings.remember(path, clock()),
  });
  const context: ServiceContext = { ...surroundings, session };
  const scoring = createScoringService(context);
  const brief = createBriefService(context, scoring);
  return {
    session,
    openFirstWorkbook: () => openFirstWorkbook({ ...context, settings }),
    handlers: {
      ...createWorkbookService(context, settings),
      ...createEvidenceService(context),
      ...createScenarioService(context),
      ...createPromotionService(context),
      ...createPairedService(context),
      ...scoring,
      ...createMethodPreviewService(context),
      ...createDiagnosisService(context),
      ...createScoreMatrixService(context),
      ...createRobustnessService(context),
      ...createWeightAnalysisService(context),
      ...createWeightSetService(context),
      ...createHistoryService(context),
      ...createSettingsService(context, settings),
      ...createImportService(context),
      ...createExportService(context),
      ...createPictureService(context),
      ...brief.handlers,
    },
    /** After the last call: ends the workers and folds the workbook into its file. */
    async close() {
      await brief.close();
      await session.close();
    },
  };
}
