import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { expect } from 'vitest';

/**
 * What the engine's tests use of Vitest, for runs in one process: suites and tests are collected while their files are
 * loaded, and run as often as one likes. Matchers are Vitest's own.
 */
export { expect };

export interface CollectedTest {
  /** Unique: its file, the names of its suites and its own. */
  readonly id: string;
  readonly file: string;
  readonly name: string;
  run(): unknown;
}

type Body = (...given: never[]) => unknown;
type Declare = (name: string, body: Body, timeout?: number) => void;
type Table = (rows: readonly unknown[]) => Declare;
interface Declaration extends Declare {
  readonly each: Table;
  readonly skipIf: (isSkipped: boolean) => Declare;
}

const collected = new Map<string, CollectedTest>();
let currentFile = '';
let currentSuites: readonly string[] = [];

/** Loads a file and returns the tests that it declares. */
export async function collectTests(file: string): Promise<CollectedTest[]> {
  const before = collected.size;
  currentFile = file;
  await import(pathToFileURL(file).href);
  return [...collected.values()].slice(before);
}

function declareTest(name: string, body: Body): void {
  const fullName = [...currentSuites, name].join(' ');
  let id = `${currentFile}#${fullName}`;
  for (let count = 2; collected.has(id); count++) id = `${currentFile}#${fullName} ${count}`;
  collected.set(id, { id, file: currentFile, name: fullName, run: () => body() });
}

function declareSuite(name: string, body: Body): void {
  const above = currentSuites;
  currentSuites = [...above, name];
  body();
  currentSuites = above;
}

function declaration(declare: Declare): Declaration {
  const each: Table = (rows) => (name, body) => {
    for (const row of rows) {
      const given = (Array.isArray(row) ? row : [row]) as never[];
      const placeholders = name.match(/%[a-z]/g)?.length ?? 0;
      declare(format(name, ...given.slice(0, placeholders)), () => body(...given));
    }
  };
  return Object.assign((name: string, body: Body) => declare(name, body), {
    each,
    skipIf: (isSkipped: boolean): Declare => (isSkipped ? () => undefined : declare),
  });
}

export const describe = declaration(declareSuite);
export const it = declaration(declareTest);
export const test = it;
