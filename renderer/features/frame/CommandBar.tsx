import { Button } from '@blueprintjs/core';
import { Contrast, Redo, Search, Undo } from '@blueprintjs/icons';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../i18n/i18n.ts';
import { useCells } from '../../stores/cell-store.ts';
import { runCommand } from '../../stores/commands.ts';
import { useHistory } from '../../stores/history-store.ts';
import { showView, useLayout } from '../../stores/layout-store.ts';
import { useSettings } from '../../stores/settings-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { WorkbookMenu } from '../workbook/WorkbookMenu.tsx';
import { Keys } from './Keys.tsx';
import { ScenarioMenu } from './ScenarioMenu.tsx';
import { VIEWS } from './views.ts';

const run = (id: string) => () => {
  runCommand(id).catch(notifyError);
};

export function CommandBar() {
  const { t } = useTranslation('frame');
  const theme = useSettings((state) => state.theme);
  const hasPending = useCells((state) => state.pending.size > 0);
  const canUndo = useHistory((state) => state.undo !== null) || hasPending;
  const canRedo = useHistory((state) => state.redo !== null);
  return (
    <header className="command-bar" aria-label={t('commandBar.label')}>
      <WorkbookMenu />
      <ViewButtons />
      <div className="command-bar-space" />
      <Button
        className="command-bar-search"
        icon={<Search />}
        text={t('commandBar.search')}
        endIcon={<Keys combination="mod+k" />}
        onClick={run('interface.palette')}
      />
      <ScenarioMenu />
      <Button
        variant="minimal"
        title={t('commandBar.undo')}
        icon={<Undo />}
        aria-label={t('commandBar.undo')}
        disabled={!canUndo}
        onClick={run('history.undo')}
      />
      <Button
        variant="minimal"
        title={t('commandBar.redo')}
        icon={<Redo />}
        aria-label={t('commandBar.redo')}
        disabled={!canRedo}
        onClick={run('history.redo')}
      />
      <Button
        variant="minimal"
        title={t(`theme.${theme}`)}
        icon={<Contrast />}
        aria-label={t('commandBar.theme')}
        onClick={run('interface.theme')}
      />
      <Button
        variant="minimal"
        text={t('commandBar.otherLanguage')}
        aria-label={t('command.switchLanguage')}
        onClick={run('interface.language')}
      />
    </header>
  );
}

function ViewButtons() {
  const { t } = useTranslation('frame');
  const view = useLayout((state) => state.view);
  return (
    <nav className="command-bar-views" aria-label={t('commandBar.views')}>
      {VIEWS.map(({ id, title }) => (
        <Button
          key={id}
          variant="minimal"
          data-view={id}
          aria-pressed={view === id}
          text={textOf(title)}
          onClick={() => showView(id)}
        />
      ))}
    </nav>
  );
}
