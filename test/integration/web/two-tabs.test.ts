import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestShell, type TestShell, type TestSocket } from '../../support/test-shell.ts';

let own: TestShell;
let first: TestSocket;
let second: TestSocket;
beforeAll(async () => {
  own = await startTestShell({ language: 'en' });
  first = await own.openPage();
  second = await own.openPage();
});
afterAll(() => own.close());

const isChange = (message: object) =>
  'event' in message && (message.event as { type: string }).type === 'workbook.changed';

function edit(value: number, baseRevision: number) {
  return {
    method: 'cells.edit',
    input: {
      scenario: 'baseline',
      edits: [{ unit: 'iflytek', indicator: 'I02', value }],
      note: '',
      baseRevision,
    },
  };
}

test('a change in one tab is told to both, before its own answer', async () => {
  expect(await first.ask(edit(1, 0))).toEqual({ ok: true, value: { revision: 1 } });
  // The answer has been taken out; what stands before it has been received before it.
  expect(first.received.filter(isChange)).toHaveLength(1);
  const told = await second.next(isChange);
  expect(told).toMatchObject({ event: { revision: 1 } });
});

test('a change upon what the other tab has changed meanwhile is a conflict and changes nothing', async () => {
  expect(await second.ask(edit(2, 0))).toMatchObject({
    ok: false,
    error: { code: 'E_CONFLICT', details: { expected: '1', found: '0' } },
  });
  expect(await second.ask(edit(2, 1))).toEqual({ ok: true, value: { revision: 2 } });
});

test('changes from both at once happen one after another: one wins, the other is told', async () => {
  const answers = await Promise.all([first.ask(edit(3, 2)), second.ask(edit(4, 2))]);
  const outcomes = answers.map((answer) => (answer as { ok: boolean }).ok);
  expect(outcomes.toSorted()).toEqual([false, true]);
});

test('a job’s end is told only to the tab that started it, and only that tab may cancel it', async () => {
  const started = (await first.ask({
    method: 'brief.preview',
    input: { scenario: 'baseline', language: 'en', sections: ['ranking'] },
  })) as { value: { job: string } };
  const { job } = started.value;
  expect(await second.ask({ method: 'job.cancel', input: { job } })).toMatchObject({
    error: { code: 'E_NOT_FOUND' },
  });
  const ends = (message: object) =>
    'event' in message && (message.event as { type: string }).type === 'job.finished';
  await first.next(ends);
  expect(second.received.filter(ends)).toEqual([]);
});
