import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCommandLine } from '../support/command-line.ts';
import { expectColumn } from './compare.ts';
import {
  readReferenceCsv,
  referenceIsThere,
  referenceNumber,
  referencePath,
} from './reference-files.ts';

type Row = Record<string, string>;

/** The whole way: files in, files out, through the command line alone. */
describe.skipIf(!referenceIsThere)('ASEM pipelines through the command line', () => {
  const commandLine = createCommandLine();
  const { run } = commandLine;

  beforeAll(async () => {
    const write = (name: string, text: string) => writeFile(join(commandLine.folder, name), text);
    await write('iMeta.csv', metaWithGoalposts());
    await write('imputed.csv', imputedWithNames());
    await run(
      'import',
      'asem.hengmo',
      '--framework',
      'iMeta.csv',
      '--data',
      referencePath('asem/iData.csv'),
    );
    await run('import', 'imputed.hengmo', '--framework', 'iMeta.csv', '--data', 'imputed.csv');
  });

  it.each([
    ['a_minmax0-100_amean', 'asem.hengmo', '--normalise min-max'],
    ['a2_minmax0-100_amean_imputed', 'imputed.hengmo', ''],
    ['a2_minmax0-100_amean_imputed', 'asem.hengmo', '--missing mean'],
    [
      'b_minmax1-100_gmean',
      'asem.hengmo',
      '--normalise min-max --scale 1,100 --aggregate geometric',
    ],
    ['c_zscore0-1_amean', 'asem.hengmo', '--normalise z-score --scale 0,1'],
    ['d_rank_amean', 'asem.hengmo', '--normalise rank --ties min'],
    ['j1_copeland_imputed', 'imputed.hengmo', '--aggregate copeland'],
    ['l1_goalposts_trunc_amean', 'asem.hengmo', '--normalise goalposts'],
    [
      'q_minmax1-100_mixed_customw',
      'asem.hengmo',
      `--scale 1,100 --aggregate arithmetic --aggregate geometric --aggregate harmonic --weights ${referencePath('asem/weights_custom.csv')}`,
    ],
    ['s1_amean_datthresh0.75', 'asem.hengmo', '--availability 0.75'],
  ])('%s from %s with %s', async (pipeline, workbook, options) => {
    const args = options.split(' ').filter((word) => word !== '');
    const { code, stdout, stderr } = await run('score', workbook, ...args, '--format', 'csv');
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('note: '))).toEqual(
      [],
    );
    expect(code).toBe(0);
    const rows = rowsOf(stdout);
    for (const file of ['normalised', 'aggregated']) {
      const expected = byUnit(readReferenceCsv(`asem/${pipeline}/${file}.csv`));
      for (const column of Object.keys(expected.get('AUT') ?? {})) {
        if (column === 'uCode') continue;
        expectColumn(
          rows.map((row) => referenceNumber(row[column] ?? 'no such column')),
          rows.map((row) => referenceNumber(expected.get(row['uCode'] ?? '')?.[column] ?? '?')),
          `${file} ${column}`,
        );
      }
    }
    const ranks = pipeline.startsWith('d_') ? 'ranks_tol1e-10' : 'ranks';
    const expected = byUnit(readReferenceCsv(`asem/${pipeline}/${ranks}.csv`));
    for (const row of rows) {
      const rank = expected.get(row['uCode'] ?? '')?.['Index'] ?? '?';
      expect(row['rank'], `rank of ${row['uCode']}`).toBe(rank === 'NA' ? '' : rank);
    }
  });
});

/** `iMeta.csv` with the columns of goalposts and bounds that the reference keeps in a file of its own. */
function metaWithGoalposts(): string {
  const norm = new Map(
    readReferenceCsv('asem/iMeta_norm_parameters.csv').map((row) => [row['iCode'], row]),
  );
  return Papa.unparse(
    readReferenceCsv('asem/iMeta.csv').map((row) => {
      const { iCode: _code, Direction: _direction, ...columns } = norm.get(row['iCode']) ?? {};
      return { ...row, ...columns };
    }),
  );
}

/** The imputed table of the reference, which has no names. */
function imputedWithNames(): string {
  const names = new Map(
    readReferenceCsv('asem/iData.csv').map((row) => [row['uCode'], row['uName']]),
  );
  return Papa.unparse(
    readReferenceCsv('asem/iData_imputed_i_mean.csv').map((row) => ({
      ...row,
      uName: names.get(row['uCode']),
    })),
  );
}

function rowsOf(csv: string): Row[] {
  return Papa.parse<Row>(csv.trimEnd(), { header: true }).data;
}

function byUnit(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row['uCode'] ?? '', row]));
}
