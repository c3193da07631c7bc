import { describe, expect, test } from 'vitest';
import { createDispatcher } from '../../../electron/host/dispatcher.ts';
import { createMutationQueue } from '../../../electron/host/mutation-queue.ts';
import type { Call, Handlers } from '../../../electron/services/handlers.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Revision } from '../../../shared/model/ids.ts';
import { createCountedIds } from '../../support/counted-ids.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';

const call: Call = { connection: 'window', signal: new AbortController().signal };

function setUp(handlers: Partial<Handlers>, checkOutputs = true) {
  const logger = createRecordingLogger();
  const queue = createMutationQueue();
  const ids = createCountedIds('reference');
  const dispatch = createDispatcher({ handlers, queue, ids, logger, checkOutputs });
  return { dispatch, logger, queue };
}

const edit = {
  scenario: 'baseline',
  edits: [{ unit: 'iflytek', indicator: 'I01', value: 1 }],
  note: '',
  baseRevision: 0,
};

describe('the dispatcher', () => {
  test('passes the checked input and the caller to the handler', async () => {
    const seen: unknown[] = [];
    const { dispatch } = setUp({
      'cells.edit': (input, who) => {
        seen.push(input, who);
        return { revision: 1 as Revision };
      },
    });
    expect(await dispatch('cells.edit', edit, call)).toEqual({ ok: true, value: { revision: 1 } });
    expect(seen).toEqual([edit, call]);
  });

  test.each([
    ['an unknown name', 'nothing.known'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
    ['an empty name', ''],
    ['undefined', undefined],
    ['null', null],
    ['a number', 42],
    ['a list', ['cells.edit']],
    ['an object that reads like a name', { toString: () => 'cells.edit' }],
    ['a name of a million letters', 'x'.repeat(1_000_000)],
  ])('refuses as method: %s', async (_what, method) => {
    const { dispatch } = setUp({});
    const reply = await dispatch(method, {}, call);
    expect(reply).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
    expect(JSON.stringify(reply).length).toBeLessThan(500);
  });

  test.each([
    ['a missing field', { ...edit, note: undefined }, 'note', 'undefined'],
    [
      'text for a number',
      { ...edit, edits: [{ ...edit.edits[0], value: '1' }] },
      'edits[0].value',
      '"1"',
    ],
    ['NaN', { ...edit, edits: [{ ...edit.edits[0], value: Number.NaN }] }, 'edits[0].value', 'NaN'],
    [
      'Infinity',
      { ...edit, edits: [{ ...edit.edits[0], value: Number('1e999') }] },
      'edits[0].value',
      'Infinity',
    ],
    ['a negative revision', { ...edit, baseRevision: -1 }, 'baseRevision', '-1'],
    ['a broken revision', { ...edit, baseRevision: 0.5 }, 'baseRevision', '0.5'],
    ['no edits', { ...edit, edits: [] }, 'edits', 'an array of 0'],
    ['an unknown field', { ...edit, extra: 1 }, 'input', 'an object'],
    ['a list', [edit], 'input', 'an array of 1'],
    ['nothing', undefined, 'input', 'undefined'],
    ['null', null, 'input', 'null'],
    ['an empty code', { ...edit, scenario: '' }, 'scenario', '""'],
    ['a control character', { ...edit, scenario: 'a\u0000b' }, 'scenario', String.raw`"a\u0000b"`],
  ])('refuses %s and says where', async (_what, input, path, found) => {
    let handled = false;
    const { dispatch } = setUp({
      'cells.edit': () => {
        handled = true;
        return { revision: 1 as Revision };
      },
    });
    const reply = await dispatch('cells.edit', input, call);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT', details: { found, parameters: { path, method: 'cells.edit' } } },
    });
    expect(handled).toBe(false);
  });

  test('refuses names that would reach a prototype', async () => {
    const { dispatch } = setUp({
      'settings.set': () => ({ language: 'zh', theme: 'dark', density: 'normal' }),
    });
    for (const text of [
      '{"__proto__":{"polluted":true}}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"theme":"dark","__proto__":{"polluted":true}}',
    ]) {
      const reply = await dispatch('settings.set', JSON.parse(text), call);
      expect(reply).toMatchObject({ ok: false, error: { code: 'E_INPUT' } });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('names the field inside the branch of a union that came closest', async () => {
    const { dispatch } = setUp({});
    const observation = {
      unit: 'iflytek',
      indicator: 'I01',
      value: 1,
      unitOfMeasure: '',
      asOf: '',
      fit: 'exact',
      confidence: 'high',
      model: null,
      note: '',
      source: { title: '', url: null, published: '' },
      adopt: true,
    };
    const reply = await dispatch('observations.add', { observation, baseRevision: 0 }, call);
    expect(reply).toMatchObject({
      error: { details: { parameters: { path: 'observation.source.title' }, found: '""' } },
    });
  });

  test('a hundred thousand mistakes give a short answer', async () => {
    const { dispatch } = setUp({});
    const edits = Array.from({ length: 100_000 }, () => ({ unit: 1, indicator: 2, value: 'x' }));
    const reply = await dispatch('cells.edit', { ...edit, edits }, call);
    expect(JSON.stringify(reply).length).toBeLessThan(1000);
    expect(reply).toMatchObject({ error: { message: expect.stringContaining('more)') as string } });
  });

  test('more edits than allowed are refused', async () => {
    const { dispatch } = setUp({});
    const edits = Array.from({ length: 100_001 }, () => edit.edits[0]);
    expect(await dispatch('cells.edit', { ...edit, edits }, call)).toMatchObject({
      error: { code: 'E_INPUT', details: { found: 'an array of 100001' } },
    });
  });

  test('commands run one after another, queries pass them', async () => {
    const log: string[] = [];
    const gate = Promise.withResolvers<void>();
    const { dispatch } = setUp({
      'history.undo': async () => {
        log.push('undo begins');
        await gate.promise;
        log.push('undo ends');
        return { revision: 1 as Revision };
      },
      'history.redo': () => {
        log.push('redo');
        return { revision: 2 as Revision };
      },
      'sources.list': () => {
        log.push('query');
        return [];
      },
    });
    const undo = dispatch('history.undo', { baseRevision: 0 }, call);
    const redo = dispatch('history.redo', { baseRevision: 0 }, call);
    await new Promise(setImmediate);
    await dispatch('sources.list', {}, call);
    gate.resolve();
    await Promise.all([undo, redo]);
    expect(log).toEqual(['undo begins', 'query', 'undo ends', 'redo']);
  });

  test('hands on an AppError as it is', async () => {
    const { dispatch } = setUp({
      'history.undo': () => {
        throw new AppError('E_CONFLICT', 'expected revision 3, found 4', { found: '4' });
      },
    });
    expect(await dispatch('history.undo', { baseRevision: 3 }, call)).toEqual({
      ok: false,
      error: {
        code: 'E_CONFLICT',
        message: 'expected revision 3, found 4',
        details: { found: '4' },
      },
    });
  });

  test('hides anything else behind a reference to the log', async () => {
    const { dispatch, logger } = setUp({
      'sources.list': () => {
        throw new Error('ENOENT /home/secret/data.hengmo');
      },
    });
    const reply = await dispatch('sources.list', {}, call);
    expect(reply).toMatchObject({ ok: false, error: { code: 'E_INTERNAL' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(JSON.stringify(reply)).toContain('reference-1');
    expect(logger.entries).toMatchObject([
      { level: 'error', fields: { reference: 'reference-1' } },
    ]);
  });

  test('finds an answer against the contract where it is told to look', async () => {
    const wrong = { 'sources.list': () => [{ id: 's1' }] } as unknown as Partial<Handlers>;
    expect(await setUp(wrong, true).dispatch('sources.list', {}, call)).toMatchObject({
      ok: false,
      error: { code: 'E_INTERNAL' },
    });
    expect(await setUp(wrong, false).dispatch('sources.list', {}, call)).toMatchObject({
      ok: true,
    });
  });

  test('carries out a command whose window has closed meanwhile', async () => {
    const controller = new AbortController();
    let done = false;
    const { dispatch, queue } = setUp({
      'history.undo': () => {
        done = true;
        return { revision: 1 as Revision };
      },
    });
    void dispatch('history.undo', { baseRevision: 0 }, { ...call, signal: controller.signal });
    controller.abort();
    await queue.idle();
    expect(done).toBe(true);
  });
});
