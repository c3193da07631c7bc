import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage, extractAll, listPackage } from '@electron/asar';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * What really lands in a package, found by packing with electron-builder around a stand-in for Electron's distribution:
 * the archive is real, only the executable is not. Fuses, installers and other platforms are the release job's to prove.
 */

const project = fileURLToPath(new URL('../../..', import.meta.url));
const isLinked = lstatSync(join(project, 'node_modules')).isSymbolicLink();
if (isLinked)
  console.log('packaging layout: skipped, npm cannot list a node_modules that is a link');

const platforms: Partial<Record<NodeJS.Platform, { platform: Platform; resources: string }>> = {
  linux: { platform: Platform.LINUX, resources: 'linux-unpacked/resources' },
  win32: { platform: Platform.WINDOWS, resources: 'win-unpacked/resources' },
};
const target = platforms[process.platform];
if (target === undefined) console.log(`packaging layout: skipped on ${process.platform}`);

const folder = mkdtempSync(join(tmpdir(), 'hengmo-packaging-'));
const resources = join(folder, 'out', target?.resources ?? '');
const archive = join(resources, 'app.asar');
let files: string[] = [];
let extracted = '';

/** A folder that electron-builder takes for an unpacked Electron. */
async function standInDistribution(): Promise<string> {
  const place = join(folder, 'electron');
  mkdirSync(join(place, 'resources'), { recursive: true });
  mkdirSync(join(place, 'locales'));
  mkdirSync(join(folder, 'default-app'));
  writeFileSync(join(folder, 'default-app', 'main.js'), '');
  // Every archive's header is hashed, so this one must be real, too.
  await createPackage(join(folder, 'default-app'), join(place, 'resources', 'default_app.asar'));
  for (const name of ['electron', 'electron.exe', 'LICENSE', 'LICENSES.chromium.html']) {
    writeFileSync(join(place, name), 'stand-in');
    chmodSync(join(place, name), 0o755);
  }
  writeFileSync(join(place, 'version'), '45.4.1');
  writeFileSync(join(place, 'locales', 'en-US.pak'), '');
  return place;
}

