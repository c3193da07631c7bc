import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import type { FlipAnswer } from '../../../shared/model/weight-analysis.ts';
import type { Names } from '../../../shared/text/names.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { useScenarios } from '../../stores/scenario-store.ts';
import { selectNode } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { effectiveChanges, flipOverrides, type WeightChange } from './flip-weights.ts';
import { KeepAsScenario } from './KeepAsScenario.tsx';

/** Bars at first; all of them on request. */
const MAIN = 10;
/** What is found this close to its bound is the least: the search itself stops there. */
const PROVED = 2e-3;

interface FlipProps {
  readonly flip: FlipAnswer;
  readonly parent: NodeCode | null;
  readonly names: Names;
}

/** The weights that make the flip: how far off they are, whether that is proved the least, and what moves. */
export function Flip({ flip, parent, names }: FlipProps) {
  const { t } = useTranslation('whatItTakes');
  const index = useWorkbook((state) => state.index);
  const weights = useScenarios((state) => state.weights);
  const [all, setAll] = useState(false);
  if (index === null) return null;
  const changes = effectiveChanges(flip, index, weights, parent);
  const shown = all ? changes : changes.slice(0, MAIN);
  const widest = changes.reduce((most, { before, after }) => Math.max(most, before, after), 0);
  const { ahead, behind, distance, bound, norm } = flip;
  const proved = distance - bound <= PROVED * Math.max(distance, 1e-3);
  const words = { ahead: names.unit(ahead), behind: names.unit(behind) };
  return (
    <>
      <p className="takes-sentence">
        {t(norm === 'l1' ? 'flipL1' : 'flipL2', {
          ...words,
          distance: formatSharePercent(norm === 'l1' ? distance / 2 : distance),
        })}
      </p>
      <p className="muted takes-proof">
        {proved
          ? t('proved')
          : t('notProved', { bound: formatSharePercent(norm === 'l1' ? bound / 2 : bound) })}
      </p>
      <div className="goal-head">
        <h3>{t('weights')}</h3>
        <CopyTable
          table={() => ({
            columns: [t('column.node'), t('column.before'), t('column.after')],
            rows: changes.map(({ node, before, after }) => [names.node(node), before, after]),
          })}
        />
        <KeepAsScenario
          name={t('flipName', words)}
          overrides={flipOverrides(flip, index, weights)}
          what={t('weights')}
        />
      </div>
      <ul className="flip-bars" aria-label={t('weights')}>
        {shown.map((change) => (
          <FlipBar key={change.node} change={change} widest={widest} names={names} />
        ))}
      </ul>
      {changes.length > MAIN && (
        <button type="button" className="comparison-more" onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('all', { count: changes.length })}
        </button>
      )}
    </>
  );
}

interface FlipBarProps {
  readonly change: WeightChange;
  readonly widest: number;
  readonly names: Names;
}

function FlipBar({ change, widest, names }: FlipBarProps) {
  const { t } = useTranslation('whatItTakes');
  const index = useWorkbook((state) => state.index);
  const { node, before, after } = change;
  const words = {
    node: names.node(node),
    before: formatSharePercent(before),
    after: formatSharePercent(after),
  };
  const width = (share: number) => `${widest === 0 ? 0 : (share / widest) * 100}%`;
  return (
    <li>
      <button type="button" aria-label={t('weightChange', words)} onClick={() => selectNode(node)}>
        <span className="flip-name">
          <Swatch dimension={index?.dimensionOf.get(node) ?? -1} />
          <span>{words.node}</span>
        </span>
        <span className="flip-track" data-direction={after > before ? 'up' : 'down'}>
          <i style={{ width: width(before) }} />
          <i style={{ width: width(after) }} />
        </span>
        <span className="number">{t('fromTo', words)}</span>
      </button>
    </li>
  );
}
