import type { IndicatorDefinition } from '../model/framework.ts';
import type { NodeCode, UnitCode } from '../model/ids.ts';
import type { Method } from '../model/method.ts';
import type { Override } from '../model/scenario.ts';
import {
  aggregationsInWords,
  columnTreatmentInWords,
  missingRuleInWords,
  normalisationInWords,
  treatmentInWords,
} from './method-in-words.ts';
import { enumerate } from './lists.ts';
import type { Names } from './names.ts';
import { formatSharePercent } from './numbers.ts';
import { formatValueWithUnit } from './units-of-measure.ts';

/** What an override is compared with, and how its things are called. */
export interface OverrideContext {
  readonly names: Names;
  /** Share among the siblings, 0..1. */
  readonly shareBefore: (node: NodeCode) => number;
  readonly shareAfter: (node: NodeCode) => number;
  readonly methodBefore: Method;
  /** In `baseline`; NaN = missing. */
  readonly valueBefore: (unit: UnitCode, indicator: NodeCode) => number;
  readonly indicatorType: (indicator: NodeCode) => IndicatorDefinition['type'];
  /** As the indicator is measured in this workbook. */
  readonly unitOfMeasure: (indicator: NodeCode) => string;
}

/** What an override changes against `baseline`, one sentence for each thing; none when it changes nothing. */
export function overrideInWords(override: Override, context: OverrideContext): string[] {
  const { names } = context;
  const words = WORDS[names.language];
  switch (override.kind) {
    case 'weight': {
      const before = formatSharePercent(context.shareBefore(override.node));
      const after = formatSharePercent(context.shareAfter(override.node));
      return before === after ? [] : [words.weight(names.node(override.node), before, after)];
    }
    case 'value':
      return [valueInWords(override, context)];
    case 'method':
      return methodPartInWords(override.part, context);
    case 'unit-inclusion':
      return [
        override.included
          ? words.unitIncluded(names.unit(override.unit))
          : words.unitExcluded(names.unit(override.unit)),
      ];
    case 'node-inclusion':
      return [
        override.included
          ? words.nodeIncluded(names.node(override.node))
          : words.nodeExcluded(names.node(override.node)),
      ];
  }
}

function valueInWords(
  override: Extract<Override, { kind: 'value' }>,
  context: OverrideContext,
): string {
  const { names } = context;
  const { language } = names;
  const words = WORDS[language];
  const type = context.indicatorType(override.indicator);
  const measure = context.unitOfMeasure(override.indicator);
  const inWords = (value: number) => formatValueWithUnit(language, type, value, measure);
  const unit = names.unit(override.unit);
  const indicator = names.node(override.indicator);
  const before = context.valueBefore(override.unit, override.indicator);
  const note = override.note.trim();
  const sentence =
    override.value === null
      ? words.emptied(unit, indicator, inWords(before))
      : Number.isNaN(before)
        ? words.filled(unit, indicator, inWords(override.value))
        : words.replaced(unit, indicator, inWords(before), inWords(override.value));
  return note === '' ? words.plain(sentence) : words.withNote(sentence, note);
}

