import type { BriefSection } from '../../shared/contract/brief-operations.ts';
import { methodLine } from '../../shared/text/method-in-words.ts';
import { nameIn } from '../../shared/text/names.ts';
import type { Brief, BriefSectionModel, Labelled } from './brief.ts';
import type { BriefContent } from './brief-content.ts';
import { type BriefFacts, collectFacts } from './brief-facts.ts';
import type { ChartSpec } from './charts/chart-spec.ts';
import { printableTree } from './printable-text.ts';
import { contributionsSection } from './sections/contributions-section.ts';
import { dataSection } from './sections/data-section.ts';
import { findingsSection } from './sections/findings-section.ts';
import { methodSection } from './sections/method-section.ts';
import { rankingSection } from './sections/ranking-section.ts';
import { scenarioSection } from './sections/scenario-section.ts';
import { sourcesSection } from './sections/sources-section.ts';
import { unitsSection } from './sections/units-section.ts';
import { unknownsSection } from './sections/unknowns-section.ts';
import { wordings } from './wording.ts';

/** Puts a workbook's scenario into print-ready words, numbers and charts. Pure: the same content gives the same brief. */
export function buildBrief(content: BriefContent): Brief {
  const facts = collectFacts(content);
  const { language } = facts;
  const words = wordings[language];
  const title = nameIn(language, content.title);
  const day = words.date(...partsOf(content.date));
  const [year, month, dayOfMonth] = partsOf(content.date);
  const { sections, charts } = buildSections(facts);
  return printableTree({
    language,
    title,
    subtitle: nameIn(language, content.framework.name),
    author: content.author,
    date: { year, month, day: dayOfMonth },
    facts: headFacts(facts, day),
    runningHead: `${facts.scenario?.name ?? ''} · ${day}`,
    words: { madeWith: words.madeWith },
    sections,
    charts,
  });
}

function headFacts(facts: BriefFacts, day: string): Labelled[] {
  const { content, language, names } = facts;
  const words = wordings[language].facts;
  return [
    { label: words.scenario, text: facts.scenario?.name ?? '' },
    { label: words.date, text: day },
    ...(content.author === '' ? [] : [{ label: words.author, text: content.author }]),
    { label: words.method, text: methodLine(content.method, names) },
  ];
}

/** In the analyst's order; the list of sources is made last, wherever it stands, since the others number it. */
function buildSections(facts: BriefFacts): {
  sections: BriefSectionModel[];
  charts: Record<string, ChartSpec>;
} {
  const wanted = [...new Set(facts.content.request.sections)];
  const charts: Record<string, ChartSpec> = {};
  const made = new Map<BriefSection, BriefSectionModel>();
  for (const kind of [...wanted.filter((each) => each !== 'sources'), 'sources' as const]) {
    made.set(kind, buildSection(facts, kind, charts));
  }
  return { sections: wanted.flatMap((kind) => made.get(kind) ?? []), charts };
}

function buildSection(
  facts: BriefFacts,
  kind: BriefSection,
  charts: Record<string, ChartSpec>,
): BriefSectionModel {
  switch (kind) {
    case 'findings':
      return findingsSection(facts);
    case 'ranking':
      return rankingSection(facts);
    case 'contributions':
      return keepCharts(contributionsSection(facts), charts);
    case 'scenario':
      return keepCharts(scenarioSection(facts), charts);
    case 'units':
      return keepCharts(unitsSection(facts), charts);
    case 'method':
      return methodSection(facts);
    case 'unknowns':
      return keepCharts(unknownsSection(facts), charts);
    case 'data':
      return dataSection(facts);
    case 'sources':
      return sourcesSection(facts);
  }
}

function keepCharts<Section>(
  made: { section: Section; charts: Record<string, ChartSpec> },
  charts: Record<string, ChartSpec>,
): Section {
  Object.assign(charts, made.charts);
  return made.section;
}

function partsOf(date: string): [year: number, month: number, day: number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year ?? NaN, month ?? NaN, day ?? NaN];
}
