import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseMethod, methodDraft } from '../../../renderer/features/method/method-draft.ts';
import { keepMemory, loadLayout, useLayout } from '../../../renderer/stores/layout-store.ts';
import { catchUp, synchroniseStores } from '../../../renderer/stores/synchronise.ts';
import { selectUnit, useSelection } from '../../../renderer/stores/selection-store.ts';
import { useWorkbook } from '../../../renderer/stores/workbook-store.ts';
import type { WorkbookInfo } from '../../../shared/contract/workbook-operations.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { BASELINE, type UnitCode } from '../../../shared/model/ids.ts';
import { DEFAULT_METHOD } from '../../../shared/model/method.ts';
import { connectFake } from './fake-client.ts';

const layoutOf = (locked: string) =>
  JSON.stringify({
    version: 1,
    view: 'ranking',
    arrangements: {},
    memories: { 'weights.locked': [locked] },
  });

describe('when another workbook takes the place of the one that is open', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A host whose workbook cannot be read yet, and whose layout is `stored`. */
  async function connectWhileReading(stored: string) {
    const host = connectFake({
      'layout.get': () => ({ layout: stored }),
      'layout.set': () => ({}),
      'workbook.info': () => {
        throw new AppError('E_PRECONDITION', 'no workbook is open');
      },
    });
    await synchroniseStores(() => undefined);
    await loadLayout();
    return host;
  }

  test('what was chosen for its method is no choice for the new one', async () => {
    const host = await connectWhileReading(layoutOf('a'));
    chooseMethod(BASELINE, { missing: 'zero' }, DEFAULT_METHOD);
    host.emit({ type: 'workbook.switched' });
    expect(methodDraft(BASELINE)).toEqual({});
  });

  test('its layout is not kept as that of the new one', async () => {
    const host = await connectWhileReading(layoutOf('a'));
    keepMemory('weights.locked', ['b']);
    host.emit({ type: 'workbook.switched' });
    keepMemory('weights.locked', ['c']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.called('layout.set')).toEqual([]);
    await loadLayout();
    expect(useLayout.getState().memories).toEqual({ 'weights.locked': ['a'] });
    keepMemory('weights.locked', ['d']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.called('layout.set')).toHaveLength(1);
  });

  test('while the connection was lost, panels begin anew when it is there again', async () => {
    const shown = { opening: 1 } as WorkbookInfo;
    let asked = 0;
    let opening = 1;
    connectFake({
      'workbook.info': () => {
        asked += 1;
        // What it is can be told, but nothing of it be read.
        if (asked % 2 === 1) throw new AppError('E_PRECONDITION', 'no workbook is open');
        return { ...shown, opening };
      },
    });
    await synchroniseStores(() => undefined);
    useWorkbook.setState({ info: shown });
    selectUnit('a' as UnitCode);
    const before = useWorkbook.getState().opening;
    await catchUp();
    expect(useWorkbook.getState().opening).toBe(before);
    expect(useSelection.getState().unit).toBe('a');

    useWorkbook.setState({ info: shown });
    opening = 2;
    await catchUp();
    expect(useWorkbook.getState().opening).toBe(before + 1);
    expect(useSelection.getState().unit).toBeNull();
  });

  test('panels begin anew', async () => {
    const host = await connectWhileReading(layoutOf('a'));
    const { opening } = useWorkbook.getState();
    host.emit({ type: 'workbook.switched' });
    expect(useWorkbook.getState().opening).toBe(opening + 1);
  });
});
