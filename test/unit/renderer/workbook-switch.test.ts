import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { chooseMethod, methodDraft } from '../../../renderer/features/method/method-draft.ts';
import { keepMemory, loadLayout, useLayout } from '../../../renderer/stores/layout-store.ts';
import { synchroniseStores } from '../../../renderer/stores/synchronise.ts';
import { useWorkbook } from '../../../renderer/stores/workbook-store.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { BASELINE } from '../../../shared/model/ids.ts';
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

  test('panels begin anew', async () => {
    const host = await connectWhileReading(layoutOf('a'));
    const { opening } = useWorkbook.getState();
    host.emit({ type: 'workbook.switched' });
    expect(useWorkbook.getState().opening).toBe(opening + 1);
  });
});
