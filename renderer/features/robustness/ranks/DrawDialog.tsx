import { Button, DialogBody, DialogFooter } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  DrawParameters,
  UncertaintyRequest,
  UncertaintyResult,
} from '../../../../shared/model/uncertainty.ts';
import { methodLine } from '../../../../shared/text/method-in-words.ts';
import type { Names } from '../../../../shared/text/names.ts';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarioName } from '../../../i18n/use-scenario-names.ts';
import { useSelection } from '../../../stores/selection-store.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { ControlError } from '../../../ui/ControlError.tsx';
import { CopyTable } from '../../../ui/CopyTable.tsx';
import type { DataTable } from '../../../ui/data-table.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Loading } from '../../../ui/Placeholder.tsx';
import { TableOfNumbers } from '../../../ui/TableOfNumbers.tsx';
import { adoptInNewScenario } from '../attainable/adopt-weights.ts';
import { NumberField } from '../setup/NumberField.tsx';

interface DrawDialogProps {
  readonly request: UncertaintyRequest;
  readonly result: UncertaintyResult;
  readonly onClose: () => void;
}

/** One draw of a simulation made again: what it was made with, and the ranking that came of it. */
export function DrawDialog({ request, result, onClose }: DrawDialogProps) {
  const { t } = useTranslation('robustness');
  const { t: common } = useTranslation('common');
  const names = useWorkbookNames();
  const scenarioName = useScenarioName();
  const scenario = useSelection((state) => state.scenario);
  const readOnly = useWorkbook((state) => state.info?.readOnly != null);
  const [number, setNumber] = useState(1);
  const [error, setError] = useState<unknown>(null);
  const { answer, error: refused } = useAnswer('uncertainty.draw', {
    scenario,
    request,
    // People count from one.
    draw: number - 1,
  });
  const drawn = answer?.draw === number - 1 ? answer : undefined;
  const words = { number, seed: request.seed, scenario: scenarioName };

  function keepWeights() {
    if (drawn === undefined) return;
    setError(null);
    adoptInNewScenario(
      drawn.weights,
      t('draw.scenarioName', words),
      t('draw.scenarioDescription', words),
    ).then(onClose, setError);
  }

  return (
    <Dialog isOpen className="draw-dialog" onClose={onClose} title={t('draw.title')}>
      <DialogBody className="draw-body">
        <div className="draw-head">
          <NumberField
            label={t('draw.number')}
            value={number}
            least={1}
            most={request.draws}
            whole
            onEnter={setNumber}
          />
          <span className="muted">
            {t('draw.of', { count: request.draws, seed: request.seed })}
          </span>
        </div>
        {drawn === undefined && refused === null && <Loading />}
        {drawn !== undefined && <Drawn draw={drawn} result={result} names={names} />}
        <ControlError error={error ?? refused} />
      </DialogBody>
      <DialogFooter
        actions={
          <>
            <Button text={common('close')} onClick={onClose} />
            {request.sources.weights !== null && (
              <Button
                intent="primary"
                text={t('draw.keep')}
                disabled={drawn === undefined || readOnly}
                onClick={keepWeights}
              />
            )}
          </>
        }
      />
    </Dialog>
  );
}

interface DrawnProps {
  readonly draw: DrawParameters;
  readonly result: UncertaintyResult;
  readonly names: Names;
}

function Drawn({ draw, result, names }: DrawnProps) {
  const { t } = useTranslation('robustness');
  const ranking = useMemo(() => rankingTable(draw, result, names, t), [draw, result, names, t]);
  const weights = useMemo(() => weightTable(draw, names, t), [draw, names, t]);
  const values = useMemo(() => valueTable(draw, names, t), [draw, names, t]);
  return (
    <>
      <p className="muted">{t('draw.method', { method: methodLine(draw.method, names) })}</p>
      <DrawnTable title={t('draw.ranking')} table={ranking} />
      <DrawnTable title={t('draw.weights')} table={weights} />
      {values.rows.length > 0 && <DrawnTable title={t('draw.values')} table={values} />}
    </>
  );
}

function DrawnTable({ title, table }: { title: string; table: DataTable }) {
  return (
    <div className="draw-table">
      <header className="section-head">
        <h3>{title}</h3>
        <CopyTable table={() => table} />
      </header>
      <TableOfNumbers table={table} caption={title} />
    </div>
  );
}

type Words = ReturnType<typeof useTranslation<'robustness'>>['t'];

function rankingTable(
  { ranking }: DrawParameters,
  { nominalRank }: UncertaintyResult,
  names: Names,
  t: Words,
): DataTable {
  return {
    columns: [t('table.unit'), t('draw.rank'), t('table.nominal'), t('draw.score')],
    rows: ranking
      .map((each, at) => ({ ...each, nominal: nominalRank[at] ?? 0 }))
      .toSorted((a, b) => (a.rank || Infinity) - (b.rank || Infinity))
      .map(({ unit, rank, nominal, score }) => [
        names.unit(unit),
        rank || null,
        nominal || null,
        score,
      ]),
  };
}

function weightTable({ weights }: DrawParameters, names: Names, t: Words): DataTable {
  return {
    columns: [t('central.node'), t('draw.share')],
    // The first one is the index, which has no siblings.
    rows: weights.slice(1).map(({ node, share }) => [names.node(node), share * 100]),
  };
}

function valueTable({ values, gaps }: DrawParameters, names: Names, t: Words): DataTable {
  return {
    columns: [t('table.unit'), t('draw.indicator'), t('draw.value'), t('draw.normalised')],
    rows: [
      ...values.map((each) => [
        names.unit(each.unit),
        names.node(each.indicator),
        each.value,
        null,
      ]),
      ...gaps.map((each) => [
        names.unit(each.unit),
        names.node(each.indicator),
        null,
        each.normalised,
      ]),
    ],
  };
}
