import { AppError } from '../../shared/contract/errors.ts';
import { type BriefRequest, BriefSection } from '../../shared/contract/brief-operations.ts';
import type { Language } from '../../shared/model/language.ts';
import type { BriefContent } from '../brief/brief-content.ts';
import { briefFiles } from '../brief/brief-files.ts';
import type { SvgPages } from '../brief/split-pages.ts';
import type { TypesettingStage } from '../brief/typesetter.ts';
import { writeFilesWhole } from '../exchange/write-file.ts';
import type { OpenWorkbook } from '../store/open.ts';
import {
  createTypesetting,
  type Typesetting,
  type TypesettingRun,
} from '../workers/typesetting.ts';
import { briefContent } from './brief-content.ts';
import type { ServiceContext } from './context.ts';
import type { Handlers } from './handlers.ts';
import { refuseOverWorkbook } from './output-file.ts';
import type { Clock, JobRun } from './ports.ts';
import { findScenario } from './score-workbook.ts';
import { createScoringService, type ScoringService } from './scoring.ts';
import { scenariosOf } from './workbook-model.ts';

/** Where a job stands when a stage begins. The names are keys of the interface's texts. */
const PROGRESS: Readonly<Record<TypesettingStage | 'file', number>> = {
  charts: 0.1,
  layout: 0.3,
  output: 0.7,
  file: 0.95,
};

export interface BriefService {
  readonly handlers: Pick<Handlers, 'brief.preview' | 'brief.pages' | 'brief.export'>;
  /** Ends the typesetting worker. */
  close(): Promise<void>;
}

type Surroundings = Pick<
  ServiceContext,
  'session' | 'tokens' | 'jobs' | 'clock' | 'resourcesFolder'
>;

/** Briefs of the open workbook: pages for looking at, and the PDF of the same pages. */
export function createBriefService(
  { session, tokens, jobs, clock, resourcesFolder }: Surroundings,
  scoring: ScoringService,
): BriefService {
  const previews = jobs.kind<SvgPages>('brief-preview');
  const exports = jobs.kind<null>('brief-export');
  let typesetting: Typesetting | null = null;

  function warmTypesetting(): Typesetting {
    typesetting ??= createTypesetting(briefFiles(resourcesFolder));
    typesetting.warmUp();
    return typesetting;
  }

  return {
    handlers: {
      'brief.preview': ({ ...request }, { connection }) => ({
        job: previews.start(connection, async (run) => {
          const typesetter = warmTypesetting();
          const { buildBrief } = await loadBuilder();
          const brief = buildBrief(contentOf(session.current(), request, scoring, clock));
          return typesetter.pages(brief, typesettingRun(run));
        }),
      }),

      'brief.pages': ({ job }, { connection }) => previews.result(connection, job),

      'brief.export': ({ request, token }, { connection }) => {
        const path = tokens.use(token, 'save-pdf', connection);
        const workbook = session.current();
        refuseOverWorkbook(path, workbook.path);
        const job = exports.start(connection, async (run) => {
          const typesetter = warmTypesetting();
          const { buildBrief } = await loadBuilder();
          const brief = buildBrief(contentOf(workbook, request, scoring, clock));
          const pdf = await typesetter.pdf(brief, typesettingRun(run));
          run.signal.throwIfAborted();
          run.progress(PROGRESS.file, 'file');
          await writeFilesWhole([{ path, content: [pdf] }]);
          return null;
        });
        return { job };
      },
    },
    close: async () => typesetting?.close(),
  };
}

/**
 * Writes the brief of a workbook with all its sections.
 *
 * @param scenario name or id; null: `baseline`
 * @returns size of the file
 * @throws AppError E_NOT_FOUND for an unknown scenario, E_STORAGE when the file cannot be written
 */
export async function writeBrief(
  workbook: OpenWorkbook,
  { scenario, language, path }: { scenario: string | null; language: Language; path: string },
  { resourcesFolder, clock }: { resourcesFolder: string; clock: Clock },
): Promise<{ bytes: number }> {
  refuseOverWorkbook(path, workbook.path);
  const scenarios = scenariosOf(workbook).map((stored) => stored.scenario);
  const request: BriefRequest = {
    scenario: findScenario(scenarios, scenario),
    language,
    sections: [...BriefSection.options],
  };
  const typesetting = createTypesetting(briefFiles(resourcesFolder));
  try {
    typesetting.warmUp();
    const scoring = createScoringService({ session: { current: () => workbook } });
    const { buildBrief } = await loadBuilder();
    const brief = buildBrief(contentOf(workbook, request, scoring, clock));
    const pdf = await typesetting.pdf(brief, {
      signal: new AbortController().signal,
      onStage: () => {},
    });
    const [written] = await writeFilesWhole([{ path, content: [pdf] }]);
    if (written === undefined) throw new AppError('E_INTERNAL', 'nothing was written');
    return { bytes: written.bytes };
  } finally {
    await typesetting.close();
  }
}

/** A start does without the sections and their words. */
function loadBuilder() {
  return import('../brief/build-brief.ts');
}

/** All of one state of the workbook: nothing here waits. */
function contentOf(
  workbook: OpenWorkbook,
  request: BriefRequest,
  scoring: ScoringService,
  clock: Clock,
): BriefContent {
  return briefContent(workbook, request, {
    scoresOf: (scenario) => scoring['scores.get']({ scenario }),
    date: dayOf(clock()),
  });
}

function typesettingRun({ signal, progress }: JobRun): TypesettingRun {
  return { signal, onStage: (stage) => progress(PROGRESS[stage], stage) };
}

/** In the time zone of the machine: the day that the analyst sees on the wall. */
function dayOf(time: Date): string {
  const two = (part: number) => `${part}`.padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
