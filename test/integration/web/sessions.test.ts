import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestShell, type TestShell } from '../../support/test-shell.ts';

let own: TestShell;
beforeAll(async () => {
  own = await startTestShell({ limits: { sessionMs: 2000, pingMs: 50 } });
});
afterAll(() => own.close());

const pickSave = {
  method: 'files.pickSave',
  input: { purpose: 'save-pdf', suggestedName: 'brief.pdf' },
};

interface Picked {
  readonly value: { readonly token: string };
}

async function sessionOf(page: { next: TestPage['next'] }): Promise<string> {
  const message = await page.next((candidate) => 'welcome' in candidate);
  return 'welcome' in message ? message.welcome.session : '';
}
type TestPage = Awaited<ReturnType<TestShell['openPage']>>;

async function greet(session: string | null): Promise<{ page: TestPage; session: string }> {
  const page = await own.openSocket();
  if (typeof page === 'number') throw new Error(`refused with ${page}`);
  page.sendMessage({ hello: own.token, session });
  return { page, session: await sessionOf(page) };
}

test('a page that comes back has its session and its file tokens again', async () => {
  const first = await greet(null);
  const picked = (await first.page.ask(pickSave)) as Picked;
  first.page.socket.terminate();
  const again = await greet(first.session);
  expect(again.session).toBe(first.session);
  // A foreign token would be E_FORBIDDEN.
  expect(
    await again.page.ask({ method: 'files.reveal', input: { token: picked.value.token } }),
  ).toMatchObject({ error: { code: 'E_PRECONDITION' } });
  await again.page.close();
});

test('another page has a session of its own, and the tokens of the first are foreign to it', async () => {
  const first = await greet(null);
  const second = await greet(null);
  expect(second.session).not.toBe(first.session);
  const picked = (await first.page.ask(pickSave)) as Picked;
  expect(
    await second.page.ask({ method: 'files.reveal', input: { token: picked.value.token } }),
  ).toMatchObject({ error: { code: 'E_FORBIDDEN' } });
  await Promise.all([first.page.close(), second.page.close()]);
});

test('a session that nobody comes back to ends, and its name means nothing any more', async () => {
  const short = await startTestShell({ limits: { sessionMs: 20 } });
  const page = await short.openPage();
  const picked = (await page.ask(pickSave)) as Picked;
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const stranger = await short.openPage('id-of-nobody');
  expect(
    await stranger.ask({ method: 'files.reveal', input: { token: picked.value.token } }),
  ).toMatchObject({ error: { code: 'E_NOT_FOUND' } });
  await short.close();
});

test('a session that is taken up over another socket leaves the first', async () => {
  const first = await greet(null);
  const again = await greet(first.session);
  expect(again.session).toBe(first.session);
  expect(await first.page.closed).toBe(1012);
  expect(await again.page.ask(pickSave)).toMatchObject({ ok: true });
  await again.page.close();
});

test('a page that answers pings stays', async () => {
  const { page } = await greet(null);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(page.socket.readyState).toBe(page.socket.OPEN);
  await page.close();
});

test('a page that is frozen is let go', async () => {
  const { page } = await greet(null);
  page.socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 300));
  page.socket.resume();
  expect(await page.closed).toBe(1006);
});
