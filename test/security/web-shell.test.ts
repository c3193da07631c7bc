import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../electron/host/content-security-policy.ts';
import { startTestShell, TestSocket, type TestShell } from '../support/test-shell.ts';

let own: TestShell;
beforeAll(async () => {
  own = await startTestShell({ limits: { helloMs: 300, headersMs: 1000 } });
});
afterAll(() => own.close());

const navigation = {
  'sec-fetch-site': 'none',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};

/** Names that mean another place than ours, or ours written otherwise. */
const foreignHosts = (): [string, string][] => {
  const port = own.host.split(':')[1] ?? '';
  return [
    ['a rebound name', `attacker.example:${port}`],
    ['a name that begins like ours', `127.0.0.1:${port}.attacker.example`],
    ['a name that ends like ours', `x127.0.0.1:${port}`],
    ['localhost', `localhost:${port}`],
    ['another address of the machine', `127.0.0.2:${port}`],
    ['IPv6', `[::1]:${port}`],
    ['another port', '127.0.0.1:1'],
    ['no port', '127.0.0.1'],
    ['a decimal address', `2130706433:${port}`],
  ];
};

describe('listening', () => {
  test('is on the loopback address alone', async () => {
    const port = Number(own.host.split(':')[1]);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80'))
      .map(({ address }) => address);
    for (const address of ['::1', '127.0.0.2', ...others]) {
      const refused = await new Promise((resolve) => {
        const socket = connect({ host: address, port });
        socket.on('error', () => resolve(true));
        socket.on('connect', () => {
          socket.destroy();
          resolve(false);
        });
      });
      expect([address, refused]).toEqual([address, true]);
    }
  });

  test('a port that is taken is said in one line', async () => {
    const port = Number(own.host.split(':')[1]);
    await expect(startTestShell({ port })).rejects.toMatchObject({
      code: 'E_PRECONDITION',
      details: { reason: 'port-unusable' },
    });
  });

  test('every launch has a token of 32 random bytes, in the fragment alone', async () => {
    const other = await startTestShell();
    expect(Buffer.from(own.token, 'base64url')).toHaveLength(32);
    expect(other.token).not.toBe(own.token);
    expect(own.shell.url).toBe(`${own.origin}/#t=${own.token}`);
    await other.close();
  });
});

describe('the host header', () => {
  test('of ours lets the page through', async () => {
    const { status, body } = await own.send({ path: '/', headers: navigation });
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>page</title>');
  });

  test('of any other place is refused without a body, on every way in', async () => {
    for (const [what, host] of foreignHosts()) {
      const get = await own.send({ path: '/', headers: { ...navigation, host } });
      expect([what, get.status, get.body.length]).toEqual([what, 421, 0]);
      const post = await own.send({
        method: 'POST',
        path: '/upload/x',
        headers: { ...own.ownHeaders, host, 'content-type': 'application/octet-stream' },
      });
      expect([what, post.status, post.body.length]).toEqual([what, 421, 0]);
      expect([what, await own.openSocket({ headers: { host } })]).toEqual([what, 421]);
    }
  });

  test('that is forged together with a matching origin is refused: the rebinding attack', async () => {
    const host = `attacker.example:${own.host.split(':')[1]}`;
    expect(await own.openSocket({ headers: { host }, origin: `http://${host}` })).toBe(421);
  });

  test('missing or doubled is refused', async () => {
    const port = Number(own.host.split(':')[1]);
    const ask = (head: string) =>
      new Promise<string>((resolve) => {
        let text = '';
        const socket = connect({ host: '127.0.0.1', port }, () => socket.write(`${head}\r\n\r\n`));
        socket.on('data', (part) => (text += part.toString()));
        socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
      });
    expect(await ask('GET / HTTP/1.0')).toContain(' 421 ');
    expect(await ask('GET / HTTP/1.1\r\nConnection: close')).toMatch(/ 4(?:00|21) /u);
    expect(
      await ask(`GET / HTTP/1.1\r\nHost: ${own.host}\r\nHost: evil\r\nConnection: close`),
    ).toMatch(/ 4(?:00|21) /u);
    expect(
      await ask(`GET http://${own.host}/ HTTP/1.1\r\nHost: ${own.host}\r\nConnection: close`),
    ).toContain(' 404 ');
  });
});

