import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { resourcesFolder, startTestShell } from '../../support/test-shell.ts';

test('ends when no page has come for the idle time', async () => {
  const { shell } = await startTestShell({ idleMs: 50 });
  await shell.closed;
});

test('stays while a page is there, and ends some time after it has gone', async () => {
  const own = await startTestShell({ idleMs: 100 });
  const page = await own.openPage();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(page.socket.readyState).toBe(page.socket.OPEN);
  await page.close();
  await own.shell.closed;
});

test('closing tells the pages, removes what was only in transfer and frees the port', async () => {
  const transferFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('hengmo-'));
  const before = transferFolders();
  const own = await startTestShell();
  const page = await own.openPage();
  await own.close();
  expect(await page.closed).toBe(1006);
  expect(transferFolders().filter((name) => !before.includes(name))).toEqual([]);
  const again = await startTestShell({ port: Number(own.host.split(':')[1]) });
  await again.close();
  await again.shell.close();
});

test('before it is there it turns pages away instead of keeping them waiting', async () => {
  const before = await startTestShell();
  const { origin } = before;
  await before.close();
  const asked: Promise<number | null>[] = [];
  const ask = () => {
    asked.push(
      fetch(`${origin}/`).then(
        ({ status }) => status,
        () => null,
      ),
    );
  };
  const asking = setInterval(ask, 2);
  const own = await startTestShell({ port: Number(new URL(origin).port) });
  clearInterval(asking);
  // One that was kept waiting would not settle.
  expect(await Promise.all(asked)).toContain(null);
  expect(await fetch(`${origin}/`)).toMatchObject({ status: 200 });
  await own.close();
});

test('ends with the process that started it', { timeout: 30_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hengmo-parent-'));
  const program = fileURLToPath(
    new URL('../../support/serve-until-parent-ends.ts', import.meta.url),
  );
  const child = spawn(process.execPath, [program, folder, resourcesFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const line = await new Promise<string>((resolve) =>
    child.stdout.once('data', (part: Buffer) => resolve(part.toString())),
  );
  const { url } = JSON.parse(line) as { url: string };
  expect((await fetch(new URL('/', url))).status).toBe(200);
  child.stdin.end();
  expect(await exit).toBe(0);
  expect(existsSync(join(folder, 'data'))).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});
