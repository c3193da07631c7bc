import { Menu, type MenuItemConstructorOptions } from 'electron';
import { VIEW_IDS } from '../../shared/model/view-id.ts';
import { menuTexts, type MenuLanguage, type MenuTexts } from './menu-texts.ts';

export interface MenuOptions {
  readonly language: MenuLanguage;
  readonly isMac: boolean;
  readonly isPackaged: boolean;
  /** Runs a command of the renderer by name. */
  run(command: string): void;
}

/** Shows the menu in the language; called again when the language changes. */
export function showMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(options)));
}

/** Items that are not the system's own are commands of the renderer, the same as in its palette. */
export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const texts = menuTexts[options.language];
  return [
    ...(options.isMac ? [{ role: 'appMenu' as const }] : []),
    fileMenu(texts, options),
    editMenu(texts, options),
    viewMenu(texts, options),
    helpMenu(texts, options),
  ];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The key is only shown: the renderer binds it, and knows when a text field or an input method needs it instead. */
function command(
  { run, isMac }: MenuOptions,
  id: string,
  label: string,
  accelerator?: string,
): MenuItemConstructorOptions {
  const item = { id, label, click: () => run(id) };
  // macOS binds every accelerator that a menu shows.
  if (accelerator === undefined || isMac) return item;
  return { ...item, accelerator, registerAccelerator: false };
}

function fileMenu(texts: MenuTexts, options: MenuOptions): MenuItemConstructorOptions {
  return {
    label: texts.file,
    submenu: [
      command(options, 'workbook.new', texts.newWorkbook),
      command(options, 'workbook.open', texts.openWorkbook, 'CommandOrControl+O'),
      command(options, 'workbook.import', texts.importData),
      separator,
      command(options, 'workbook.saveCopy', texts.saveCopy, 'CommandOrControl+S'),
      {
        label: texts.exportData,
        submenu: [
          command(options, 'workbook.export', texts.exportXlsx),
          command(options, 'workbook.exportCsv', texts.exportCsv),
          command(options, 'workbook.exportJson', texts.exportJson),
        ],
      },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function editMenu(texts: MenuTexts, options: MenuOptions): MenuItemConstructorOptions {
  return {
    label: texts.edit,
    submenu: [
      command(options, 'history.undo', texts.undo, 'CommandOrControl+Z'),
      command(options, 'history.redo', texts.redo, 'CommandOrControl+Y'),
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
    ],
  };
}

function viewMenu(texts: MenuTexts, options: MenuOptions): MenuItemConstructorOptions {
  return {
    label: texts.view,
    submenu: [
      ...VIEW_IDS.map((view, number) =>
        command(options, `view.${view}`, texts.views[view], `CommandOrControl+${number + 1}`),
      ),
      separator,
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'resetZoom', label: texts.actualSize },
      { role: 'togglefullscreen', label: texts.fullScreen },
      separator,
      command(options, 'interface.language', texts.otherLanguage),
      ...(options.isPackaged
        ? []
        : [separator, { role: 'toggleDevTools' as const, label: texts.developerTools }]),
    ],
  };
}

function helpMenu(texts: MenuTexts, options: MenuOptions): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: texts.help,
    submenu: [
      command(options, 'interface.palette', texts.palette, 'CommandOrControl+K'),
      command(options, 'interface.keys', texts.keyboardMap),
      separator,
      { role: 'about', label: texts.about },
    ],
  };
}
