import { globSync, readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { menuTemplate, type MenuOptions } from '../../../electron/main/menu.ts';
import { VIEWS } from '../../../renderer/features/frame/views.ts';
import { menuTexts } from '../../../electron/main/menu-texts.ts';

function template(parts: Partial<MenuOptions> = {}) {
  const run: string[] = [];
  const menus = menuTemplate({
    language: 'zh',
    isMac: false,
    isPackaged: true,
    run: (command) => run.push(command),
    ...parts,
  });
  const itemsOf = ({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] =>
    ((submenu ?? []) as MenuItemConstructorOptions[]).flatMap((item) => [item, ...itemsOf(item)]);
  const items = menus.flatMap(itemsOf);
  return { menus, items, run };
}

describe('the menu', () => {
  test('is in the language of the interface', () => {
    expect(template({ language: 'zh' }).menus.map(({ label }) => label)).toEqual([
      '文件',
      '编辑',
      '视图',
      '帮助',
    ]);
    expect(template({ language: 'en' }).menus.map(({ label }) => label)).toEqual([
      'File',
      'Edit',
      'View',
      'Help',
    ]);
  });

  test('has a word for everything, and the other language in its own letters', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const { type, label } of template({ language }).items) {
        if (type !== 'separator') expect(label).toMatch(/\S/u);
      }
      for (const word of Object.values(menuTexts[language])) expect(word).toBeTruthy();
    }
    expect(template({ language: 'zh' }).items).toContainEqual(
      expect.objectContaining({ id: 'interface.language', label: 'English' }),
    );
  });

  test('runs commands of the renderer by name', () => {
    const { items, run } = template();
    for (const item of items) (item.click as (() => void) | undefined)?.();
    expect(run).toContain('history.undo');
    expect(run).toContain('workbook.open');
    expect(run).toEqual(items.flatMap(({ id }) => (id === undefined ? [] : [id])));
    expect(new Set(run).size).toBe(run.length);
  });

  test('knows only commands that the renderer has', () => {
    const renderer = new URL('../../../renderer/', import.meta.url);
    const sources = globSync('**/*.{ts,tsx}', { cwd: renderer }).map((file) =>
      readFileSync(new URL(file, renderer), 'utf8'),
    );
    const commands = new Set([
      ...sources.flatMap((source) =>
        [...source.matchAll(/\bid: '(\w+\.\w+)'/gu)].map(([, id]) => id),
      ),
      ...VIEWS.map(({ id }) => `view.${id}`),
    ]);
    const asked = template().items.flatMap(({ id }) => (id === undefined ? [] : [id]));
    expect(asked.filter((id) => !commands.has(id))).toEqual([]);
  });

  test('leads to every view with the key that the command bar gives it', () => {
    const shown = template().items.flatMap(({ id, accelerator }) =>
      id?.startsWith('view.') ? [{ id, accelerator }] : [],
    );
    expect(shown).toEqual(
      VIEWS.map(({ id }, at) => ({ id: `view.${id}`, accelerator: `CommandOrControl+${at + 1}` })),
    );
  });

  test('shows keys but binds none: text fields and input methods need them, too', () => {
    for (const { accelerator, registerAccelerator } of template().items) {
      if (accelerator !== undefined) expect(registerAccelerator).toBe(false);
    }
    for (const { id, accelerator } of template({ isMac: true }).items) {
      if (id !== undefined) expect(accelerator).toBeUndefined();
    }
  });

  test('has developer tools only in development', () => {
    const roles = (isPackaged: boolean) => template({ isPackaged }).items.map(({ role }) => role);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
  });

  test('has the system’s own first menu on macOS', () => {
    expect(template({ isMac: true }).menus[0]).toEqual({ role: 'appMenu' });
    expect(template().menus[0]).not.toEqual({ role: 'appMenu' });
  });
});
