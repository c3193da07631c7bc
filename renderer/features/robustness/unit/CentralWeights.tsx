import { Button, ButtonGroup } from '@blueprintjs/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UncertaintyResult } from '../../../../shared/model/uncertainty.ts';
import { formatSharePercent } from '../../../../shared/text/numbers.ts';
import { useChartColours } from '../../../charts/colours.ts';
import { PictureMenu } from '../../../charts/PictureMenu.tsx';
import { useWorkbookNames } from '../../../i18n/use-names.ts';
import { useScenarios } from '../../../stores/scenario-store.ts';
import { selectNode } from '../../../stores/selection-store.ts';
import { useWorkbook } from '../../../stores/workbook-store.ts';
import { CopyTable } from '../../../ui/CopyTable.tsx';
import { Swatch } from '../../../ui/Swatch.tsx';
import type { RankRow } from '../ranks/rank-table.ts';
import { centralWeightsPicture } from './central-weights-picture.ts';
import { type CentralWeight, centralWeights } from './central-weights.ts';

interface CentralWeightsProps {
  readonly result: UncertaintyResult;
  readonly row: RankRow;
  /** Whether the simulation draws weights at all. */
  readonly drawn: boolean;
}

/** Smaller differences of share are drawn small. */
const LEAST_WIDEST = 0.05;

/** The weights that make a unit first, on average, beside those declared. */
export function CentralWeights({ result, row, drawn }: CentralWeightsProps) {
  const { t } = useTranslation('robustness');
  const names = useWorkbookNames();
  const index = useWorkbook((state) => state.index);
  const weights = useScenarios((state) => state.weights);
  const colours = useChartColours();
  const [all, setAll] = useState(false);
  const rows = useMemo(
    () => (index === null ? null : centralWeights(result, row.at, index, weights)),
    [result, row, index, weights],
  );
  const unit = names.unit(row.unit);
  if (!drawn) return <p className="muted">{t('central.notDrawn')}</p>;
  if (rows === null) return <p className="muted">{t('central.never', { unit })}</p>;
  const widest = rows.reduce(
    (most, { central, declared }) => Math.max(most, Math.abs(central - declared)),
    LEAST_WIDEST,
  );
  const shown = all ? rows : rows.filter(({ depth }) => depth === 1);
  return (
    <section aria-label={t('central.title')}>
      <header className="section-head">
        <h3>{t('central.title')}</h3>
        <ButtonGroup>
          <CopyTable
            table={() => ({
              columns: [t('central.node'), t('central.declared'), t('central.central')],
              rows: rows.map((each) => [names.node(each.node), each.declared, each.central]),
            })}
          />
          <PictureMenu
            title={t('central.ofUnit', { unit })}
            picture={() =>
              centralWeightsPicture(
                shown,
                {
                  nodes: shown.map(({ node }) => names.node(node)),
                  declared: t('central.declared'),
                  central: t('central.central'),
                  share: formatSharePercent,
                },
                colours,
              )
            }
          />
        </ButtonGroup>
      </header>
      <p className="setup-explanation">{t('central.explanation', { unit })}</p>
      <table className="plain-table robustness-table">
        <thead>
          <tr>
            <th scope="col">{t('central.node')}</th>
            <th scope="col" className="number">
              {t('central.declared')}
            </th>
            <th scope="col" className="number">
              {t('central.central')}
            </th>
            <th scope="col" aria-label={t('central.difference')} />
          </tr>
        </thead>
        <tbody>
          {shown.map((each) => (
            <WeightRow key={each.node} weight={each} widest={widest} name={names.node(each.node)} />
          ))}
        </tbody>
      </table>
      <Button
        className="more-rows"
        size="small"
        variant="minimal"
        intent="primary"
        text={all ? t('central.fewer') : t('central.all')}
        onClick={() => setAll(!all)}
      />
    </section>
  );
}

interface WeightRowProps {
  readonly weight: CentralWeight;
  readonly name: string;
  /** Difference that fills half of the track. */
  readonly widest: number;
}

function WeightRow({ weight, name, widest }: WeightRowProps) {
  const index = useWorkbook((state) => state.index);
  const { node, depth, declared, central } = weight;
  const difference = central - declared;
  const width = (Math.abs(difference) / widest) * 50;
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: (depth - 1) * 12 }}>
        <button type="button" className="plain-button" onClick={() => selectNode(node)}>
          <Swatch dimension={index?.dimensionOf.get(node) ?? -1} />
          <span>{name}</span>
        </button>
      </th>
      <td className="number">{formatSharePercent(declared)}</td>
      <td className="number">{formatSharePercent(central)}</td>
      <td aria-hidden="true">
        <span className="difference-track">
          <span
            className="difference-bar"
            data-more={difference > 0 || undefined}
            style={{ left: `${difference > 0 ? 50 : 50 - width}%`, width: `${width}%` }}
          />
        </span>
      </td>
    </tr>
  );
}
