import { useTranslation } from 'react-i18next';
import { textOf } from '../../i18n/i18n.ts';
import { COMMAND_GROUPS, useCommands } from '../../stores/commands.ts';
import { commandTitle } from './command-title.ts';
import { Keys } from './Keys.tsx';
import { closeOverlay, useOverlays } from '../../stores/overlay-store.ts';
import { allPanels } from './panels.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

/** All keys, by what they are for: those of the commands and those of each panel. */
export function KeyMap() {
  const { t } = useTranslation('frame');
  const open = useOverlays((state) => state.open === 'keys');
  const commands = useCommands((state) => state.commands);
  if (!open) return null;
  const groups = COMMAND_GROUPS.map((group) => ({
    title: textOf(`frame:commandGroup.${group}`),
    entries: [...commands.values()]
      .filter((command) => command.group === group && (command.keys ?? []).length > 0)
      .map((command) => ({ keys: command.keys ?? [], text: commandTitle(command) })),
  }));
  const ofPanels = allPanels.map((panel) => ({
    title: textOf('frame:keys.inPanel', { panel: textOf(panel.title) }),
    entries: (panel.keys ?? []).map(({ keys, text }) => ({ keys, text: textOf(text) })),
  }));
  return (
    <Dialog isOpen title={t('command.keys')} onClose={closeOverlay} className="key-map">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must by keyboard too */}
      <div className="key-map-groups" tabIndex={0} role="group" aria-label={t('command.keys')}>
        {[...groups, ...ofPanels]
          .filter(({ entries }) => entries.length > 0)
          .map(({ title, entries }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {entries.map(({ keys, text }) => (
                  <div key={text}>
                    <dt>{text}</dt>
                    <dd>
                      {keys.map((combination) => (
                        <Keys key={combination} combination={combination} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
