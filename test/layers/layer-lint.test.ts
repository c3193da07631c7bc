import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { importFault, layers } from './layer-table.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const made: string[] = [];

afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** Puts a file into a fresh folder inside a folder of the project and returns what the linter says of it. */
function lintInside(folder: string, source: string): string {
  const place = mkdtempSync(join(project, folder, 'lint-probe-'));
  made.push(place);
  const file = join(place, 'probe.ts');
  writeFileSync(file, source);
  try {
    return execFileSync('oxlint', [file], { cwd: project, encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

describe('the lint rule for layers', () => {
  test('refuses node: in shared', () => {
    expect(lintInside('shared', `import fs from 'node:fs';\nexport const a = fs;\n`)).toContain(
      'shared must not import node:fs',
    );
  });

  test('refuses electron outside main and preload', () => {
    expect(
      lintInside('electron/host', `import { app } from 'electron';\nexport const a = app;\n`),
    ).toContain('electron/host must not import the package electron');
  });

  test('refuses a store import in the renderer, also when it is dynamic', () => {
    expect(
      lintInside('renderer', `export const a = import('../../electron/store/open.ts');\n`),
    ).toContain('renderer must not import electron/store/open.ts');
  });

  test('refuses a package on no list', () => {
    expect(lintInside('shared', `import _ from 'lodash';\nexport const a = _;\n`)).toContain(
      'must not import the package lodash',
    );
  });

  test('refuses a file in no listed folder', () => {
    expect(lintInside('.', 'export const a = 1;\n')).toContain(
      'is in no folder of the layer table',
    );
  });

  test('lets through what the table allows', () => {
    expect(
      lintInside('shared', `import { z } from 'zod';\nexport const A = z.string();\n`),
    ).toContain('0 errors');
  });
});

describe('the layer table', () => {
  test('lists no folder twice and only folders that it knows', () => {
    const folders = layers.map((layer) => layer.folder);
    expect(new Set(folders).size).toBe(folders.length);
    for (const layer of layers) {
      for (const target of layer.folders) {
        expect([...folders, 'electron']).toContain(target);
      }
    }
  });

  test('the renderer reaches no Node side and shared reaches nobody', () => {
    expect(importFault('renderer/main.tsx', '../electron/engine/score.ts')).toBeDefined();
    expect(importFault('shared/model/unit.ts', '../../renderer/main.tsx')).toBeDefined();
    expect(importFault('electron/services/scoring.ts', '../engine/score.ts')).toBeUndefined();
    expect(importFault('electron/host/create-host.ts', '../store/open.ts')).toBeDefined();
  });
});
