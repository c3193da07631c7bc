import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeCode, UnitCode } from '../../../shared/model/ids.ts';
import { useNames } from '../../i18n/use-names.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { formatPercent, formatRankInterval, formatScore } from '../../../shared/text/numbers.ts';
import type { Part, RankedRow, UnrankedRow } from './ranking-rows.ts';

/** Rows as text: for screen readers, and the words about what a unit lacks. */
interface SpokenRows {
  ranked(row: RankedRow): string;
  unranked(row: UnrankedRow): string;
  /** The heaviest indicators that the unit lacks; the others as a count. */
  lacks(row: UnrankedRow): string;
  lacksAll(row: UnrankedRow): string;
}

/** As many names as a line holds; more are laid out for nothing in every frame of a drag. */
const MOST_NAMES = 5;

export function useSpokenRows(
  nameOf: (unit: UnitCode) => string,
  partNames: readonly string[],
): SpokenRows {
  const { t } = useTranslation('ranking');
  const index = useWorkbook((state) => state.index);
  const nameIn = useNames();
  return useMemo(() => {
    const names = (codes: readonly NodeCode[]) =>
      codes
        .map((code) => index?.byCode.get(code))
        .flatMap((node) => (node === undefined ? [] : [nameIn(node.name)]))
        .join(t('listComma'));
    const lacksAll = ({ lacking, incomparable }: UnrankedRow) =>
      incomparable
        ? t('incomparable')
        : t('lacks', { count: lacking.length, names: names(lacking) });
    const lacks = (row: UnrankedRow) =>
      row.incomparable || row.lacking.length <= MOST_NAMES
        ? lacksAll(row)
        : t('lacksMany', {
            count: row.lacking.length,
            names: names(row.lacking.slice(0, MOST_NAMES)),
          });
    const gained = (places: RankedRow['gained']) => {
      if (places === 'new') return t('gained.new');
      if (places === null || places === 0) return t('gained.same');
      return t(places > 0 ? 'gained.up' : 'gained.down', { places: Math.abs(places) });
    };
    const spokenPart = ({ part, contribution, missing }: Part) =>
      t('spoken.part', {
        dimension: partNames[part] ?? '',
        contribution: missing ? t('spoken.missing') : formatScore(contribution),
      });
    return {
      lacks,
      lacksAll,
      unranked: (row) =>
        t('spoken.unranked', {
          name: nameOf(row.unit),
          coverage: formatPercent(row.coverage),
          lacks: lacksAll(row),
        }),
      ranked: (row) =>
        t('spoken.ranked', {
          name: nameOf(row.unit),
          rank: t(row.tied ? 'hint.tied' : 'hint.rank', { rank: row.rank }),
          interval: formatRankInterval(
            row.plausible?.low ?? row.best,
            row.plausible?.high ?? row.worst,
          ),
          score: formatScore(row.score),
          low: formatScore(row.low),
          high: formatScore(row.high),
          coverage: formatPercent(row.coverage),
          gained: gained(row.gained),
          parts: (row.parts ?? []).map(spokenPart).join(t('listComma')),
        }),
    };
  }, [t, index, nameIn, nameOf, partNames]);
}
