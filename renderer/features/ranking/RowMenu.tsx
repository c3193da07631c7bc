import { ContextMenuPopover, Menu, MenuDivider, MenuItem } from '@blueprintjs/core';
import { useTranslation } from 'react-i18next';
import type { UnitCode } from '../../../shared/model/ids.ts';
import { showView } from '../../stores/layout-store.ts';
import { compareUnits } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { includeUnit } from '../scenarios/inclusion.ts';
import { askWhatItTakes } from '../what-it-takes/what-it-takes-commands.ts';
import { leaveRankingFullScreen } from './full-screen.ts';
import { askWhy } from './compare-acts.ts';
import type { AskedRow } from './use-row-menu.ts';

interface RowMenuProps {
  readonly asked: AskedRow | null;
  readonly onClose: () => void;
  readonly nameOf: (unit: UnitCode) => string;
}

/** What can be asked about a row of the ranking, at the pointer or at the row. */
export function RowMenu({ asked, onClose, nameOf }: RowMenuProps) {
  return (
    <ContextMenuPopover
      isOpen={asked !== null}
      targetOffset={asked ?? undefined}
      onClose={onClose}
      content={asked === null ? <></> : <Questions asked={asked} nameOf={nameOf} />}
    />
  );
}

function Questions({ asked, nameOf }: { asked: AskedRow; nameOf: RowMenuProps['nameOf'] }) {
  const { t } = useTranslation(['ranking', 'whatItTakes', 'scenarios']);
  const { unit, other } = asked;
  const name = nameOf(unit);
  const readOnly = useWorkbook((state) => state.info?.readOnly != null);
  return (
    <Menu aria-label={name}>
      <MenuItem text={t('rowMenu.open', { unit: name })} onClick={() => showView('unit')} />
      <MenuDivider />
      {other !== null && (
        <MenuItem
          text={t('rowMenu.why', { unit: nameOf(other), rival: name })}
          onClick={() => askWhy(other, unit)}
        />
      )}
      <MenuItem
        text={t('whatItTakes:command.goal', { unit: name })}
        onClick={() => {
          leaveRankingFullScreen();
          askWhatItTakes('goal');
        }}
      />
      <MenuItem
        text={
          other === null
            ? t('whatItTakes:command.flip', { unit: name })
            : t('rowMenu.flip', { unit: nameOf(other), rival: name })
        }
        onClick={() => {
          if (other !== null) compareUnits(unit, other);
          leaveRankingFullScreen();
          askWhatItTakes('flip');
        }}
      />
      <MenuDivider />
      <MenuItem
        text={t('scenarios:inclusion.leaveOut', { name })}
        disabled={readOnly}
        onClick={() => {
          includeUnit(unit, false).catch(notifyError);
        }}
      />
    </Menu>
  );
}
