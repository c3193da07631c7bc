import { describe, expect, test } from 'vitest';
import type { Capabilities } from '../../../electron/host/capabilities.ts';
import { createFileHandlers } from '../../../electron/host/file-handlers.ts';
import { createFileTokens } from '../../../electron/host/file-tokens.ts';
import type { Call } from '../../../electron/services/handlers.ts';
import { createCountedIds } from '../../support/counted-ids.ts';
import { createSettableClock } from '../../support/settable-clock.ts';

const call: Call = { connection: 'window', signal: new AbortController().signal };

function setUp(parts: Partial<Capabilities> = {}) {
  const tokens = createFileTokens({ clock: createSettableClock(), ids: createCountedIds('token') });
  const asked: unknown[][] = [];
  const capabilities: Capabilities = {
    pickOpen: async (...request) => {
      asked.push(request);
      return '/home/secret/data.csv';
    },
    pickSave: async (...request) => {
      asked.push(request);
      return '/home/secret/out.pdf';
    },
    openLink: async (...request) => void asked.push(request),
    reveal: async (...request) => void asked.push(request),
    ...parts,
  };
  return { asked, tokens, handlers: createFileHandlers(capabilities, tokens) };
}

describe('picking a file', () => {
  test('gives a token and the name, never the folder', async () => {
    const { handlers, tokens } = setUp();
    const picked = await handlers['files.pickOpen']({ purpose: 'import-data' }, call);
    expect(picked).toEqual({ token: 'token-1', fileName: 'data.csv' });
    expect(picked && tokens.look(picked.token, 'import-data', 'window')).toBe(
      '/home/secret/data.csv',
    );
  });

  test('cancelled is null', async () => {
    const { handlers } = setUp({ pickOpen: async () => null, pickSave: async () => null });
    expect(await handlers['files.pickOpen']({ purpose: 'import-data' }, call)).toBeNull();
    expect(
      await handlers['files.pickSave']({ purpose: 'save-pdf', suggestedName: 'a.pdf' }, call),
    ).toBeNull();
  });

  test('opens one dialogue at a time in each window', async () => {
    const gate = Promise.withResolvers<string | null>();
    const { handlers } = setUp({ pickOpen: () => gate.promise });
    const first = handlers['files.pickOpen']({ purpose: 'import-data' }, call);
    await expect(
      handlers['files.pickOpen']({ purpose: 'import-data' }, call),
    ).rejects.toMatchObject({
      code: 'E_BUSY',
    });
    gate.resolve(null);
    await first;
    expect(await handlers['files.pickOpen']({ purpose: 'import-data' }, call)).toBeNull();
  });

  test('suggests only plain names', async () => {
    const { asked, handlers } = setUp();
    await handlers['files.pickSave'](
      { purpose: 'save-pdf', suggestedName: '../../etc/brief.pdf' },
      call,
    );
    expect(asked).toEqual([['save-pdf', '_.._etc_brief.pdf', 'window']]);
  });
});

test('only links that pass the check are opened', async () => {
  const { asked, handlers } = setUp();
  await handlers['links.open']({ url: 'https://example.org' }, call);
  await expect(handlers['links.open']({ url: 'file:///etc/passwd' }, call)).rejects.toMatchObject({
    code: 'E_FORBIDDEN',
  });
  expect(asked).toEqual([['https://example.org/', 'window']]);
});

test('only files written through a token are revealed', async () => {
  const { asked, handlers, tokens } = setUp();
  const token = tokens.issue('/home/secret/out.pdf', 'save-pdf', 'window');
  await expect(handlers['files.reveal']({ token }, call)).rejects.toMatchObject({
    code: 'E_PRECONDITION',
  });
  tokens.use(token, 'save-pdf', 'window');
  await handlers['files.reveal']({ token }, call);
  expect(asked).toEqual([['/home/secret/out.pdf', 'window']]);
});
