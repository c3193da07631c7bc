import { SegmentedControl } from '@blueprintjs/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { BASELINE, type ScenarioId } from '../../../shared/model/ids.ts';
import { scenarioName } from '../../i18n/scenario-name.ts';
import { useLanguage, useWorkbookNames } from '../../i18n/use-names.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useMemory } from '../../stores/use-memory.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import type { DataTable } from '../../ui/data-table.ts';
import { Failed, Loading } from '../../ui/Placeholder.tsx';
import { useChartColours } from '../../charts/colours.ts';
import { PictureMenu } from '../../charts/PictureMenu.tsx';
import { cellText } from './cell-text.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { matrixPicture } from './matrix-picture.ts';
import { matrixTable, SHOWN, type Shown } from './matrix-table.ts';
import './scenario-matrix.css';
import { Select } from '../../ui/Select.tsx';

const ShownChoice = z.enum(SHOWN);
/** May be one that was deleted. */
const AnyScenario = z.string();

/** Every unit in every scenario: ranks, scores, and what changes against one of them. */
export function ScenarioMatrixPanel() {
  const { t } = useTranslation('scenarioMatrix');
  const language = useLanguage();
  const scenarios = useScenarios((state) => state.scenarios);
  const { answer: matrix = null, error } = useAnswer(
    'scores.matrix',
    scenarios.length === 0 ? null : { scenarios: scenarios.map(({ id }) => id) },
  );
  const [shown, keepShown] = useMemory('scenarioMatrix.shown', ShownChoice, 'rank');
  const [asked, keepReference] = useMemory('scenarioMatrix.reference', AnyScenario, BASELINE);
  const reference = matrix?.scenarios.find((id) => id === asked) ?? BASELINE;
  const table = useMemo(
    () => (matrix === null ? null : matrixTable(matrix, reference, shown)),
    [matrix, reference, shown],
  );
  const names = useWorkbookNames();
  const colours = useChartColours();
  const labels = useMemo(
    () => new Map(scenarios.map((scenario) => [scenario.id, scenarioName(scenario, language)])),
    [scenarios, language],
  );
  if (error !== null) return <Failed error={error} />;
  if (table === null || matrix === null) return <Loading />;
  const nameOf = (scenario: ScenarioId) => labels.get(scenario) ?? scenario;

  function copied(): DataTable {
    return {
      columns: [t('unit'), ...(table?.columns.map(nameOf) ?? [])],
      rows: (table?.rows ?? []).map(({ unit, cells }) => [
        names.unit(unit),
        ...cells.map((cell) => {
          switch (shown) {
            case 'rank':
              return cell.rank === 0 ? null : cell.rank;
            case 'score':
              return cell.score;
            case 'rankChange':
              return cell.gained;
            case 'scoreChange':
              return cell.scoreChange;
          }
        }),
      ]),
    };
  }

  return (
    <div className="panel scenario-matrix">
      <div className="matrix-toolbar">
        <SegmentedControl
          size="small"
          aria-label={t('shown')}
          value={shown}
          onValueChange={(value) => keepShown(value as Shown)}
          options={SHOWN.map((value) => ({ value, label: t(`show.${value}`) }))}
        />
        <label>
          {t('against')}
          <Select
            value={reference}
            options={table.columns.map((id) => ({ value: id, label: nameOf(id) }))}
            onChange={(event) => keepReference(event.currentTarget.value as ScenarioId)}
          />
        </label>
        <span className="matrix-legend" aria-hidden="true">
          <i data-tint="worse" />
          {t('worse')}
          <i data-tint="better" />
          {t('better')}
        </span>
        <span className="matrix-space" />
        <CopyTable table={copied} />
        <PictureMenu
          title={t('pictureTitle', { shown: t(`show.${shown}`) })}
          picture={() =>
            matrixPicture(
              table,
              {
                scenarios: table.columns.map(nameOf),
                units: table.rows.map(({ unit }) => names.unit(unit)),
                textOf: (cell) => Object.values(cellText(cell, shown)).join(' ').trim(),
              },
              colours,
            )
          }
        />
      </div>
      {table.columns.length === 1 && <p className="matrix-hint">{t('onlyBaseline')}</p>}
      <MatrixGrid
        table={table}
        matrix={matrix}
        reference={reference}
        shown={shown}
        nameOf={nameOf}
        names={names}
      />
    </div>
  );
}
