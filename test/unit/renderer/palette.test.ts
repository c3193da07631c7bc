import { beforeEach, describe, expect, test } from 'vitest';
import {
  findInPalette,
  searchableCommand,
  searchableUnit,
} from '../../../renderer/features/frame/palette-items.ts';
import {
  registerCommands,
  runCommand,
  useCommands,
  type Command,
} from '../../../renderer/stores/commands.ts';
import { unit } from './results.ts';

const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  group: 'edit',
  title: 'frame:command.undo',
  run: () => undefined,
  ...more,
});
const entries = [
  searchableCommand(command('history.undo'), '撤销'),
  searchableCommand(command('workbook.open'), '打开…'),
  searchableUnit(
    { code: unit('alibaba'), name: { zh: '阿里巴巴', en: 'Alibaba' }, attributes: {} },
    '阿里巴巴',
  ),
  searchableUnit(
    { code: unit('iflytek'), name: { zh: '科大讯飞', en: 'iFLYTEK' }, attributes: {} },
    '科大讯飞',
  ),
];
const found = (query: string) => findInPalette(query, entries).map(({ title }) => title);

describe('findInPalette', () => {
  test('lists the commands before anything is typed', () => {
    expect(found('  ')).toEqual(['撤销', '打开…']);
  });

  test('finds a unit by its name in either language or by its code', () => {
    expect(found('讯飞')).toEqual(['科大讯飞']);
    expect(found('IFLY')).toEqual(['科大讯飞']);
    expect(found('ａｌｉｂａｂａ')).toEqual(['阿里巴巴']);
  });

  test('wants every word, and puts titles that begin with the query first', () => {
    expect(found('undo history')).toEqual(['撤销']);
    expect(found('undo 打开')).toEqual([]);
    expect(found('a')[0]).toBe('阿里巴巴');
  });
});

describe('commands', () => {
  beforeEach(() => useCommands.setState({ commands: new Map() }));

  test('run by name, unless they cannot run now', async () => {
    const ran: string[] = [];
    registerCommands([
      command('a', { run: () => void ran.push('a') }),
      command('b', { run: () => void ran.push('b'), enabled: () => false }),
    ]);
    await runCommand('a');
    await runCommand('b');
    await runCommand('unknown');
    expect(ran).toEqual(['a']);
  });

  test('go with the panel that registered them, but not those that replaced them', () => {
    const takeBack = registerCommands([command('a'), command('b')]);
    const newer = command('b');
    registerCommands([newer]);
    takeBack();
    expect([...useCommands.getState().commands]).toEqual([['b', newer]]);
  });
});
