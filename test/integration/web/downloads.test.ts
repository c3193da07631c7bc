import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSettableClock } from '../../support/settable-clock.ts';
import { startTestShell, type TestShell, type TestSocket } from '../../support/test-shell.ts';

const clock = createSettableClock();
let own: TestShell;
let page: TestSocket;
beforeAll(async () => {
  own = await startTestShell({ clock, language: 'en', limits: { sessionMs: 0 } });
  page = await own.openPage();
});
afterAll(() => own.close());

interface Download {
  readonly ticket: string;
  readonly fileName: string;
}

/** Writes an export and has it revealed; the tickets that came. */
async function written(format: string, suggestedName: string, from = page): Promise<Download[]> {
  const picked = (await from.ask({
    method: 'files.pickSave',
    input: { purpose: `save-${format}`, suggestedName },
  })) as { value: { token: string } };
  const { token } = picked.value;
  expect(await from.ask({ method: 'export.run', input: { format, token } })).toMatchObject({
    ok: true,
  });
  expect(await from.ask({ method: 'files.reveal', input: { token } })).toMatchObject({ ok: true });
  return from.received
    .splice(0)
    .flatMap((message) => ('download' in message ? [message.download] : []));
}

const get = (ticket: string, headers: Record<string, string> = own.ownHeaders) =>
  own.send({ path: `/download/${ticket}`, headers });

describe('a download', () => {
  test('brings the written file under its name, as an attachment that nothing runs', async () => {
    const [download, ...others] = await written('json', '数据 export.json');
    expect(others).toEqual([]);
    expect(download?.fileName).toBe('数据 export.json');
    const answer = await get(download?.ticket ?? '');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body.toString())).toHaveProperty('framework');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''%E6%95%B0%E6%8D%AE%20export.json",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('of a table that is several files brings all of them', async () => {
    const downloads = await written('csv', 'table.csv');
    expect(downloads.length).toBeGreaterThan(1);
    for (const { ticket } of downloads) expect((await get(ticket)).status).toBe(200);
  });

  test('is served once', async () => {
    const [download] = await written('json', 'once.json');
    expect((await get(download?.ticket ?? '')).status).toBe(200);
    expect((await get(download?.ticket ?? '')).status).toBe(404);
  });

  test('is served for a minute', async () => {
    const [download] = await written('json', 'late.json');
    clock.advance(60_000);
    expect((await get(download?.ticket ?? '')).status).toBe(404);
  });

  test('is not served to who has the ticket alone, and the ticket is not lost by that', async () => {
    const [download] = await written('json', 'guarded.json');
    const ticket = download?.ticket ?? '';
    expect((await get(ticket, {})).status).toBe(401);
    expect((await get(ticket, { ...own.ownHeaders, 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await get(ticket, { ...own.ownHeaders, host: 'evil' })).status).toBe(421);
    expect((await get(ticket)).status).toBe(200);
  });

  test('dies with its page', async () => {
    const gone = await own.openPage();
    const [download] = await written('json', 'gone.json', gone);
    await gone.close();
    // The server learns of the end a moment after the page.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await get(download?.ticket ?? '')).status).toBe(404);
  });

  test('of a copy is a workbook', async () => {
    const picked = (await page.ask({
      method: 'files.pickSave',
      input: { purpose: 'save-workbook', suggestedName: 'copy.hengmo' },
    })) as { value: { token: string } };
    const { token } = picked.value;
    await page.ask({ method: 'workbook.saveCopy', input: { token } });
    await page.ask({ method: 'files.reveal', input: { token } });
    const message = await page.next((candidate) => 'download' in candidate);
    const { ticket } = (message as { download: Download }).download;
    const { body } = await get(ticket);
    expect(body.subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});

test('a new workbook stays in the data folder, where it is found again', async () => {
  const picked = (await page.ask({
    method: 'files.pickSave',
    input: { purpose: 'create-workbook', suggestedName: 'mine.hengmo' },
  })) as { value: { token: string } };
  const created = await page.ask({
    method: 'workbook.createSample',
    input: { token: picked.value.token, language: 'en' },
  });
  expect(created).toMatchObject({ ok: true, value: { fileName: 'mine.hengmo' } });
  const head = readFileSync(join(own.dataFolder, 'workbooks', 'mine.hengmo')).subarray(0, 15);
  expect(head.toString()).toBe('SQLite format 3');
});
