import { useTranslation } from 'react-i18next';
import type { NodeCode } from '../../../shared/model/ids.ts';
import { formatSharePercent } from '../../../shared/text/numbers.ts';
import { MEASURES } from './influence-picture.ts';
import { useInfluence } from './influence-store.ts';

/** Shares that differ by less print alike and are not worth a word. */
const ALIKE = 0.01;

/** Declared weight, effective weight and influence of one node, as three bars of 0 to 100 %. */
export function InfluenceBars({ node, name }: { node: NodeCode; name: string }) {
  const { t } = useTranslation('weights');
  const answer = useInfluence((state) => state.answers.get(node));
  if (answer === undefined) return <span className="influence-bars" />;
  const { effective, influence } = answer;
  const printed = (measure: (typeof MEASURES)[number]) =>
    formatSharePercent(answer[measure] ?? Number.NaN);
  const verdict =
    influence === null
      ? t('influence.undefined')
      : Math.abs(influence - effective) < ALIKE
        ? t('influence.alike')
        : t(influence > effective ? 'influence.more' : 'influence.less');
  return (
    <span
      className="influence-bars"
      role="img"
      title={verdict}
      aria-label={t('influence.row', {
        node: name,
        declared: printed('declared'),
        effective: printed('effective'),
        influence: printed('influence'),
        verdict,
      })}
    >
      {MEASURES.map((measure) => (
        <span key={measure} className="influence-line" data-measure={measure}>
          <span className="influence-track">
            <span
              className="influence-bar"
              style={{ width: `${((answer[measure] ?? 0) * 100).toFixed(2)}%` }}
            />
          </span>
          <span className="number">{printed(measure)}</span>
        </span>
      ))}
    </span>
  );
}
