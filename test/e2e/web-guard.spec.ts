import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { test } from './fixtures.ts';
import { WorkbenchPage } from './pages/workbench-page.ts';

/** What a real browser lets other pages try against the web shell, and what they get. */
test.describe('@web the web shell', () => {
  let attacker: Server;
  let attackerOrigin: string;

  test.beforeAll(async () => {
    attacker = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>attacker</title>');
    });
    await new Promise<void>((resolve) => attacker.listen(0, '127.0.0.1', resolve));
    attackerOrigin = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`;
  });
  test.afterAll(() => {
    attacker.close();
  });

  const originOf = (page: Page) => new URL(page.url()).origin;

  test('takes the token out of the address, and a reload still works', async ({ shell }) => {
    const { page, problems } = await shell.open();
    await expect(page.getByText('97 / 350')).toBeVisible();
    expect(page.url()).toBe(`${originOf(page)}/`);
    await page.reload();
    await expect(page.getByText('97 / 350')).toBeVisible();
    expect(problems).toEqual([]);
  });

  test('says that it is not connected to a page opened without the token, in both languages', async ({
    shell,
    webBrowser,
  }) => {
    const { page } = await shell.open();
    for (const { locale, said, adopted } of [
      { locale: 'zh-CN', said: '此页面的连接已断开', adopted: '97 / 350' },
      { locale: 'en-GB', said: 'This page is disconnected', adopted: '97 of 350' },
    ]) {
      const other = await webBrowser?.newPage({ locale });
      if (other === undefined) throw new Error('no browser');
      await other.goto(originOf(page));
      await expect(other.getByRole('alert')).toContainText(said);
      await expect(other.getByText(adopted)).toBeHidden();
      await other.close();
    }
  });

  test('lets no page of another port speak to it', async ({ shell }) => {
    const { page } = await shell.open();
    const target = originOf(page);
    const token = await page.evaluate(() => sessionStorage.getItem('launch-token'));
    const evil = await page.context().newPage();
    await evil.goto(attackerOrigin);

    // Even the token, had it leaked, is of no use to another page.
    const outcome = await evil.evaluate(
      async ({ target, token }) => {
        const authorization = `Bearer ${token}`;
        const fetched = (path: string, options: RequestInit) =>
          fetch(`${target}${path}`, options).then(
            () => 'answered',
            () => 'refused',
          );
        const connected = new Promise<string>((resolve) => {
          const socket = new WebSocket(`${target.replace('http', 'ws')}/socket`, 'hengmo.1');
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('refused'));
        });
        const loaded = (tag: 'script' | 'img', source: string) =>
          new Promise<string>((resolve) => {
            const element = document.createElement(tag);
            element.addEventListener('load', () => resolve('loaded'));
            element.addEventListener('error', () => resolve('refused'));
            element.src = source;
            document.head.append(element);
          });
        return {
          read: await fetched('/', {}),
          readWithToken: await fetched('/download/x', { headers: { authorization } }),
          written: await fetched('/upload/x', {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/octet-stream' },
            body: 'x',
          }),
          socket: await connected,
          script: await loaded('script', `${target}/renderer-files.json`),
          page: await loaded('script', `${target}/`),
        };
      },
      { target, token },
    );
    expect(outcome).toEqual({
      read: 'refused',
      readWithToken: 'refused',
      written: 'refused',
      socket: 'refused',
      script: 'refused',
      page: 'refused',
    });
  });

  test('cannot be put into a frame, nor opened or posted to by another page', async ({ shell }) => {
    const { page } = await shell.open();
    const target = originOf(page);
    const evil = await page.context().newPage();
    await evil.goto(attackerOrigin);

    const framed = evil.waitForResponse((response) => response.url() === `${target}/`);
    await evil.evaluate((source) => {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
    }, target);
    expect((await framed).status()).toBe(403);

    const popup = evil.waitForEvent('popup');
    await evil.evaluate((address) => void window.open(address), target);
    const opened = await popup;
    await opened.waitForLoadState();
    expect(await opened.locator('body').innerText()).not.toContain('衡模');
    await expect(opened.getByText('97 / 350')).toBeHidden();

    const posted = evil.waitForResponse((response) =>
      response.url().startsWith(`${target}/upload`),
    );
    await evil.evaluate((address) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'text/plain';
      form.action = `${address}/upload/x`;
      document.body.append(form);
      form.submit();
    }, target);
    expect((await posted).status()).toBe(403);
  });

  test('answers nothing to a name that was bound to this machine afterwards', async ({
    shell,
    playwright,
  }) => {
    const { page } = await shell.open();
    const { port } = new URL(page.url());
    const executablePath = process.env['CHROMIUM_PATH'];
    const browser = await playwright.chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--host-resolver-rules=MAP attacker.example 127.0.0.1',
      ],
    });
    const rebound = await browser.newPage();
    const response = await rebound.goto(`http://attacker.example:${port}/app.js`).catch(() => null);
    expect(response?.status() ?? 421).toBe(421);
    const evil = await browser.newPage();
    await evil.goto(`http://attacker.example:${new URL(attackerOrigin).port}/`);
    const socket = await evil.evaluate(
      (address) =>
        new Promise((resolve) => {
          const opened = new WebSocket(address, 'hengmo.1');
          opened.addEventListener('open', () => resolve('open'));
          opened.addEventListener('error', () => resolve('refused'));
        }),
      `ws://attacker.example:${port}/socket`,
    );
    expect(socket).toBe('refused');
    await browser.close();
  });

  test('runs no script or style that was put into the page', async ({ shell }) => {
    const { page } = await shell.open();
    await expect(page.getByText('97 / 350')).toBeVisible();
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.head.append(style);
      const element = document.createElement('div');
      element.setAttribute('onclick', 'window.injected = true');
      document.body.append(element);
      element.click();
      // What a debugger evaluates is exempt from the policy; what follows later is the page's own.
      await new Promise((resolve) => setTimeout(resolve, 0));
      let evaluated = true;
      try {
        // oxlint-disable-next-line typescript/no-implied-eval -- this is what must fail
        new Function('return 1')();
      } catch {
        evaluated = false;
      }
      return {
        injected: 'injected' in window,
        hidden: getComputedStyle(document.body).display === 'none',
        evaluated,
      };
    });
    expect(outcome).toEqual({ injected: false, hidden: false, evaluated: false });
    const remote = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      attackerOrigin,
    );
    expect(remote).toBe('refused');
  });

  test('shows a change of one tab in the other, and its language', async ({ shell }) => {
    const { page, anotherPage } = await shell.open();
    const other = new WorkbenchPage(await anotherPage());
    await expect(other.undo).toBeDisabled();
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(other.undo).toBeEnabled();
    const english = await new WorkbenchPage(page).inLanguage('en');
    await english.undo.click();
    await expect(new WorkbenchPage(other.page, 'en').undo).toBeDisabled();
  });
});
