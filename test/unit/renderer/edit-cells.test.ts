import { beforeEach, expect, test, vi } from 'vitest';
import { clearCells, useCells } from '../../../renderer/stores/cell-store.ts';
import { editCells, editsWritten, retryRefused } from '../../../renderer/stores/edit-cells.ts';
import { connectHost, type HostClient } from '../../../renderer/stores/host-connection.ts';
import { useWorkbook } from '../../../renderer/stores/workbook-store.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { CellEdit } from '../../../shared/contract/evidence-operations.ts';
import type { NodeCode, Revision, UnitCode } from '../../../shared/model/ids.ts';

const unit = 'alibaba' as UnitCode;
const indicator = 'I08' as NodeCode;
const edit = (value: number | null): CellEdit => ({ unit, indicator, value });
const shown = () => useCells.getState().pending.get(unit)?.get(indicator);

/** A host that answers `cells.edit` when told to, and counts what it is asked. */
function fakeHost() {
  const asked: { method: string; input: unknown }[] = [];
  const waiting: { resolve: (output: unknown) => void; reject: (error: unknown) => void }[] = [];
  const call = (method: string, input: unknown) => {
    asked.push({ method, input });
    if (method === 'workbook.info') return Promise.resolve({ revision: 40 });
    if (method === 'cells.grid') return Promise.resolve(null);
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  };
  connectHost({ call, onEvent: () => () => undefined } as unknown as HostClient);
  return { asked, waiting };
}

const edits = (asked: { method: string; input: unknown }[]) =>
  asked.filter(({ method }) => method === 'cells.edit').map(({ input }) => input);

beforeEach(() => {
  clearCells();
  useWorkbook.setState({ revision: 7 as Revision });
});

test('a quick second edit waits for the first and is based on the revision it made', async () => {
  const { asked, waiting } = fakeHost();
  void editCells([edit(1)], '');
  void editCells([edit(2)], 'why');
  expect(shown()).toBe(2);
  await vi.waitFor(() => expect(edits(asked)).toHaveLength(1));
  waiting[0]?.resolve({ revision: 8 });
  await vi.waitFor(() => expect(edits(asked)).toHaveLength(2));
  // The first is written; the cell still shows the second, which is on its way.
  expect(shown()).toBe(2);
  expect(edits(asked)).toMatchObject([
    { baseRevision: 7, edits: [{ value: 1 }] },
    { baseRevision: 8, edits: [{ value: 2 }], note: 'why' },
  ]);
  waiting[1]?.resolve({ revision: 9 });
  await editsWritten();
  expect(shown()).toBeUndefined();
});

test('a refused edit shows what is in force again and can be tried anew', async () => {
  const { asked, waiting } = fakeHost();
  const writing = editCells([edit(1)], 'why');
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.reject(new AppError('E_INPUT', 'no'));
  await writing;
  expect(shown()).toBeUndefined();
  expect(useCells.getState().refused).toMatchObject({ edits: [edit(1)], note: 'why' });
  expect(asked.map(({ method }) => method)).toEqual(['cells.edit']);

  retryRefused();
  expect(useCells.getState().refused).toBeNull();
  expect(shown()).toBe(1);
  await vi.waitFor(() => expect(edits(asked)).toHaveLength(2));
  expect(edits(asked)[1]).toEqual(edits(asked)[0]);
  waiting[1]?.resolve({ revision: 8 });
  await editsWritten();
});

test('after a conflict the latest state is read, and trying anew is based on it', async () => {
  const { asked, waiting } = fakeHost();
  const writing = editCells([edit(null)], '');
  expect(shown()).toBeNull();
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  waiting[0]?.reject(new AppError('E_CONFLICT', 'changed meanwhile'));
  await writing;
  expect(asked.map(({ method }) => method)).toEqual(['cells.edit', 'workbook.info', 'cells.grid']);
  expect(useCells.getState().refused?.error).toMatchObject({ code: 'E_CONFLICT' });

  retryRefused();
  await vi.waitFor(() => expect(edits(asked)).toHaveLength(2));
  expect(edits(asked)[1]).toMatchObject({ baseRevision: 40 });
  waiting[1]?.resolve({ revision: 41 });
  await editsWritten();
  expect(useCells.getState().refused).toBeNull();
});
