import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './bench-row.ts';

/** `npm run bench [name …]`: runs test/bench/*.bench.ts one after another and prints one table. */

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = globSync('*.bench.ts', { cwd: folder })
  .toSorted()
  .filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.bench.ts')));

function isMet({ unit, value, budget }: BenchRow): boolean {
  if (budget === undefined) return true;
  return unit.endsWith('/s') ? value >= budget : value <= budget;
}

function format(value: number | undefined): string {
  if (value === undefined) return '';
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

const all: BenchRow[] = [];
for (const file of files) {
  const { run } = (await import(join(folder, file))) as { run: () => Promise<BenchRow[]> };
  const rows = await run();
  all.push(...rows);
  console.log(`\n${basename(file, '.bench.ts')}`);
  for (const row of rows) {
    const floor = row.floor === undefined ? '' : `floor ${format(row.floor)}`;
    const ratio = row.ratio === undefined ? '' : `ratio ${format(row.ratio)}`;
    const budget =
      row.budget === undefined
        ? ''
        : `budget ${format(row.budget)} ${isMet(row) ? 'met' : 'MISSED'}`;
    console.log(
      `  ${row.name.padEnd(62)} ${format(row.value).padStart(10)} ${row.unit.padEnd(8)} ${floor.padEnd(14)} ${ratio.padEnd(12)} ${budget}`.trimEnd(),
    );
  }
}

const reports = join(folder, '../../reports');
mkdirSync(reports, { recursive: true });
writeFileSync(
  join(reports, 'bench.json'),
  JSON.stringify({ node: process.version, processors: cpus().length, rows: all }, null, 2),
);
