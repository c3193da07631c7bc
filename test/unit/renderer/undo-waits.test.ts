import { beforeEach, expect, test } from 'vitest';
import { registerFrameCommands } from '../../../renderer/features/frame/commands.ts';
import { clearCells } from '../../../renderer/stores/cell-store.ts';
import { runCommand, useCommands } from '../../../renderer/stores/commands.ts';
import { editCells, editsWritten } from '../../../renderer/stores/edit-cells.ts';
import { useHistory } from '../../../renderer/stores/history-store.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { HistoryEntry } from '../../../shared/contract/history-operations.ts';
import type { NodeCode, Revision, UnitCode } from '../../../shared/model/ids.ts';
import { useWorkbook } from '../../../renderer/stores/workbook-store.ts';
import { connectFake, deferred } from './fake-client.ts';

const edit = { unit: 'alibaba' as UnitCode, indicator: 'I08' as NodeCode, value: 1 };
const written: HistoryEntry = {
  sequence: 1,
  at: '2026-01-01T00:00:00Z',
  author: '',
  kind: 'cells.edit',
  parameters: {},
  undoes: null,
};

beforeEach(() => {
  clearCells();
  useWorkbook.setState({ revision: 1 as Revision });
  useHistory.setState({ undo: null, redo: null });
  return registerFrameCommands();
});

test('undo of the first edit waits until it is written', async () => {
  const answer = deferred<{ revision: Revision }>();
  const host = connectFake({
    'cells.edit': () => answer.promise,
    'history.undo': () => ({ revision: 3 as Revision }),
  });
  void editCells([edit], '');
  expect(useCommands.getState().commands.get('history.undo')?.enabled?.()).toBe(true);
  const undone = runCommand('history.undo');
  await Promise.resolve();
  expect(host.called('history.undo')).toEqual([]);
  useHistory.setState({ undo: written });
  answer.resolve({ revision: 2 as Revision });
  await undone;
  expect(host.calls.map(({ method }) => method)).toEqual(['cells.edit', 'history.undo']);
  expect(host.called('history.undo')[0]?.input).toMatchObject({ baseRevision: 2 });
});

test('nothing is undone when the only edit was refused', async () => {
  const host = connectFake({
    'cells.edit': () => Promise.reject(new AppError('E_INPUT', 'no')),
  });
  void editCells([edit], '');
  await runCommand('history.undo');
  await editsWritten();
  expect(host.called('history.undo')).toEqual([]);
});
