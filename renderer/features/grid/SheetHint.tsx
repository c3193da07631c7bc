import { useTranslation } from 'react-i18next';
import { nameIn } from '../../../shared/text/names.ts';
import { formatValue } from '../../../shared/text/numbers.ts';
import { formatCellValue } from '../../../shared/text/units-of-measure.ts';
import { useLanguage } from '../../i18n/use-names.ts';
import { HintCard } from '../../ui/HintCard.tsx';
import { columnValues } from './sheet.ts';
import type { CellWords } from './cell-words.ts';
import type { Place } from './range.ts';
import { cellFacts } from './SheetRow.tsx';
import type { SheetView } from './use-sheet.ts';

/** What the pointer rests on. */
export type HintTarget =
  | { readonly kind: 'cell'; readonly place: Place; readonly anchor: DOMRect }
  | { readonly kind: 'column'; readonly column: number; readonly anchor: DOMRect };

interface SheetHintProps {
  readonly target: HintTarget;
  readonly view: SheetView;
  readonly words: CellWords;
}

export function SheetHint({ target, view, words }: SheetHintProps) {
  return (
    <HintCard anchor={target.anchor}>
      {target.kind === 'cell' ? (
        <CellHint place={target.place} view={view} words={words} />
      ) : (
        <ColumnHint column={target.column} view={view} />
      )}
    </HintCard>
  );
}

function CellHint({ place, view, words }: { place: Place; view: SheetView; words: CellWords }) {
  const language = useLanguage();
  const { sheet } = view;
  const column = sheet.columns[place.column];
  const unit = sheet.units[place.row];
  if (column === undefined || unit === undefined) return null;
  const facts = cellFacts(
    sheet.grid,
    sheet.unitPositions[place.row] ?? 0,
    sheet.indicatorPositions[place.column] ?? 0,
    sheet.pending.get(unit)?.get(column.code),
  );
  return (
    <>
      <div>
        {view.nameOfUnit(unit)} · {column.name}
      </div>
      {!Number.isNaN(facts.value) && (
        <div>
          <strong>{formatCellValue(language, column.type, facts.value)}</strong>
          {column.type !== 'boolean' && <span className="measure">{column.measure}</span>}
        </div>
      )}
      {words.states(facts, column.type).map((state) => (
        <div key={state} className="muted">
          {state}
        </div>
      ))}
    </>
  );
}

function ColumnHint({ column: place, view }: { column: number; view: SheetView }) {
  const { t } = useTranslation('grid');
  const language = useLanguage();
  const column = view.sheet.columns[place];
  if (column === undefined) return null;
  const { sheet } = view;
  const present = columnValues(sheet.grid, sheet.indicatorPositions[place] ?? 0)
    .filter((value) => !Number.isNaN(value))
    .toSorted((a, b) => a - b);
  return (
    <>
      <div className="muted">{column.path.join(' › ')}</div>
      <div>
        <strong>{column.name}</strong>
        <span className="measure">{column.measure}</span>
      </div>
      {column.series !== null && (
        <div>{t('header.measuredAs', { series: nameIn(language, column.series.measuredAs) })}</div>
      )}
      {column.definedMeasure !== null && (
        <div className="muted">{t('header.definedIn', { measure: column.definedMeasure })}</div>
      )}
      {column.excluded && <div>{t('header.excluded')}</div>}
      <div className="muted">
        {t('header.distribution', {
          count: present.length,
          lowest: formatValue(present[0] ?? Number.NaN),
          highest: formatValue(present.at(-1) ?? Number.NaN),
        })}
      </div>
    </>
  );
}
