import { Button } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { Names } from '../../../shared/text/names.ts';
import { formatRatio } from '../../../shared/text/numbers.ts';
import { printedShares } from '../../../shared/weights/printed-shares.ts';
import type { SiblingWeight } from '../../../shared/weights/rebalance.ts';
import { errorText } from '../../ui/error-text.ts';
import { JUDGED, type JudgedMethod, type MethodId, METHODS } from './judgments.ts';
import type { Group, Proposal, RankMove } from './use-proposals.ts';

interface ProposalTableProps {
  readonly group: Group;
  readonly proposals: ReadonlyMap<MethodId, Proposal>;
  /** Methods that can answer; the others wait for judgments. */
  readonly asked: ReadonlySet<MethodId>;
  readonly names: Names;
  readonly readOnly: boolean;
  readonly onJudge: (method: JudgedMethod) => void;
  readonly onAccept: (weights: readonly SiblingWeight[]) => void;
}

const MOVES_SHOWN = 4;

/** Shares of the siblings as each method proposes them beside the present ones, and what each would do to the ranks. */
export function ProposalTable(props: ProposalTableProps) {
  const { group, proposals, asked, names, readOnly, onJudge, onAccept } = props;
  const { t } = useTranslation('weightMethods');
  const present = printed(group.scored);
  return (
    <div className="proposals-scroll">
      <table className="proposals">
        <thead>
          <tr>
            <th scope="col">{t('node')}</th>
            <th scope="col">{t('present')}</th>
            {METHODS.map((method) => (
              <th key={method} scope="col" title={t(`explained.${method}`)}>
                {t(`method.${method}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {group.scored.map(({ node }, row) => (
            <tr key={node}>
              <th scope="row">
                {names.node(node)}
                {group.locked.has(node) && <span className="muted"> {t('locked')}</span>}
              </th>
              <ShareCell printed={present[row] ?? 0} />
              {METHODS.map((method) => {
                const proposal = proposals.get(method);
                const weights = proposal?.kind === 'answered' ? proposal.weights : null;
                if (weights !== null) {
                  return <ShareCell key={method} printed={printed(weights)[row] ?? 0} />;
                }
                if (row > 0) return null;
                return (
                  <td key={method} rowSpan={group.scored.length} className="proposal-without">
                    {asked.has(method) ? (
                      <WithoutWeights proposal={proposal} names={names} />
                    ) : (
                      <Unjudged method={method} onJudge={onJudge} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('moves')}
            </th>
            {METHODS.map((method) => {
              const proposal = proposals.get(method);
              return (
                <td key={method} className="proposal-moves">
                  {proposal?.kind === 'answered' && proposal.weights !== null && (
                    <Moves moves={proposal.moves} names={names} />
                  )}
                </td>
              );
            })}
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              {t('remarks')}
            </th>
            {METHODS.map((method) => (
              <td key={method} className="proposal-moves">
                <Remark proposal={proposals.get(method)} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" colSpan={2}>
              <span className="visually-hidden">{t('accept')}</span>
            </th>
            {METHODS.map((method) => {
              const proposal = proposals.get(method);
              const weights = proposal?.kind === 'answered' ? proposal.weights : null;
              return (
                <td key={method}>
                  {weights !== null && (
                    <Button
                      size="small"
                      disabled={readOnly}
                      text={t('accept')}
                      aria-label={t('acceptMethod', { method: t(`method.${method}`) })}
                      onClick={() => onAccept(weights)}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** One decimal, summing to 100. */
export function printed(weights: readonly SiblingWeight[]): readonly number[] {
  return printedShares(
    weights.map(({ weight }) => weight),
    100,
    1,
  );
}

function ShareCell({ printed: share }: { printed: number }) {
  return (
    <td className="number">
      {share.toFixed(1)}
      <span className="proposal-bar" style={{ width: `${share}%` }} />
    </td>
  );
}

function Unjudged({
  method,
  onJudge,
}: {
  method: MethodId;
  onJudge: (method: JudgedMethod) => void;
}) {
  const { t } = useTranslation('weightMethods');
  const judged = JUDGED.find((each) => each === method);
  if (judged === undefined) return null;
  return (
    <>
      <p className="muted">{t('unjudged')}</p>
      <Button size="small" text={t('judge')} onClick={() => onJudge(judged)} />
    </>
  );
}

function WithoutWeights({ proposal, names }: { proposal: Proposal | undefined; names: Names }) {
  const { t } = useTranslation('weightMethods');
  if (proposal === undefined) return <span className="muted">{t('working')}</span>;
  if (proposal.kind === 'refused') return <span role="alert">{errorText(proposal.error)}</span>;
  const { answer } = proposal;
  const negative = answer.children.filter((_, at) => (answer.loadings?.[at] ?? 1) <= 0);
  return <span>{t('negativeLoadings', { nodes: negative.map(names.node).join(t('comma')) })}</span>;
}

function Moves({ moves, names }: { moves: readonly RankMove[]; names: Names }) {
  const { t } = useTranslation('weightMethods');
  if (moves.length === 0) return <span className="muted">{t('noMoves')}</span>;
  const inWords = ({ unit, before, after }: RankMove) =>
    t('move', {
      unit: names.unit(unit),
      before: before === 0 ? t('unranked') : before,
      after: after === 0 ? t('unranked') : after,
    });
  return (
    <>
      <strong>{t('moveCount', { count: moves.length })}</strong>
      {moves.slice(0, MOVES_SHOWN).map((move) => (
        <div key={move.unit}>{inWords(move)}</div>
      ))}
      {moves.length > MOVES_SHOWN && (
        <div className="muted" title={moves.slice(MOVES_SHOWN).map(inWords).join(t('comma'))}>
          {t('moreMoves', { count: moves.length - MOVES_SHOWN })}
        </div>
      )}
    </>
  );
}

function Remark({ proposal }: { proposal: Proposal | undefined }) {
  const { t } = useTranslation('weightMethods');
  if (proposal?.kind !== 'answered') return null;
  const { consistency, reached } = proposal.answer;
  if (consistency?.ratio !== null && consistency?.ratio !== undefined) {
    return <span>{t('ratio', { ratio: formatRatio(consistency.ratio) })}</span>;
  }
  return reached === false ? <span>{t('notReached')}</span> : null;
}
