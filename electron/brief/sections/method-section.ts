import type { FrameworkNode } from '../../../shared/model/framework.ts';
import { methodSentences } from '../../../shared/text/method-in-words.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { notesInWords } from '../../../shared/text/note-in-words.ts';
import { formatSharePercent, formatValue } from '../../../shared/text/numbers.ts';
import { unitOfMeasureIn } from '../../../shared/text/units-of-measure.ts';
import type { MethodSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { wordings } from '../wording.ts';

export function methodSection(facts: BriefFacts): MethodSection {
  const { content, language, view, officialNames } = facts;
  const { framework, method } = content;
  const words = wordings[language].method;
  const ranking = wordings[language].ranking;
  const types = new Set(facts.indicators.flatMap(({ indicator }) => indicator?.type ?? []));
  const isIndicator = (code: string) => facts.index.byCode.get(code as never)?.indicator != null;
  const { plausible } = view.result;
  return {
    kind: 'method',
    title: wordings[language].section.method,
    paragraphs: [...methodSentences(method, types, officialNames), words.rankRule],
    notesTitle: words.notesTitle,
    notes: notesInWords(view.result.notes, officialNames),
    intervalsTitle: words.intervalsTitle,
    intervals: [
      ranking.noteCoverage,
      ranking.noteInterval,
      plausible === null
        ? ranking.noPlausible
        : ranking.notePlausible(formatValue(plausible.draws), `${plausible.seed}`),
    ],
    frameworkTitle: words.frameworkTitle,
    frameworkSource:
      framework.source === null
        ? ''
        : words.frameworkSource(framework.source.title, framework.source.date),
    frameworkHead: words.frameworkHead,
    framework: facts.dimensions.flatMap(({ code, name, colour }) => [
      { level: 'dimension' as const, name, colour, weight: weightOf(facts, code) },
      ...facts
        .indicatorsOf(code)
        .map((node) => ({ level: 'indicator' as const, cells: frameworkRow(facts, node) })),
    ]),
    frameworkNote: words.frameworkNote,
    assumptionsTitle: words.assumptionsTitle,
    assumptions: framework.assumptions
      .filter(({ code }) => !isIndicator(code))
      .map(({ text }) => nameIn(language, text)),
    indicatorAssumptionsTitle: words.indicatorAssumptionsTitle,
    indicatorAssumptions: framework.assumptions
      .filter(({ code }) => isIndicator(code))
      .map(({ text }) => nameIn(language, text)),
  };
}

function weightOf({ view }: BriefFacts, code: FrameworkNode['code']): string {
  return formatSharePercent(view.result.effectiveWeight[view.nodePosition(code)] ?? NaN);
}

function frameworkRow(facts: BriefFacts, { code }: FrameworkNode): string[] {
  const { language, officialNames } = facts;
  const words = wordings[language].method;
  const { definition, label, unitOfMeasure } = facts.measure(code);
  const name = officialNames.node(code);
  const direction = definition.direction === 1 ? words.higher : words.lower;
  const basis = definition.timeRuleBasis;
  return [
    `${code} ${name}`,
    weightOf(facts, code),
    label === name ? words.same : label,
    unitOfMeasureIn(language, unitOfMeasure),
    definition.transform === 'log10'
      ? `${direction}${wordings[language].comma}${words.log10}`
      : direction,
    definition.timeRule === null
      ? words.noTimeRule
      : basis === null
        ? definition.timeRule
        : words.timeRule(definition.timeRule, words.basis[basis]),
  ];
}