function methodPartInWords(
  part: Extract<Override, { kind: 'method' }>['part'],
  { names, methodBefore }: OverrideContext,
): string[] {
  const { language } = names;
  const words = WORDS[language];
  const method: Method = { ...methodBefore, ...definedOnly(part) };
  const treatments = (of: Method) =>
    enumerate(
      language,
      Object.entries(of.treatment.byIndicator).map(
        ([code, rule]) =>
          `${names.node(code as NodeCode)} ${columnTreatmentInWords(language, rule)}`,
      ),
    ) || words.nothing;
  const exceptions = (of: Method) =>
    enumerate(
      language,
      Object.entries(of.normalisationByIndicator).map(
        ([code, rule]) => `${names.node(code as NodeCode)} ${normalisationInWords(rule, names)}`,
      ),
    ) || words.nothing;
  const shares = (of: Method) =>
    enumerate(language, of.availability.map(formatSharePercent)) || words.nothing;
  const aspects: readonly (readonly [string, string, string])[] = [
    [
      words.aspect.treatment,
      treatmentInWords(language, methodBefore.treatment),
      treatmentInWords(language, method.treatment),
    ],
    [words.aspect.treatments, treatments(methodBefore), treatments(method)],
    [
      words.aspect.normalisation,
      normalisationInWords(methodBefore.normalisation, names),
      normalisationInWords(method.normalisation, names),
    ],
    [words.aspect.exceptions, exceptions(methodBefore), exceptions(method)],
    [
      words.aspect.aggregation,
      aggregationsInWords(language, methodBefore.aggregation),
      aggregationsInWords(language, method.aggregation),
    ],
    [
      words.aspect.missing,
      missingRuleInWords(language, methodBefore.missing),
      missingRuleInWords(language, method.missing),
    ],
    [
      words.aspect.group,
      methodBefore.groupAttribute ?? words.nothing,
      method.groupAttribute ?? words.nothing,
    ],
    [words.aspect.availability, shares(methodBefore), shares(method)],
    [
      words.aspect.minCoverage,
      formatSharePercent(methodBefore.minCoverage),
      formatSharePercent(method.minCoverage),
    ],
  ];
  return aspects
    .filter(([, before, after]) => before !== after)
    .map(([aspect, before, after]) => words.method(aspect, before, after));
}

function definedOnly<Part extends object>(part: Part): Partial<Method> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

const WORDS = {
  zh: {
    nothing: '无',
    plain: (sentence: string) => `${sentence}。`,
    withNote: (sentence: string, note: string) => `${sentence}（${note}）。`,
    weight: (node: string, before: string, after: string) =>
      `${node}：占同级权重由 ${before} 改为 ${after}。`,
    emptied: (unit: string, indicator: string, before: string) =>
      `${unit}，${indicator}：由 ${before} 改为缺失`,
    filled: (unit: string, indicator: string, after: string) =>
      `${unit}，${indicator}：由缺失改为 ${after}`,
    replaced: (unit: string, indicator: string, before: string, after: string) =>
      `${unit}，${indicator}：由 ${before} 改为 ${after}`,
    unitExcluded: (unit: string) => `${unit}不参与计算。`,
    unitIncluded: (unit: string) => `${unit}重新参与计算。`,
    nodeExcluded: (node: string) => `${node}不参与计算，其权重由同级分担。`,
    nodeIncluded: (node: string) => `${node}重新参与计算。`,
    method: (aspect: string, before: string, after: string) =>
      `${aspect}：由“${before}”改为“${after}”。`,
    aspect: {
      treatment: '离群值处理',
      treatments: '单独规定的离群值处理',
      normalisation: '标准化',
      exceptions: '单独规定的标准化',
      aggregation: '合成',
      missing: '缺失数据',
      group: '分组属性',
      availability: '各级可得比例的下限',
      minCoverage: '参与排名的最低覆盖率',
    },
  },
  en: {
    nothing: 'none',
    plain: (sentence: string) => `${sentence}.`,
    withNote: (sentence: string, note: string) => `${sentence} (${note}).`,
    weight: (node: string, before: string, after: string) =>
      `${node}: share among its siblings from ${before} to ${after}.`,
    emptied: (unit: string, indicator: string, before: string) =>
      `${unit}, ${indicator}: from ${before} to missing`,
    filled: (unit: string, indicator: string, after: string) =>
      `${unit}, ${indicator}: from missing to ${after}`,
    replaced: (unit: string, indicator: string, before: string, after: string) =>
      `${unit}, ${indicator}: from ${before} to ${after}`,
    unitExcluded: (unit: string) => `${unit} is left out.`,
    unitIncluded: (unit: string) => `${unit} is included again.`,
    nodeExcluded: (node: string) => `${node} is left out; its siblings share its weight.`,
    nodeIncluded: (node: string) => `${node} is included again.`,
    method: (aspect: string, before: string, after: string) =>
      `${aspect}: from “${before}” to “${after}”.`,
    aspect: {
      treatment: 'Outlier treatment',
      treatments: 'Outlier treatment of single indicators',
      normalisation: 'Normalisation',
      exceptions: 'Normalisation of single indicators',
      aggregation: 'Aggregation',
      missing: 'Missing data',
      group: 'Group attribute',
      availability: 'Least share of children present',
      minCoverage: 'Least coverage for a rank',
    },
  },
} as const;