describe('reading', () => {
  test.each([
    ['same-site (another port of this address)', { 'sec-fetch-site': 'same-site' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['a cross-site navigation', { ...navigation, 'sec-fetch-site': 'cross-site' }],
    ['none, but no navigation', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'cors' }],
    ['none, but fetched by a script', { ...navigation, 'sec-fetch-mode': 'cors' }],
    ['said twice', { 'sec-fetch-site': ['cross-site', 'same-origin'] }],
    ['none, but a frame', { ...navigation, 'sec-fetch-dest': 'iframe' }],
    ['nonsense', { 'sec-fetch-site': 'same-origin, none' }],
  ])('is refused for fetch metadata: %s', async (_what, headers) => {
    const { status, body } = await own.send({ path: '/', headers });
    expect([status, body.length]).toEqual([403, 0]);
  });

  test.each(['/', '/index.html', '/app.js', '/assets/style.css'])('serves %s', async (path) => {
    const { status } = await own.send({ path, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(status).toBe(200);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/app.js',
    '//app.js',
    '/./app.js',
    '/app.js?x',
    '/app.js%00.css',
    '/APP.JS',
    '/assets',
    '/assets/',
    '/secret.txt',
    '/renderer-files.json',
    '/__proto__',
    '/constructor',
    '/..\\secret.txt',
    '/socket',
    '/upload/x',
  ])('knows only the listed files, not %s', async (path) => {
    const { status, body } = await own.send({ path });
    expect([status, body.length]).toEqual([404, 0]);
  });

  test('sends the protective headers with everything, and no CORS header', async () => {
    for (const question of [
      { path: '/' },
      { path: '/app.js' },
      { path: '/nothing' },
      { path: '/', headers: { host: 'evil' } },
      { path: '/', method: 'OPTIONS' },
      { path: '/upload/x', method: 'POST' },
    ]) {
      const { headers } = await own.send(question);
      expect(headers).toMatchObject({
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers['set-cookie']).toBeUndefined();
    }
    const page = await own.send({ path: '/' });
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('the page holds no token', async () => {
    const { body, headers } = await own.send({ path: '/' });
    expect(body.toString() + JSON.stringify(headers)).not.toContain(own.token);
  });

  test('an unchanged file is not sent again', async () => {
    const first = await own.send({ path: '/app.js' });
    const again = await own.send({
      path: '/app.js',
      headers: { 'if-none-match': first.headers.etag },
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'PROPFIND'])(
    'refuses the method %s',
    async (method) => {
      const { status, body } = await own.send({ method, path: '/' });
      expect([status, body.length]).toEqual([405, 0]);
    },
  );

  test('a preflight of another page gets nothing to go on with', async () => {
    const { status, headers } = await own.send({
      method: 'OPTIONS',
      path: '/upload/x',
      headers: {
        origin: 'http://127.0.0.1:1',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
        'access-control-request-private-network': 'true',
      },
    });
    expect(status).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('headers without end are refused', async () => {
    const { status } = await own.send({ path: '/', headers: { filler: 'x'.repeat(20_000) } });
    expect(status).toBe(431);
  });

  test('a client that does not finish its headers is cut off', async () => {
    const port = Number(own.host.split(':')[1]);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect({ host: '127.0.0.1', port }, () =>
        socket.write(`GET / HTTP/1.1\r\nHost: ${own.host}\r\n`),
      );
      socket.on('data', (part) => (text += part.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1.1 408 /u);
  });
});

describe('writing', () => {
  const post = (headers: Record<string, string | undefined>) => {
    const all = {
      ...own.ownHeaders,
      'content-type': 'application/octet-stream',
      ...headers,
    };
    const present = Object.entries(all).filter(([, value]) => value !== undefined);
    return own.send({
      method: 'POST',
      path: '/upload/unknown',
      headers: Object.fromEntries(present) as Record<string, string>,
      body: 'x',
    });
  };

  test('with everything right gets as far as the ticket, which is unknown', async () => {
    expect((await post({})).status).toBe(404);
  });

  test.each([
    ['no origin', { origin: undefined }, 403],
    ['another port as origin', { origin: 'http://127.0.0.1:1' }, 403],
    ['the origin null', { origin: 'null' }, 403],
    ['https', { origin: 'https://127.0.0.1' }, 403],
    ['no fetch metadata', { 'sec-fetch-site': undefined }, 403],
    ['same-site', { 'sec-fetch-site': 'same-site' }, 403],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['none', { 'sec-fetch-site': 'none' }, 403],
    ['no token', { authorization: undefined }, 401],
    ['an empty token', { authorization: 'Bearer ' }, 401],
    ['a wrong token', { authorization: `Bearer ${'A'.repeat(43)}` }, 401],
    ['a cookie for a token', { authorization: undefined, cookie: 'token=x' }, 401],
    ['JSON', { 'content-type': 'application/json' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text', { 'content-type': 'text/plain' }, 415],
    ['no type', { 'content-type': undefined }, 415],
    ['a type with more to it', { 'content-type': 'application/octet-stream; charset=x' }, 415],
  ])('is refused for: %s', async (_what, headers, status) => {
    const answer = await post(headers);
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  });

  test('is refused for a token of another scheme, and one letter short', async () => {
    expect((await post({ authorization: `Basic ${own.token}` })).status).toBe(401);
    expect((await post({ authorization: own.token })).status).toBe(401);
    expect((await post({ authorization: `Bearer ${own.token.slice(1)}` })).status).toBe(401);
    expect((await post({ authorization: `Bearer ${own.token} x` })).status).toBe(401);
  });
});

describe('the handshake of the socket', () => {
  test('of our own page is accepted', async () => {
    const socket = await own.openSocket();
    expect(socket).toBeInstanceOf(TestSocket);
    await (socket as TestSocket).close();
  });

  test.each([
    ['another port', 'http://127.0.0.1:1'],
    ['another host', 'http://attacker.example'],
    ['null', 'null'],
    ['a file', 'file://'],
  ])('is refused for the origin: %s', async (_what, origin) => {
    expect(await own.openSocket({ origin })).toBe(403);
  });

  test('is refused for origins that only look like ours', async () => {
    expect(await own.openSocket({ origin: `${own.origin}.attacker.example` })).toBe(403);
    expect(await own.openSocket({ origin: own.origin.replace('http:', 'https:') })).toBe(403);
    expect(await own.openSocket({ origin: `${own.origin}/` })).toBe(403);
  });

  test('is refused without an origin', async () => {
    expect(await own.openSocket({ origin: '' })).toBe(403);
  });

  test('is refused for the fetch metadata of another site, where there is some', async () => {
    expect(await own.openSocket({ headers: { 'sec-fetch-site': 'same-site' } })).toBe(403);
  });

  test('is refused for another subprotocol, or several, or none', async () => {
    expect(await own.openSocket({ protocols: ['other'] })).toBe(400);
    expect(await own.openSocket({ protocols: ['hengmo.1', 'other'] })).toBe(400);
    expect(await own.openSocket({ protocols: [] })).toBe(400);
  });

  test.each(['/', '/socket/', '/socket?x', '/other'])('is refused at %s', async (path) => {
    expect(await own.openSocket({ path })).toBe(404);
  });
});

describe('what is not HTTP at all', () => {
  /** Writes bytes to the port and cuts the connection off, or waits for the other side to do so. */
  const throwAt = (bytes: Uint8Array | string, cutOff: boolean) =>
    new Promise<void>((resolve) => {
      const port = Number(own.host.split(':')[1]);
      const socket = connect({ host: '127.0.0.1', port }, () => {
        socket.write(bytes, () => {
          if (cutOff) socket.resetAndDestroy();
        });
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
    });

  test.each([
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 89) % 256))],
    ['zeros', Buffer.alloc(4096)],
    ['a TLS greeting', Buffer.from('16030100f8010000f40303', 'hex')],
    ['a line without end', 'GET /'.padEnd(100_000, 'x')],
    ['a length that is no number', 'POST /upload/x HTTP/1.1\r\nContent-Length: x\r\n\r\n'],
    [
      'two lengths of a body',
      'POST /upload/x HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('is cut off, and the next page is served: %s', async (_what, bytes) => {
    await throwAt(bytes, false);
    expect((await own.send({ path: '/', headers: navigation })).status).toBe(200);
  });

  test('a handshake that is reset half-way, again and again, harms nobody', async () => {
    const handshake =
      `GET /socket HTTP/1.1\r\nHost: ${own.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n`;
    const good = `${handshake}Origin: ${own.origin}\r\nSec-WebSocket-Protocol: hengmo.1\r\n\r\n`;
    for (let count = 0; count < 20; count += 1) {
      await throwAt(`${handshake}Origin: http://evil\r\n\r\n`, true);
      await throwAt(good, true);
      await throwAt(`${good}\u0081\u0085junk`, true);
    }
    const page = await own.openPage();
    await page.close();
  });
});

describe('the first message', () => {
  async function opened(): Promise<TestSocket> {
    return (await own.openSocket()) as TestSocket;
  }

  test.each([
    ['no token', '{}'],
    ['a wrong token', JSON.stringify({ hello: 'A'.repeat(43), session: null })],
    ['an empty token', JSON.stringify({ hello: '', session: null })],
    ['a token that is no text', JSON.stringify({ hello: 1, session: null })],
    ['a call before the hello', JSON.stringify({ id: 1, method: 'workbook.info', input: {} })],
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['null', 'null'],
    ['a prototype', '{"__proto__":{"hello":"x"}}'],
  ])('is refused with 1008: %s', async (_what, text) => {
    const socket = await opened();
    socket.socket.send(text);
    expect(await socket.closed).toBe(1008);
    expect(socket.received).toEqual([]);
  });

  test('is refused with more in it than belongs there, or as bytes', async () => {
    const extra = await opened();
    extra.sendMessage({ hello: own.token, session: null, admin: true });
    expect(await extra.closed).toBe(1008);
    const binary = await opened();
    binary.socket.send(Buffer.from(JSON.stringify({ hello: own.token, session: null })));
    expect(await binary.closed).toBe(1008);
  });

  test('must come soon', async () => {
    const socket = await opened();
    const start = Date.now();
    expect(await socket.closed).toBe(1008);
    expect(Date.now() - start).toBeLessThan(2000);
  });

  test('of a stranger does not take up the session of another', async () => {
    const page = await own.openPage();
    const stranger = await opened();
    stranger.sendMessage({ hello: 'A'.repeat(43), session: 'id' });
    expect(await stranger.closed).toBe(1008);
    expect(page.socket.readyState).toBe(page.socket.OPEN);
    await page.close();
  });
});

describe('messages of a page', () => {
  test.each([
    ['no JSON', '{"id":1'],
    ['a list', '[1]'],
    ['no number', '{"method":"workbook.info","input":{}}'],
    ['a broken number', '{"id":0.5,"method":"workbook.info","input":{}}'],
    ['a number that is text', '{"id":"1","method":"workbook.info","input":{}}'],
    ['a method that is none', '{"id":1,"method":["workbook.info"],"input":{}}'],
    ['more fields', '{"id":1,"method":"workbook.info","input":{},"connection":"other"}'],
    ['a stand-in for nothing', '{"id":1,"method":"workbook.info","input":{"$array":0}}'],
    ['a second hello', '{"hello":"x","session":null}'],
    [
      'an upload of another purpose',
      '{"id":1,"upload":{"purpose":"save-pdf","fileName":"a","bytes":1}}',
    ],
    [
      'an upload of negative size',
      '{"id":1,"upload":{"purpose":"import-data","fileName":"a","bytes":-1}}',
    ],
    ['depth without end', '['.repeat(200_000)],
  ])('close the connection with 1008: %s', async (_what, text) => {
    const page = await own.openPage();
    page.socket.send(text);
    expect(await page.closed).toBe(1008);
  });

  test('binary junk closes the connection with 1008', async () => {
    const page = await own.openPage();
    page.socket.send(Buffer.from([0x48, 0x4d, 0x46, 0x31, 255, 255, 255, 255, 0]));
    expect(await page.closed).toBe(1008);
  });

  test('too large a message closes the connection with 1009', async () => {
    const page = await own.openPage();
    page.socket.send(`{"id":1,"method":"x","input":"${'x'.repeat(17 * 1024 * 1024)}"}`);
    expect(await page.closed).toBe(1009);
  });

  test('text that is not UTF-8 closes the connection with 1007', async () => {
    const page = await own.openPage();
    page.socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await page.closed).toBe(1007);
  });

  test.each([
    ['an unknown method', 'nothing.known', {}, 'E_INPUT'],
    ['a name of the prototype', '__proto__', {}, 'E_INPUT'],
    ['wrong input', 'scores.get', { scenario: 7 }, 'E_INPUT'],
    ['NaN', 'history.undo', { baseRevision: Number.NaN }, 'E_INPUT'],
    ['Infinity', 'history.undo', { baseRevision: Number('1e999') }, 'E_INPUT'],
    [
      'a prototype',
      'settings.set',
      JSON.parse('{"__proto__":{"polluted":1}}') as object,
      'E_INPUT',
    ],
    ['an invented token', 'files.reveal', { token: 'nothing' }, 'E_NOT_FOUND'],
    ['a program', 'links.open', { url: 'file:///bin/sh' }, 'E_FORBIDDEN'],
    ['a native dialogue', 'files.pickOpen', { purpose: 'import-data' }, 'E_UNSUPPORTED'],
  ])(
    'that ask for the wrong thing are answered, and the page goes on: %s',
    async (_what, method, input, code) => {
      const page = await own.openPage();
      expect(await page.ask({ method, input })).toMatchObject({ ok: false, error: { code } });
      expect(
        await page.ask({ method: 'links.open', input: { url: 'https://example.org' } }),
      ).toEqual({
        ok: true,
        value: {},
      });
      await page.close();
      expect('polluted' in {}).toBe(false);
    },
  );
});
