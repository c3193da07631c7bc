import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const configuration = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8');

/** The flat map under a key of the configuration. */
function section(key: string): Record<string, string> {
  const [, block = ''] = new RegExp(`^${key}:\\n((?: {2}.*\\n)+)`, 'mu').exec(configuration) ?? [];
  return Object.fromEntries(
    block
      .trim()
      .split('\n')
      .map((line) => line.trim().split(': ') as [string, string]),
  );
}

test('every fuse that opens a way into the application is off, every check is on', () => {
  expect(section('electronFuses')).toEqual({
    runAsNode: 'false',
    enableNodeOptionsEnvironmentVariable: 'false',
    enableNodeCliInspectArguments: 'false',
    enableCookieEncryption: 'true',
    enableEmbeddedAsarIntegrityValidation: 'true',
    onlyLoadAppFromAsar: 'true',
    loadBrowserProcessSpecificV8Snapshot: 'false',
    grantFileProtocolExtraPrivileges: 'false',
  });
});

test('the packaged Electron is the one whose types were compiled against', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  expect(configuration).toContain(`electronVersion: ${version}\n`);
});
