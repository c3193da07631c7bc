import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { scenarioDifferences } from '../../../shared/model/scenario-differences.ts';
import { overrideInWords } from '../../../shared/text/override-in-words.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import type { ScenarioPair } from './use-scenario-pair.ts';
import { Prose } from '../../ui/Prose.tsx';

/** What the second of two scenarios says differently from the first, one sentence for each thing. */
export function DifferencesInWords({ pair }: { pair: ScenarioPair }) {
  const { t } = useTranslation('scenarioComparison');
  const sentences = useSentences(pair);
  if (sentences.length === 0) return <p className="muted">{t('noDifferences')}</p>;
  return (
    <ul className="difference-list" aria-label={t('differences')}>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Prose>{sentence}</Prose>
        </li>
      ))}
    </ul>
  );
}

function useSentences({ first, second }: ScenarioPair): string[] {
  const names = useWorkbookNames();
  const framework = useWorkbook((state) => state.framework);
  const index = useWorkbook((state) => state.index);
  const series = useWorkbook((state) => state.series);
  return useMemo(() => {
    if (framework === null || index === null) return [];
    const rowOf = new Map(first.units.map((unit, at) => [unit, at]));
    const columnOf = new Map(first.indicators.map((indicator, at) => [indicator, at]));
    const measures = new Map(series.map((each) => [each.indicator, each.unitOfMeasure]));
    const definitionOf = (code: NodeCode) => index.byCode.get(code)?.indicator ?? null;
    const context = {
      names,
      shareBefore: first.share,
      shareAfter: second.share,
      methodBefore: first.method,
      valueBefore: (unit: UnitCode, indicator: NodeCode) =>
        first.values[
          (rowOf.get(unit) ?? NaN) * first.indicators.length + (columnOf.get(indicator) ?? NaN)
        ] ?? NaN,
      indicatorType: (code: NodeCode) => definitionOf(code)?.type ?? ('score' as const),
      unitOfMeasure: (code: NodeCode) =>
        measures.get(code) ?? definitionOf(code)?.unitOfMeasure ?? '',
    };
    return scenarioDifferences(
      framework.nodes.map(({ code }) => code),
      first,
      second,
    ).flatMap((difference) => overrideInWords(difference, context));
  }, [first, second, framework, index, series, names]);
}
