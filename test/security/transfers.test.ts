import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSettableClock } from '../support/settable-clock.ts';
import { startTestShell, type TestShell, type TestSocket } from '../support/test-shell.ts';

const clock = createSettableClock();
let own: TestShell;
let page: TestSocket;
beforeAll(async () => {
  own = await startTestShell({ clock, limits: { sessionMs: 0 } });
  page = await own.openPage();
});
afterAll(() => own.close());

const workbooks = () => {
  const folder = join(own.dataFolder, 'workbooks');
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function ticketFor(
  upload: { purpose: string; fileName: string; bytes: number },
  from: TestSocket = page,
): Promise<string> {
  const reply = (await from.ask({ upload })) as { ok: true; value: { ticket: string } };
  expect(reply).toMatchObject({ ok: true });
  return reply.value.ticket;
}

const send = (ticket: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  own.send({
    method: 'POST',
    path: `/upload/${ticket}`,
    headers: { ...own.ownHeaders, 'content-type': 'application/octet-stream', ...headers },
    body,
  });

const replyOf = (answer: { body: Buffer }) => JSON.parse(answer.body.toString()) as unknown;

describe('an upload', () => {
  test('with a ticket gives a token that only this page may use, for this purpose', async () => {
    const body = 'uCode,uName\na,A\n';
    const ticket = await ticketFor({
      purpose: 'import-data',
      fileName: '数据.csv',
      bytes: body.length,
    });
    const answer = await send(ticket, body);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(replyOf(answer)).toEqual({
      ok: true,
      value: { token: expect.any(String) as string, fileName: '数据.csv' },
    });
    expect(answer.body.toString()).not.toContain('/tmp');
  });

  test('of a workbook is kept in the data folder, beside one of the same name', async () => {
    for (const content of ['first', 'other']) {
      const ticket = await ticketFor({
        purpose: 'open-workbook',
        fileName: 'mine.hengmo',
        bytes: 5,
      });
      expect((await send(ticket, content)).status).toBe(200);
    }
    const folder = join(own.dataFolder, 'workbooks');
    expect(readFileSync(join(folder, 'mine.hengmo'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, 'mine 2.hengmo'), 'utf8')).toBe('other');
    if (process.platform !== 'win32') {
      expect(statSync(join(folder, 'mine.hengmo')).mode & 0o077).toBe(0);
      expect(statSync(folder).mode & 0o077).toBe(0);
    }
  });

  test.each([
    '../../escape.hengmo',
    '/etc/escape.hengmo',
    String.raw`..\escape.hengmo`,
    '..',
    'a\u0000b.hengmo',
    'CON.hengmo',
  ])('named %j stays in its folder', async (fileName) => {
    const before = workbooks().length;
    const ticket = await ticketFor({ purpose: 'open-workbook', fileName, bytes: 1 });
    expect((await send(ticket, 'x')).status).toBe(200);
    expect(workbooks()).toHaveLength(before + 1);
    expect(existsSync(join(own.dataFolder, 'escape.hengmo'))).toBe(false);
    expect(existsSync(join(own.dataFolder, '..', 'escape.hengmo'))).toBe(false);
  });

  test('is taken once', async () => {
    const ticket = await ticketFor({ purpose: 'import-data', fileName: 'a.csv', bytes: 1 });
    expect((await send(ticket, 'x')).status).toBe(200);
    expect((await send(ticket, 'x')).status).toBe(404);
  });

  test('is taken for a minute', async () => {
    const ticket = await ticketFor({ purpose: 'import-data', fileName: 'a.csv', bytes: 1 });
    clock.advance(60_000);
    expect((await send(ticket, 'x')).status).toBe(404);
  });

  test('without a ticket, or with one of the other way, is refused', async () => {
    for (const ticket of ['', 'unknown', '__proto__', '../upload']) {
      expect((await send(ticket, 'x')).status).toBe(404);
    }
    const ticket = await ticketFor({ purpose: 'import-data', fileName: 'a.csv', bytes: 1 });
    const crossed = await own.send({ path: `/download/${ticket}`, headers: own.ownHeaders });
    expect(crossed.status).toBe(404);
  });

  test('dies with the page that announced it', async () => {
    const gone = await own.openPage();
    const ticket = await ticketFor({ purpose: 'import-data', fileName: 'a.csv', bytes: 1 }, gone);
    await gone.close();
    await expect.poll(async () => (await send(ticket, 'x')).status).toBe(404);
  });

  test.each([
    ['more', 10],
    ['less', 1000],
  ])('of %s than was announced is refused and leaves nothing', async (_what, bytes) => {
    const before = workbooks();
    const ticket = await ticketFor({ purpose: 'open-workbook', fileName: 'bad.hengmo', bytes });
    const answer = await send(ticket, 'x'.repeat(100));
    expect(answer.status).toBe(400);
    expect(replyOf(answer)).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT', details: { reason: 'upload-size', expected: String(bytes) } },
    });
    expect(workbooks()).toEqual(before);
  });

  test('of 50 MB is taken in, of more than a gigabyte not even announced', async () => {
    const bytes = 50 * 1024 * 1024;
    const ticket = await ticketFor({ purpose: 'import-data', fileName: 'large.csv', bytes });
    expect((await send(ticket, new Uint8Array(bytes))).status).toBe(200);
    const upload = { purpose: 'import-data', fileName: 'a.csv', bytes: 1024 ** 3 + 1 };
    expect(await page.ask({ upload })).toMatchObject({
      ok: false,
      error: { code: 'E_INPUT', details: { reason: 'upload-size' } },
    });
  });
});

describe('a download', () => {
  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: `Bearer ${'A'.repeat(43)}` }],
  ])('is refused for: %s', async (_what, headers) => {
    const answer = await own.send({ path: '/download/unknown', headers });
    expect([answer.status, answer.body.length]).toEqual([401, 0]);
  });

  test('is refused for another site even with the token', async () => {
    const headers = { ...own.ownHeaders, 'sec-fetch-site': 'same-site' };
    expect((await own.send({ path: '/download/unknown', headers })).status).toBe(403);
  });
});
