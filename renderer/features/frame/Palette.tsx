import { Menu, MenuItem } from '@blueprintjs/core';
import { type ItemListRenderer, type ItemRenderer, Omnibar } from '@blueprintjs/select';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../i18n/i18n.ts';
import { useNames } from '../../i18n/use-names.ts';
import { COMMAND_GROUPS, type Command, runCommand, useCommands } from '../../stores/commands.ts';
import { selectNode, selectUnit } from '../../stores/selection-store.ts';
import { useWorkbook } from '../../stores/workbook-store.ts';
import { notifyError } from '../../ui/notify.ts';
import { commandTitle } from './command-title.ts';
import { Keys } from './Keys.tsx';
import { closeOverlay, useOverlays } from '../../stores/overlay-store.ts';
import {
  findInPalette,
  type PaletteItem,
  type Searchable,
  searchableCommand,
  searchableNode,
  searchableUnit,
} from './palette-items.ts';

/** Finds and runs every command, and finds every unit and indicator. */
export function Palette() {
  const { t } = useTranslation('frame');
  const open = useOverlays((state) => state.open === 'palette');
  const entries = useEntries(open);
  return (
    <Omnibar<Searchable>
      isOpen={open}
      onClose={closeOverlay}
      items={entries}
      itemListPredicate={findInPalette}
      itemsEqual={(a, b) => a.item.key === b.item.key}
      itemDisabled={({ item }) => item.kind === 'command' && item.command.enabled?.() === false}
      itemRenderer={renderEntry}
      itemListRenderer={renderList}
      initialContent={undefined}
      onItemSelect={({ item }) => {
        closeOverlay();
        choose(item);
      }}
      resetOnSelect
      inputProps={{ placeholder: t('commandBar.search'), 'aria-label': t('commandBar.search') }}
      overlayProps={{ transitionDuration: 0 }}
    />
  );
}

function useEntries(open: boolean): Searchable[] {
  const commands = useCommands((state) => state.commands);
  const units = useWorkbook((state) => state.units);
  const index = useWorkbook((state) => state.index);
  const nameOf = useNames();
  return useMemo(() => {
    if (!open) return [];
    const sorted = [...commands.values()]
      .filter(({ id }) => id !== 'interface.palette')
      .toSorted((a, b) => COMMAND_GROUPS.indexOf(a.group) - COMMAND_GROUPS.indexOf(b.group));
    return [
      ...sorted.map((command) => searchableCommand(command, commandTitle(command))),
      ...units.map((unit) => searchableUnit(unit, nameOf(unit.name))),
      ...[...(index?.byCode.values() ?? [])].map((node) => searchableNode(node, nameOf(node.name))),
    ];
  }, [open, commands, units, index, nameOf]);
}

/** Blueprint's own list calls itself a menu, which may not hold options. */
const renderList: ItemListRenderer<Searchable> = (list) => (
  <Menu
    id={list.menuProps?.id ?? ''}
    role="listbox"
    aria-label={textOf('frame:palette.results')}
    ulRef={list.itemsParentRef}
  >
    {list.filteredItems.length === 0 ? (
      <MenuItem disabled roleStructure="listoption" text={textOf('frame:palette.nothing')} />
    ) : (
      list.filteredItems.map(list.renderItem)
    )}
  </Menu>
);

const renderEntry: ItemRenderer<Searchable> = ({ item, title }, props) => (
  <MenuItem
    key={item.key}
    text={title}
    labelElement={item.kind === 'command' ? <CommandLabel command={item.command} /> : kindOf(item)}
    active={props.modifiers.active}
    selected={props.modifiers.active}
    disabled={props.modifiers.disabled}
    roleStructure="listoption"
    onClick={props.handleClick}
    {...(props.ref === undefined ? {} : { ref: props.ref })}
  />
);

function CommandLabel({ command }: { command: Command }) {
  const [keys] = command.keys ?? [];
  return (
    <>
      {textOf(`frame:commandGroup.${command.group}`)}
      {keys !== undefined && <Keys combination={keys} />}
    </>
  );
}

function kindOf(item: Exclude<PaletteItem, { kind: 'command' }>): string {
  if (item.kind === 'unit') return textOf('frame:palette.unit');
  return textOf(item.node.indicator === null ? 'frame:palette.node' : 'frame:palette.indicator');
}

function choose(item: PaletteItem): void {
  switch (item.kind) {
    case 'command':
      runCommand(item.command.id).catch(notifyError);
      return;
    case 'unit':
      return selectUnit(item.unit.code);
    case 'node':
      return selectNode(item.node.code);
  }
}
