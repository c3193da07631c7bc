import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHost, type Host, type HostOptions } from '../../../electron/host/create-host.ts';
import { createCountedIds } from '../../support/counted-ids.ts';
import { createRecordingLogger } from '../../support/recording-logger.ts';
import { createSettableClock } from '../../support/settable-clock.ts';
import { resourcesFolder } from '../../support/test-shell.ts';

let folder: string;
const hosts: Host[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengmo-first-'));
});
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<HostOptions> = {}) {
  const refuse = () => Promise.reject(new Error('nobody is asked'));
  const host = await createHost({
    dataFolder: join(folder, 'data'),
    resourcesFolder,
    capabilities: { pickOpen: refuse, pickSave: refuse, openLink: refuse, reveal: refuse },
    clock: createSettableClock(),
    ids: createCountedIds(`${hosts.length}`),
    logger: createRecordingLogger(),
    language: 'zh',
    checkOutputs: true,
    ...options,
  });
  hosts.push(host);
  const connection = host.connect(() => undefined);
  return {
    host,
    call: (method: string, input: unknown = {}) => connection.call(method, input),
    open: (path: string) =>
      connection.call('workbook.open', { token: connection.offerFile(path, 'open-workbook') }),
  };
}

async function end({ host }: { host: Host }): Promise<void> {
  hosts.splice(hosts.indexOf(host), 1);
  await host.close();
}

const workbooks = () => join(folder, 'data', 'workbooks');

describe('the first start', () => {
  test.each([
    ['zh', '中国大模型企业竞争力.hengmo'],
    ['en', 'China LLM competitiveness.hengmo'],
  ] as const)('in %s makes a workbook from the bundled data', async (language, fileName) => {
    const { call } = await start({ language });
    expect(await call('workbook.info')).toMatchObject({
      ok: true,
      value: {
        fileName,
        unitCount: 14,
        indicatorCount: 25,
        adoptedCount: 97,
        observationCount: 380,
        sourceCount: 174,
      },
    });
    expect(await call('settings.get')).toMatchObject({ value: { language } });
  });

  test('leaves one file after the end, without a log beside it', async () => {
    const first = await start();
    expect(existsSync(join(workbooks(), '中国大模型企业竞争力.hengmo'))).toBe(true);
    await end(first);
    expect(readdirSync(workbooks())).toEqual(['中国大模型企业竞争力.hengmo']);
  });
});

describe('a later start', () => {
  test('opens what was open last, with everything that was done', async () => {
    const first = await start();
    await first.call('workbook.setAuthor', { author: '甲', baseRevision: 0 });
    await end(first);
    const { call } = await start({ language: 'en' });
    expect(await call('workbook.info')).toMatchObject({ value: { revision: 1, author: '甲' } });
    expect(await call('history.list', { limit: 10, before: null })).toMatchObject({
      value: { entries: [{ kind: 'workbook.setAuthor' }] },
    });
  });

  test('opens the one before when the last has been removed', async () => {
    const first = await start();
    await end(first);
    const made = await start({ dataFolder: join(folder, 'elsewhere'), language: 'en' });
    await end(made);
    const elsewhere = join(folder, 'elsewhere', 'workbooks', 'China LLM competitiveness.hengmo');
    const second = await start();
    expect(await second.open(elsewhere)).toMatchObject({ ok: true });
    await end(second);
    rmSync(elsewhere);
    const { call } = await start();
    expect(await call('workbook.info')).toMatchObject({
      value: { fileName: '中国大模型企业竞争力.hengmo' },
    });
  });

  test('says why when the last is there but cannot be opened, and goes on with another', async () => {
    const first = await start();
    await end(first);
    const path = join(workbooks(), '中国大模型企业竞争力.hengmo');
    writeFileSync(path, 'no database at all, but long enough to be looked at'.repeat(100));
    const { call, open } = await start();
    expect(await call('workbook.info')).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT', details: { reason: 'not-a-workbook' } },
    });
    expect(await call('scores.get', { scenario: 'baseline' })).toMatchObject({ ok: false });
    expect(await call('settings.get')).toMatchObject({ ok: true });
    expect(await call('workbook.recent')).toMatchObject({ ok: true });

    const made = await start({ dataFolder: join(folder, 'elsewhere'), language: 'en' });
    await end(made);
    const elsewhere = join(folder, 'elsewhere', 'workbooks', 'China LLM competitiveness.hengmo');
    expect(await open(elsewhere)).toMatchObject({ ok: true });
    expect(await call('workbook.info')).toMatchObject({ ok: true });
  });

  test('does not overwrite a workbook of the sample’s name when the settings are lost', async () => {
    const first = await start();
    await first.call('workbook.setAuthor', { author: '甲', baseRevision: 0 });
    await end(first);
    rmSync(join(folder, 'data', 'settings.json'));
    const { call } = await start();
    expect(await call('workbook.info')).toMatchObject({ value: { author: '甲' } });
  });
});

describe('a workbook that is named', () => {
  test('is opened', async () => {
    const made = await start({ dataFolder: join(folder, 'elsewhere'), language: 'en' });
    await end(made);
    const workbookPath = join(folder, 'elsewhere', 'workbooks', 'China LLM competitiveness.hengmo');
    const { call } = await start({ workbookPath });
    expect(await call('workbook.info')).toMatchObject({
      value: { fileName: 'China LLM competitiveness.hengmo' },
    });
  });

  test('and is missing makes the start fail with what is wrong', async () => {
    await expect(start({ workbookPath: join(folder, 'missing.hengmo') })).rejects.toMatchObject({
      code: 'E_NOT_FOUND',
    });
  });
});

test('a data folder that cannot be made is said in one line', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(start({ dataFolder: join(folder, 'file', 'data') })).rejects.toMatchObject({
    code: 'E_STORAGE',
    details: { reason: 'data-folder' },
  });
});

test('a copy or a new workbook does not replace the one that is open', async () => {
  const path = join(folder, 'data', 'workbooks', '中国大模型企业竞争力.hengmo');
  const { call } = await start({
    capabilities: {
      pickOpen: async () => path,
      pickSave: async () => path,
      openLink: async () => undefined,
      reveal: async () => undefined,
    },
  });
  const token = async (purpose: string) => {
    const reply = await call('files.pickSave', { purpose, suggestedName: 'x.hengmo' });
    return (reply as { value: { token: string } }).value.token;
  };
  const refused = {
    ok: false,
    error: { code: 'E_PRECONDITION', details: { reason: 'output-over-workbook' } },
  };
  expect(await call('workbook.saveCopy', { token: await token('save-workbook') })).toMatchObject(
    refused,
  );
  expect(
    await call('workbook.createSample', { token: await token('create-workbook'), language: 'zh' }),
  ).toMatchObject(refused);
  expect(await call('workbook.info')).toMatchObject({ ok: true, value: { unitCount: 14 } });
});

test('closing finishes the changes that were asked for', async () => {
  const first = await start();
  const changes = Array.from({ length: 20 }, (_, index) =>
    first.call('workbook.setAuthor', { author: `author ${index}`, baseRevision: index }),
  );
  await Promise.all([...changes, end(first)]);
  const { call } = await start();
  expect(await call('workbook.info')).toMatchObject({
    value: { revision: 20, author: 'author 19' },
  });
});
