import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Every module name that a bundle asks for at run time, by import, export-from, dynamic import or require. */
function namesIn(source: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\s[^;'"`]*?from\s*["']([^"']+)["']/gm,
    /^\s*import\s*["']([^"']+)["']/gm,
    /\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/g,
    /\brequire\(\s*["'`]([^"'`]+)["'`]\s*\)/g,
  ];
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
}

/** What an entry asks for, through all chunks that it reaches. */
function reach(entry: string, seen = new Set<string>()): Set<string> {
  const file = join(dist, entry);
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const name of namesIn(readFileSync(file, 'utf8'))) {
    if (!name.startsWith('.')) {
      found.add(name);
      continue;
    }
    const target = join(dirname(file), name).slice(dist.length + 1);
    if (existsSync(join(dist, target))) for (const inner of reach(target, seen)) found.add(inner);
  }
  return found;
}

describe('the bundles in dist/', () => {
  test('the reader of module names reads all four ways', () => {
    expect(
      namesIn(
        `import a from "x";\nimport "y";\nexport { b } from 'z';\nconst c = await import("w"); const d = require("v");`,
      ).toSorted(),
    ).toEqual(['v', 'w', 'x', 'y', 'z']);
  });

  test('main asks for electron and for nothing outside Node but the native packages', () => {
    const names = [...reach('main.js')].filter(
      (name) => !name.startsWith('node:') && !builtinModules.includes(name),
    );
    expect(names).toContain('electron');
    const known = new Set([
      'electron',
      'better-sqlite3',
      '@myriaddreamin/typst-ts-node-compiler',
      // Optional accelerators that ws looks for.
      'bufferutil',
      'utf-8-validate',
    ]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  test('neither the command line nor a worker asks for electron', () => {
    const entries = ['cli.js', ...globSync('workers/*.js', { cwd: dist })];
    expect(entries.length).toBeGreaterThan(1);
    for (const entry of entries) expect([...reach(entry)], entry).not.toContain('electron');
  });

  test('preload asks for electron only', () => {
    expect([...reach('preload.cjs')]).toEqual(['electron']);
  });

  test('the renderer asks for no module at run time', () => {
    const scripts = globSync('renderer/**/*.js', { cwd: dist });
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      const outside = namesIn(readFileSync(join(dist, script), 'utf8')).filter(
        (name) => name.startsWith('node:') || name === 'electron' || builtinModules.includes(name),
      );
      expect(outside, script).toEqual([]);
    }
  });
});
