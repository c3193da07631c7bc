import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { writeStaticList } from '../web/static-files.ts';

/**
 * Bundles the product into dist/: the renderer, and the Node side as main.js (Electron), preload.cjs, cli.js and one file
 * per worker. Native packages stay outside the bundles; they are the product's only run-time dependencies.
 */

const project = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(project, 'dist');
const stampFile = join(dist, 'build-stamp.json');

const NATIVE_PACKAGES = ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];
/** Optional accelerators of ws that it looks for and does without. */
const ABSENT_PACKAGES = ['bufferutil', 'utf-8-validate'];
const FONT_FILES = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

const external = [
  'electron',
  ...NATIVE_PACKAGES,
  ...ABSENT_PACKAGES,
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

function nodeSide(entries: Record<string, string>, format: 'es' | 'cjs'): InlineConfig {
  return {
    configFile: false,
    root: project,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      outDir: dist,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      rollupOptions: {
        input: entries,
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          // Beside the entries, so that a path relative to the running file means the same in every chunk.
          chunkFileNames: 'chunk-[name]-[hash].js',
          ...(format === 'cjs' ? { codeSplitting: false } : {}),
        },
      },
    },
  };
}

function workerEntries(): Record<string, string> {
  const files = globSync('electron/workers/*.worker.ts', { cwd: project });
  return Object.fromEntries(
    files.map((file) => [`workers/${basename(file, '.ts')}`, join(project, file)]),
  );
}

function copyFonts(): void {
  mkdirSync(join(dist, 'fonts'), { recursive: true });
  for (const file of FONT_FILES) {
    copyFileSync(
      join(project, 'node_modules/@expo-google-fonts/noto-sans-sc', file),
      join(dist, 'fonts', basename(file)),
    );
  }
}

/** Builds everything from nothing. */
export async function buildAll(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await build({ configFile: join(project, 'vite.config.ts'), logLevel: 'warn' });
  await build(
    nodeSide(
      {
        main: join(project, 'electron/main/main.ts'),
        cli: join(project, 'electron/cli/main.ts'),
        ...workerEntries(),
      },
      'es',
    ),
  );
  await build(nodeSide({ preload: join(project, 'electron/preload/preload.ts') }, 'cjs'));
  copyFonts();
  await writeStaticList(join(dist, 'renderer'));
  writeFileSync(stampFile, JSON.stringify({ newest: newestSource() }));
}

function newestSource(): number {
  const files = globSync(
    ['shared/**/*.*', 'electron/**/*.*', 'renderer/**/*.*', 'package-lock.json', 'vite.config.ts'],
    { cwd: project },
  );
  // The number of files too: a deleted one makes nothing newer.
  return (
    files.reduce((newest, file) => Math.max(newest, statSync(join(project, file)).mtimeMs), 0) +
    files.length
  );
}

/** Builds only when a source is newer than what dist/ was built from. */
export async function buildIfStale(): Promise<void> {
  const built = existsSync(stampFile)
    ? (JSON.parse(readFileSync(stampFile, 'utf8')) as { newest: number }).newest
    : 0;
  if (built === newestSource()) return;
  console.log('Building …');
  await buildAll();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll();
