import { useTranslation } from 'react-i18next';
import type { FrameworkNode } from '../../../shared/model/framework.ts';
import type { Method } from '../../../shared/model/method.ts';
import type { MethodPreview } from '../../../shared/model/method-preview.ts';
import { enumerateNames } from '../../../shared/text/lists.ts';
import { Strip } from '../../charts/Strip.tsx';
import { useLanguage, useNames } from '../../i18n/use-names.ts';
import { selectNode, useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { NameWithSwatch } from '../../ui/Swatch.tsx';
import { columnsOf } from './spread.ts';
import { useSpreadWords } from './use-spread-words.ts';

interface IndicatorTableProps {
  readonly method: Method;
  readonly preview: MethodPreview;
}

/** Every indicator before and after normalisation, with the rules of its own; a row leads to its choices. */
export function IndicatorTable({ method, preview }: IndicatorTableProps) {
  const { t } = useTranslation('method');
  const index = useWorkbook((state) => state.index);
  const indicators = (index?.indicators ?? []).filter(({ code }) =>
    preview.indicators.includes(code),
  );
  return (
    <table className="plain-table method-table method-indicators">
      <caption className="visually-hidden">{t('indicators.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.indicator')}</th>
          <th scope="col">{t('column.raw')}</th>
          <th scope="col">{t('column.normalised')}</th>
          <th scope="col">{t('column.rules')}</th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((indicator) => (
          <IndicatorRow
            key={indicator.code}
            indicator={indicator}
            method={method}
            preview={preview}
          />
        ))}
      </tbody>
    </table>
  );
}

interface IndicatorRowProps extends IndicatorTableProps {
  readonly indicator: FrameworkNode;
}

function IndicatorRow({ indicator, method, preview }: IndicatorRowProps) {
  const { t } = useTranslation('method');
  const index = useWorkbook((state) => state.index);
  const nameIn = useNames();
  const words = useSpreadWords();
  const ownRules = useOwnRules(method);
  const selected = useSelection((state) => state.node === indicator.code);
  const unit = useSelection((state) => state.unit);
  const columns = columnsOf(preview, indicator.code);
  if (columns === null) return null;
  const marked = unit === null ? -1 : preview.scores.units.indexOf(unit);
  const name = nameIn(indicator.name);
  return (
    <tr className={selected ? 'method-selected' : undefined}>
      <th scope="row">
        <button
          type="button"
          aria-expanded={selected}
          aria-label={t('indicators.edit', { indicator: name })}
          onClick={() => selectNode(selected ? null : indicator.code)}
        >
          <NameWithSwatch dimension={index?.dimensionOf.get(indicator.code) ?? 0}>
            {name}
          </NameWithSwatch>
        </button>
      </th>
      <td>
        <Strip
          label={t('indicators.asFound', { indicator: name, text: words(columns.raw) })}
          values={columns.raw}
          marked={marked}
        />
      </td>
      <td>
        <Strip
          label={t('indicators.normalisedAs', { indicator: name, text: words(columns.normalised) })}
          values={columns.normalised}
          marked={marked}
        />
      </td>
      <td className="muted method-own-rules">{ownRules(indicator)}</td>
    </tr>
  );
}

/** Names of the rules that an indicator has of its own. */
function useOwnRules(method: Method): (indicator: FrameworkNode) => string {
  const { t } = useTranslation('method');
  const language = useLanguage();
  return ({ code }) => {
    const treatment = method.treatment.byIndicator[code];
    const normalisation = method.normalisationByIndicator[code];
    return enumerateNames(language, [
      ...(treatment === undefined ? [] : [t(`columnTreatment.name.${treatment.rule}`)]),
      ...(normalisation === undefined ? [] : [t(`normalisation.name.${normalisation.rule}`)]),
    ]);
  };
}
