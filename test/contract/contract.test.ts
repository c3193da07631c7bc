import { deepStrictEqual } from 'node:assert/strict';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../renderer/bridge/client.ts';
import type { ShellBridge } from '../../renderer/bridge/shell-bridge.ts';
import { methods, type MethodName } from '../../shared/contract/methods.ts';
import { goodCalls, Series } from './good-calls.ts';
import { transports, type Transport } from './transports.ts';

/**
 * One suite for every way from a page to the host. Every method of the contract is called once with good input, on a
 * workbook made from the bundled data, and with bad input, which must be refused and change nothing.
 */

const names = Object.keys(goodCalls) as MethodName[];

/** Of all transports, for the comparison at the end. */
const answers = new Map<MethodName, Map<string, unknown>>();

function openSeries(transport: Transport): Series {
  const always: ShellBridge = {
    ...transport.bridge,
    shell: 'electron',
    connection: () => 'open',
    onConnection: () => () => undefined,
    reconnect: () => undefined,
  };
  return new Series(createClient(always), transport);
}

/** What becomes of a good input when one thing in it is wrong. */
function spoilt(good: unknown): [string, unknown][] {
  const fields = Object.entries(good as object);
  return [
    ['undefined', undefined],
    ['null', null],
    ['text', 'text'],
    ['a list', [good]],
    ['an unknown field', { ...(good as object), unknownField: 1 }],
    ['a prototype', JSON.parse('{"__proto__":{"polluted":true}}')],
    ...fields.flatMap(([key]): [string, unknown][] => [
      [`${key} missing`, Object.fromEntries(fields.filter(([name]) => name !== key))],
      [`${key} NaN`, { ...(good as object), [key]: Number.NaN }],
      [`${key} Infinity`, { ...(good as object), [key]: Number.POSITIVE_INFINITY }],
      [`${key} an object`, { ...(good as object), [key]: { nonsense: true } }],
      [`${key} a long text`, { ...(good as object), [key]: 'x'.repeat(300_000) }],
      [`${key} an array of bytes`, { ...(good as object), [key]: new Uint8Array(3) }],
    ]),
  ];
}

describe.each(Object.entries(transports))('over %s', (transportName, open) => {
  let transport: Transport;
  let series: Series;
  beforeAll(async () => {
    transport = await open();
    series = openSeries(transport);
  });
  afterAll(() => transport.close());

  test.each(names)('%s answers good input by the contract and refuses bad input', async (name) => {
    const input = await goodCalls[name](series);

    const { revision } = await series.client.call('workbook.info', {});
    for (const [what, bad] of spoilt(input)) {
      // Of an optional field every absence is right.
      if (methods[name].input.safeParse(bad).success) continue;
      const refusal = await transport.bridge.call(name, bad);
      expect([what, refusal]).toMatchObject([what, { ok: false, error: { code: 'E_INPUT' } }]);
      expect(JSON.stringify(refusal).length).toBeLessThan(2000);
    }
    expect((await series.client.call('workbook.info', {})).revision).toBe(revision);

    const output: unknown = await series.client.call(name, input as never);
    methods[name].output.parse(output);
    if (name === 'scenarios.create') series.memory.scenario = (output as { id: never }).id;
    if (name === 'brief.export') await series.finished((output as { job: never }).job);
    if (name === 'observations.add') series.memory.observation = (output as { id: never }).id;
    const ofMethod = answers.get(name) ?? new Map<string, unknown>();
    answers.set(name, ofMethod.set(transportName, output));
  });

  test.each(['nothing.known', '__proto__', 'constructor', ''])(
    'the method "%s" is refused',
    async (name) => {
      expect(await transport.bridge.call(name, {})).toMatchObject({
        ok: false,
        error: { code: 'E_INPUT', details: { reason: 'unknown-method' } },
      });
    },
  );

  test('a change upon an old revision is refused and says so', async () => {
    const reply = await transport.bridge.call('workbook.setAuthor', {
      author: 'late',
      baseRevision: 999_999,
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'E_CONFLICT' } });
  });

  test('more work at once than a person starts is refused, until some of it has ended', async () => {
    // Pages are typeset one after another: they cannot end as quickly as they are asked for.
    const ask = async () => (await goodCalls['job.cancel'](series)).job;
    const asked = await Promise.allSettled(Array.from({ length: 40 }, ask));
    const jobs = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(jobs.length).toBeGreaterThanOrEqual(16);
    expect(refused.length).toBeGreaterThan(0);
    for (const each of refused) {
      expect(each).toMatchObject({ code: 'E_BUSY', details: { reason: 'too-many-jobs' } });
    }
    for (const job of jobs) await series.client.call('job.cancel', { job });
    for (const job of jobs) await series.finished(job);
    const afterwards = await ask();
    await series.client.call('job.cancel', { job: afterwards });
    await series.finished(afterwards);
  });

  test('the person has got the revealed file, whole', async () => {
    await expect.poll(() => transport.got.get('revealed.json')).toBeDefined();
    const content = Buffer.from(transport.got.get('revealed.json') ?? []).toString();
    expect(JSON.parse(content)).toHaveProperty('framework');
  });

  test('a checked link was opened, and only that', () => {
    expect(transport.openedLinks).toEqual(['https://example.org/a']);
  });

  test('events of changes arrived as events of the contract', () => {
    const types = series.events.map(({ type }) => type);
    expect(types).toContain('workbook.changed');
    expect(types).toContain('workbook.switched');
    expect(types).toContain('settings.changed');
  });

  test('a cancelled choice of a file is null', async () => {
    transport.choose(null);
    expect(await series.client.call('files.pickOpen', { purpose: 'import-data' })).toBeNull();
  });

  test('nothing went wrong inside', () => {
    expect(transport.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });
});

/** Tokens, ids and the space that a file takes differ from host to host; numbers and texts do not. */
const compared: readonly MethodName[] = [
  'framework.get',
  'units.list',
  'series.list',
  'sources.list',
  'scenarios.list',
  'scenarios.resolved',
  'cells.grid',
  'cells.evidence',
  'scores.get',
  'scores.preview',
  'settings.set',
  'import.preview',
];

test.each(compared)('%s gives the same over every transport, to the bit', (name) => {
  const [first, ...others] = [...(answers.get(name)?.values() ?? [])];
  expect(others).toHaveLength(Object.keys(transports).length - 1);
  for (const other of others) deepStrictEqual(other, first);
});