describe.skipIf(isLinked || target === undefined)('the package', () => {
  beforeAll(async () => {
    if (!existsSync(join(project, 'dist', 'main.js'))) {
      throw new Error('dist/ is missing: run "npm run build" first');
    }
    await build({
      projectDir: project,
      targets: (target?.platform ?? Platform.LINUX).createTarget(
        'dir',
        process.arch === 'arm64' ? Arch.arm64 : Arch.x64,
      ),
      publish: 'never',
      config: {
        extends: join(project, 'electron-builder.yml'),
        electronDist: await standInDistribution(),
        directories: { output: join(folder, 'out') },
        // Fuses are bits in the real executable.
        electronFuses: null,
      } as Configuration,
    });
    files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
    extracted = join(folder, 'extracted');
    extractAll(archive, extracted);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const unpacked = () =>
    globSync('**/*', { cwd: `${archive}.unpacked` })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => lstatSync(join(`${archive}.unpacked`, name)).isFile())
      .sort();

  test('holds the bundles, the renderer and its list, but no maps, sources or command line', () => {
    for (const name of ['main.js', 'preload.cjs', 'renderer-files.json', 'renderer/index.html']) {
      expect(files).toContain(`/dist/${name}`);
    }
    const strangers = files.filter(
      (name) =>
        /\.(?:map|ts|tsx|c|cpp|h|gyp)$/u.test(name) ||
        name === '/dist/cli.js' ||
        /^\/(?!dist|node_modules|package\.json)/u.test(name),
    );
    expect(strangers).toEqual([]);
  });

  test('holds the two native packages and no other', () => {
    const packages = files.flatMap((name) => {
      const [, found] = /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/u.exec(name) ?? [];
      return found === undefined ? [] : [found];
    });
    expect(packages.filter((name) => !name.startsWith('@myriaddreamin/')).sort()).toEqual([
      'better-sqlite3',
    ]);
    expect(packages.filter((name) => name.startsWith('@myriaddreamin/')).sort()).toEqual([
      '@myriaddreamin/typst-ts-node-compiler',
      expect.stringMatching(/^@myriaddreamin\/typst-ts-node-compiler-/u) as string,
    ]);
  });

  test('has outside of the archive only native libraries, of this platform and processor', () => {
    expect(unpacked()).toEqual([
      expect.stringMatching(
        /^node_modules\/@myriaddreamin\/typst-ts-node-compiler-[\w-]+\/.*\.node$/u,
      ) as string,
      `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
    ]);
    if (process.platform !== 'linux') return;
    // ELF: the machine is the half-word at byte 18.
    const machine = process.arch === 'arm64' ? 183 : 62;
    for (const name of unpacked()) {
      const head = Buffer.alloc(20);
      readSync(openSync(join(`${archive}.unpacked`, name), 'r'), head);
      expect([name, head.readUInt16LE(18)]).toEqual([name, machine]);
    }
  });

  test('has data, templates and fonts beside the archive, where native code can read them', () => {
    for (const name of globSync('**/*.*', { cwd: join(project, 'resources') })) {
      expect([name, existsSync(join(resources, 'resources', name))]).toEqual([name, true]);
    }
    const fonts = globSync('*.ttf', { cwd: join(resources, 'resources', 'fonts') });
    expect(fonts).toHaveLength(2);
    expect(files.filter((name) => name.endsWith('.ttf'))).toEqual([]);
  });

  test('names no folder of the machine that built it', () => {
    for (const name of globSync('dist/**/*.{js,cjs,html,json,css}', { cwd: extracted })) {
      const text = readFileSync(join(extracted, name), 'utf8');
      expect([name, text.includes(project)]).toEqual([name, false]);
    }
  });

  test('opens a database with the library it brings', () => {
    const program = `
      const Database = require('better-sqlite3');
      console.log(new Database(':memory:').prepare('select 6 * 7 as answer').get().answer);`;
    expect(runInPackage(program).trim()).toBe('42');
  });

  test('loads the typesetter it brings', () => {
    const program = `
      const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
      console.log(typeof NodeCompiler.create);`;
    expect(runInPackage(program).trim()).toBe('function');
  });

  test('its main bundle starts with nothing but what the package holds', () => {
    const program = `
      const { registerHooks } = require('node:module');
      // Stands for Electron: anything may be called on it, and nothing happens; ready never comes.
      const source = \`
        const anything = new Proxy(function () {}, {
          get: (_target, name) => (name === 'then' ? undefined : anything),
          apply: () => anything,
        });
        export const app = Object.assign(Object.create(anything), {
          isPackaged: true,
          getPath: () => \${JSON.stringify(process.cwd())},
          setPath: () => undefined,
          requestSingleInstanceLock: () => true,
          commandLine: { hasSwitch: () => true },
          whenReady: () => (console.log('waits for ready'), new Promise(() => undefined)),
        });
        export const BrowserWindow = anything, dialog = anything, ipcMain = anything, Menu = anything,
          protocol = anything, screen = anything, session = anything, shell = anything;\`;
      registerHooks({
        resolve: (name, context, next) =>
          name === 'electron' ? { url: 'stand-in:electron', shortCircuit: true } : next(name, context),
        load: (url, context, next) =>
          url === 'stand-in:electron' ? { format: 'module', source, shortCircuit: true } : next(url, context),
      });
      process.resourcesPath = ${JSON.stringify(resources)};
      import(${JSON.stringify(`file://${join(extracted, 'dist', 'main.js')}`)}).then(() => process.exit(0));`;
    expect(runInPackage(program)).toContain('waits for ready');
  });

  function runInPackage(program: string): string {
    return execFileSync(process.execPath, ['--input-type=commonjs', '-e', program], {
      cwd: extracted,
      encoding: 'utf8',
      env: { PATH: '' },
    });
  }
});
