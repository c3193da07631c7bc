import { Button, Checkbox, InputGroup } from '@blueprintjs/core';
import { Search } from '@blueprintjs/icons';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { viewResult } from '../../../shared/model/result-view.ts';
import { useScores } from '../../stores/score-store.ts';
import { useSelection } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { remember, useRankingMemory } from './ranking-memory.ts';
import { existingUnits } from './shown-rows.ts';
import { groupingAttributes } from './unit-groups.ts';
import { useUnitNames } from './use-unit-names.ts';

/** Which units are shown: ticked one by one, by a group, or only the selected ones. */
export function UnitChoice() {
  const { t } = useTranslation('ranking');
  const nameOf = useUnitNames();
  const units = useWorkbook((state) => state.units);
  const all = useUnitsByRank();
  const { only } = useRankingMemory();
  const [search, setSearch] = useState('');
  // With nothing ticked everything is shown.
  const ticked = existingUnits(only, all) ?? new Set<UnitCode>();
  const attributes = useMemo(() => groupingAttributes(units), [units]);
  const { unit, rival } = useSelection();
  const selected = [unit, rival].filter((each) => each !== null);
  const wanted = search.trim().toLocaleLowerCase();
  const found = all.filter((code) => nameOf(code).toLocaleLowerCase().includes(wanted));

  const show = (codes: ReadonlySet<UnitCode>) =>
    remember({ only: codes.size === 0 || codes.size === all.length ? null : [...codes] });
  const toggle = (code: UnitCode) => {
    const next = new Set(ticked);
    if (!next.delete(code)) next.add(code);
    show(next);
  };

  return (
    <div className="unit-choice">
      <InputGroup
        size="small"
        leftIcon={<Search size={12} />}
        value={search}
        placeholder={t('filter.search')}
        aria-label={t('filter.search')}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className="unit-choice-acts">
        <Button
          size="small"
          variant="minimal"
          text={t('filter.all')}
          disabled={only === null}
          onClick={() => remember({ only: null })}
        />
        <Button
          size="small"
          variant="minimal"
          text={t('filter.selected')}
          disabled={selected.length === 0}
          onClick={() => show(new Set(selected))}
        />
        {wanted !== '' && (
          <Button
            size="small"
            variant="minimal"
            text={t('filter.found', { count: found.length })}
            disabled={found.length === 0}
            onClick={() => show(new Set(found))}
          />
        )}
      </div>
      {attributes.map(({ attribute, groups }) => (
        <div key={attribute} className="unit-choice-groups" role="group" aria-label={attribute}>
          <span className="muted">{attribute}</span>
          {groups.map((group) => (
            <Button
              key={group.value}
              size="small"
              variant="outlined"
              text={t('filter.group', { group: group.value, count: group.units.length })}
              onClick={() => show(new Set(group.units))}
            />
          ))}
        </div>
      ))}
      <div className="unit-choice-list" role="group" aria-label={t('filter.units')}>
        {found.map((code) => (
          <Checkbox
            key={code}
            checked={ticked.has(code)}
            label={nameOf(code)}
            onChange={() => toggle(code)}
          />
        ))}
        {found.length === 0 && <p className="muted">{t('filter.none')}</p>}
      </div>
    </div>
  );
}

/** By rank, then those without one. */
function useUnitsByRank(): readonly UnitCode[] {
  const committed = useScores((state) => state.committed);
  return useMemo(() => {
    if (committed === null) return [];
    const { ranked, notRanked } = viewResult(committed);
    return [...ranked, ...notRanked];
  }, [committed]);
}
