/**
 * What each folder may import: the written form of the dependency rule in docs/overview.md. The longest matching folder
 * counts. A file in no listed folder, and a package on no list, is an error.
 */
export interface Layer {
  readonly folder: string;
  /** Project folders it may import from, besides itself. */
  readonly folders: readonly string[];
  /** npm packages it may import at run time; a trailing `/*` also allows subpaths. */
  readonly packages: readonly string[];
  /** May it import `node:` modules? */
  readonly node: boolean;
}

const NATIVE_PLATFORM_FOLDERS = [
  'shared',
  'electron/engine',
  'electron/store',
  'electron/oplog',
  'electron/exchange',
  'electron/brief',
  'electron/workers',
] as const;

export const layers: readonly Layer[] = [
  { folder: 'shared', folders: [], packages: ['zod'], node: false },
  { folder: 'electron/engine', folders: ['shared'], packages: ['ml-matrix', 'yalps'], node: false },
  {
    folder: 'electron/store',
    folders: ['shared', 'electron/oplog'],
    packages: ['better-sqlite3', 'zod'],
    node: true,
  },
  {
    folder: 'electron/oplog',
    folders: ['shared'],
    packages: ['better-sqlite3', 'zod'],
    node: true,
  },
  {
    folder: 'electron/exchange',
    folders: ['shared', 'electron/store'],
    packages: ['zod', 'papaparse', 'read-excel-file/*', 'write-excel-file/*'],
    node: true,
  },
  {
    folder: 'electron/brief',
    folders: ['shared', 'electron/engine'],
    packages: ['zod', '@myriaddreamin/typst-ts-node-compiler'],
    node: true,
  },
  {
    folder: 'electron/workers',
    // Of the store only the check of a finished copy: no worker opens a workbook.
    folders: ['shared', 'electron/engine', 'electron/brief', 'electron/store'],
    packages: [],
    node: true,
  },
  {
    folder: 'electron/services',
    folders: NATIVE_PLATFORM_FOLDERS,
    packages: ['zod'],
    node: true,
  },
  {
    folder: 'electron/host',
    folders: ['shared', 'electron/services'],
    packages: ['zod'],
    node: true,
  },
  {
    folder: 'electron/main',
    folders: ['shared', 'electron/host'],
    packages: ['electron'],
    node: true,
  },
  { folder: 'electron/preload', folders: ['shared'], packages: ['electron'], node: false },
  {
    folder: 'electron/web',
    folders: ['shared', 'electron/host'],
    packages: ['ws', 'zod'],
    node: true,
  },
  {
    folder: 'electron/cli',
    folders: ['shared', 'electron/host', 'electron/services', 'electron/web'],
    packages: ['commander', 'zod'],
    node: true,
  },
  /** Builds the product and opens it from the repository; not part of the product. */
  {
    folder: 'electron/start',
    folders: ['electron/web'],
    packages: ['vite', 'open', '@vitejs/plugin-react'],
    node: true,
  },
  {
    folder: 'renderer',
    folders: ['shared'],
    packages: [
      'react',
      'react/*',
      'react-dom',
      'react-dom/*',
      'react-i18next',
      'i18next',
      'zustand',
      'zustand/*',
      'echarts/*',
      '@blueprintjs/core',
      '@blueprintjs/core/*',
      '@blueprintjs/icons',
      '@blueprintjs/icons/*',
      '@blueprintjs/select',
      '@blueprintjs/select/*',
      'dockview-react',
      'dockview-react/*',
      'papaparse',
      '@fontsource-variable/noto-sans-sc/*',
      '@fontsource-variable/noto-sans-sc',
      'zod',
    ],
    node: false,
  },
  { folder: 'test', folders: ['shared', 'electron', 'renderer'], packages: ['*'], node: true },
];

/** Files outside the folders above that are code all the same. */
export const rootFiles: readonly string[] = [
  'vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
  'stryker.config.json',
];

export function layerOf(path: string): Layer | undefined {
  return layers
    .filter((layer) => path.startsWith(`${layer.folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

/** Why `file` must not import `specifier` (both relative to the project, `/` as separator), or undefined. */
export function importFault(file: string, specifier: string): string | undefined {
  if (rootFiles.includes(file)) return undefined;
  const layer = layerOf(file);
  if (layer === undefined) {
    return `${file} is in no folder of the layer table (test/layers/layer-table.ts)`;
  }
  if (specifier.startsWith('.')) {
    const target = resolveRelative(file, specifier);
    const allowed = [layer.folder, ...layer.folders].some((folder) =>
      target.startsWith(`${folder}/`),
    );
    const targetLayer = layerOf(target);
    const reachesIntoInnerLayer =
      targetLayer !== undefined &&
      targetLayer.folder !== layer.folder &&
      !layer.folders.some((folder) => `${targetLayer.folder}/`.startsWith(`${folder}/`));
    return allowed && !reachesIntoInnerLayer
      ? undefined
      : `${layer.folder} must not import ${target}; it may import ${describe(layer.folders)}`;
  }
  if (specifier.startsWith('node:')) {
    return layer.node
      ? undefined
      : `${layer.folder} must not import ${specifier}: it runs without Node`;
  }
  const allowed = layer.packages.some(
    (name) =>
      name === '*' ||
      name === specifier ||
      (name.endsWith('/*') && specifier.startsWith(name.slice(0, -1))),
  );
  return allowed
    ? undefined
    : `${layer.folder} must not import the package ${specifier}; it may import ${describe(layer.packages)}`;
}

function describe(names: readonly string[]): string {
  return names.length === 0 ? 'nothing else' : names.join(', ');
}

function resolveRelative(file: string, specifier: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
