import { useTranslation } from 'react-i18next';
import type { Diagnosis, GroupConsistency } from '../../../shared/model/diagnosis.ts';
import { formatPercent } from '../../../shared/text/numbers.ts';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { formatCorrelation } from './correlation-format.ts';
import { openColumn } from './open-cells.ts';

/** Do the children of each node measure one thing: Cronbach's α, and principal components with their loadings. */
export function ConsistencyTable({ groups }: Pick<Diagnosis, 'groups'>) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  return (
    <section className="diagnostics-section" aria-label={t('consistency.title')}>
      <header className="diagnostics-section-head">
        <h3>{t('consistency.title')}</h3>
        <CopyTable
          table={() => ({
            columns: [
              t('consistency.column.node'),
              t('consistency.column.children'),
              t('consistency.column.alpha'),
              t('consistency.column.first'),
              t('consistency.column.units'),
            ],
            rows: groups.map(({ node, children, alpha, explained, completeUnits }) => [
              names.node(node),
              children.length,
              alpha,
              explained?.[0] ?? null,
              completeUnits,
            ]),
          })}
        />
      </header>
      <p className="diagnostics-hint">{t('consistency.hint')}</p>
      {groups.length === 0 ? (
        <p className="muted">{t('consistency.none')}</p>
      ) : (
        <table className="plain-table diagnostics-table">
          <thead>
            <tr>
              <th scope="col">{t('consistency.column.node')}</th>
              <th scope="col" className="number">
                {t('consistency.column.children')}
              </th>
              <th scope="col" className="number">
                {t('consistency.column.alpha')}
              </th>
              <th scope="col">{t('consistency.column.first')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.node}>
                <th scope="row">{names.node(group.node)}</th>
                <td className="number">{group.children.length}</td>
                <td className="number">
                  {group.alpha === null
                    ? t('consistency.undefinedAlpha')
                    : formatCorrelation(group.alpha)}
                </td>
                <td>
                  <Components group={group} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const FEW_ROWS = 'too-few-complete-rows';
const FLAT_COLUMNS: ReadonlySet<string> = new Set(['column-constant', 'column-empty']);

function Components({ group }: { group: GroupConsistency }) {
  const { t } = useTranslation('diagnostics');
  const { explained, loadings, refused, children, completeUnits } = group;
  if (explained === null || loadings === null) {
    const reason = refused?.reason ?? '';
    return (
      <span className="muted">
        {reason === FEW_ROWS
          ? t('consistency.refused.few', { needed: children.length + 1, count: completeUnits })
          : t(`consistency.refused.${FLAT_COLUMNS.has(reason) ? 'flat' : 'other'}`)}
      </span>
    );
  }
  return (
    <details>
      <summary>
        <span className="diagnostics-explained" aria-hidden="true">
          {Array.from(explained, (share, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- a component is its place
            <span key={at} style={{ flexGrow: share }} />
          ))}
        </span>{' '}
        {formatPercent(explained[0] ?? NaN)} · {t('consistency.show')}
      </summary>
      <Loadings group={group} explained={explained} loadings={loadings} />
    </details>
  );
}

interface LoadingsProps {
  readonly group: GroupConsistency;
  readonly explained: Float64Array;
  readonly loadings: Float64Array;
}

function Loadings({ group: { node, children }, explained, loadings }: LoadingsProps) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const count = children.length;
  const components = Array.from({ length: count }, (_, at) => at);
  const headers = components.map((at) => t('consistency.component', { number: at + 1 }));
  return (
    <div className="diagnostics-loadings">
      <table className="plain-table diagnostics-table">
        <caption>
          {t('consistency.loadings', { node: names.node(node) })}
          <CopyTable
            table={() => ({
              columns: [t('consistency.column.children'), ...headers],
              rows: [
                [t('consistency.explained'), ...Array.from(explained)],
                ...children.map((child, row) => [
                  names.node(child),
                  ...components.map((at) => loadings[at * count + row] ?? null),
                ]),
              ],
            })}
          />
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('consistency.column.children')}</th>
            {headers.map((header) => (
              <th scope="col" className="number" key={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('consistency.explained')}</th>
            {components.map((at) => (
              <td className="number" key={at}>
                {formatPercent(explained[at] ?? NaN)}
              </td>
            ))}
          </tr>
          {children.map((child, row) => (
            <tr key={child}>
              <th scope="row">
                <button type="button" onClick={() => openColumn(child)}>
                  {names.node(child)}
                </button>
              </th>
              {components.map((at) => (
                <td className="number" key={at}>
                  {formatCorrelation(loadings[at * count + row] ?? NaN)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
