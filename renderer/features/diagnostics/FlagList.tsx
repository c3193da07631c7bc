import { useTranslation } from 'react-i18next';
import { useWorkbookNames } from '../../i18n/use-names.ts';
import { CopyTable } from '../../ui/CopyTable.tsx';
import { formatCorrelation, LEAST_COMMON_UNITS } from './correlation-format.ts';
import type { DiagnosisFlag } from './diagnosis-flags.ts';
import { openColumn } from './open-cells.ts';

/** More would not be read; the copied table has them all. */
const MOST_FLAGS = 40;

/** What stands out, in words; each leads to the cells it is about. */
export function FlagList({ flags }: { flags: readonly DiagnosisFlag[] }) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  const few = flags.filter(restsOnFew);
  return (
    <section className="diagnostics-section" aria-label={t('flags.title')}>
      <header className="diagnostics-section-head">
        <h3>{t('flags.title')}</h3>
        {flags.length > 0 && (
          <CopyTable
            table={() => ({
              columns: [
                t('flags.column.kind'),
                t('flags.column.indicator'),
                t('flags.column.other'),
                t('flags.column.value'),
                t('flags.column.units'),
              ],
              rows: flags.map((flag) => [
                t(`flags.kind.${flag.kind}`),
                names.node(flag.one),
                'other' in flag ? names.node(flag.other) : null,
                'correlation' in flag ? flag.correlation : 'skew' in flag ? flag.skew : null,
                'pairs' in flag ? flag.pairs : null,
              ]),
            })}
          />
        )}
      </header>
      {flags.length === 0 && <p className="muted">{t('flags.none')}</p>}
      <Flags flags={flags.filter((flag) => !restsOnFew(flag))} />
      {few.length > 0 && (
        <details className="diagnostics-few">
          <summary>{t('flags.few', { count: few.length, least: LEAST_COMMON_UNITS })}</summary>
          <Flags flags={few} />
        </details>
      )}
    </section>
  );
}

/** Two units always lie on a line: what rests on so few is told apart. */
function restsOnFew(flag: DiagnosisFlag): boolean {
  return 'pairs' in flag && flag.pairs < LEAST_COMMON_UNITS;
}

function Flags({ flags }: { flags: readonly DiagnosisFlag[] }) {
  const { t } = useTranslation('diagnostics');
  return (
    <>
      <ul className="diagnostics-flags">
        {flags.slice(0, MOST_FLAGS).map((flag) => (
          <li key={`${flag.kind}/${flag.one}/${'other' in flag ? flag.other : ''}`}>
            <button type="button" onClick={() => openColumn(flag.one)}>
              <FlagSentence flag={flag} />
            </button>
          </li>
        ))}
      </ul>
      {flags.length > MOST_FLAGS && (
        <p className="muted">{t('flags.more', { count: flags.length - MOST_FLAGS })}</p>
      )}
    </>
  );
}

function FlagSentence({ flag }: { flag: DiagnosisFlag }) {
  const { t } = useTranslation('diagnostics');
  const names = useWorkbookNames();
  switch (flag.kind) {
    case 'redundant':
    case 'opposed':
      return t(`flags.${flag.kind}`, {
        one: names.node(flag.one),
        other: names.node(flag.other),
        r: formatCorrelation(flag.correlation),
        count: flag.pairs,
      });
    case 'longTailed':
      return t('flags.longTailed', {
        indicator: names.node(flag.one),
        skew: formatCorrelation(flag.skew),
        kurtosis: formatCorrelation(flag.kurtosis),
      });
    case 'constant':
    case 'empty':
      return t(`flags.${flag.kind}`, { indicator: names.node(flag.one) });
  }
}
