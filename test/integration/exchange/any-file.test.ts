import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeExport } from '../../../electron/exchange/export-content.ts';
import { readImport } from '../../../electron/exchange/import-content.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { WorkbookContent } from '../../../shared/model/workbook-content.ts';

/** Whatever a file holds, it is either read as a whole or refused with a message: nothing else may come out. */

const META =
  Buffer.from(`iCode,iName,Level,Parent,Weight,Direction,Type,goalpost_lower,goalpost_upper
Index,Index,3,NA,1,1,Aggregate,,
P,Pillar,2,Index,1,1,Aggregate,,
A,First,1,P,1,1,Indicator,0,10
B,Second,1,P,2,-1,Indicator,,
C,Third,1,Index,2,-1,Indicator,,
`);
const DATA = Buffer.from(`uCode,uName,G,A,B,C
x,Ex,one,1,4,
y,Why,two,2.5,NA,1e3
z,Zed,one,,6,-7
`);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengmo-any-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Changes, drops, repeats and inserts bytes, favouring those that mean something in a table. */
const spoilt = (bytes: Buffer) =>
  fc
    .array(
      fc.record({
        at: fc.nat(bytes.length - 1),
        drop: fc.nat(12),
        insert: fc.oneof(
          fc.constantFrom(
            ',',
            '\n',
            '"',
            'NA',
            '-1',
            '1e999',
            'A',
            'Index',
            '=1',
            ';',
            '\u0000',
            '\t',
          ),
          fc.string({ maxLength: 4 }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((edits) =>
      edits.reduce(
        (text, { at, drop, insert }) =>
          Buffer.concat([text.subarray(0, at), Buffer.from(insert), text.subarray(at + drop)]),
        bytes,
      ),
    );

const anyFile = (bytes: Buffer) =>
  fc.oneof(
    { weight: 8, arbitrary: spoilt(bytes) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 1, arbitrary: fc.json().map((text) => Buffer.from(text)) },
  );

it('is read whole or refused with a place', async () => {
  const [metaPath, dataPath] = [join(folder, 'iMeta.csv'), join(folder, 'iData.csv')];
  let read = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constant(META), anyFile(META)),
      fc.oneof(fc.constant(DATA), anyFile(DATA)),
      async (meta, data) => {
        await writeFile(metaPath, meta);
        await writeFile(dataPath, data);
        try {
          const { content } = await readImport(metaPath, dataPath, {
            recordedAt: '2026-01-02T03:04:05.000Z',
            language: 'zh',
          });
          read += 1;
          expect(WorkbookContent.parse(content)).toEqual(content);
          await writeExport(content, 'csv', join(folder, 'back.csv'));
          const back = await readImport(
            join(folder, 'back.framework.csv'),
            join(folder, 'back.csv'),
            { recordedAt: '2026-01-02T03:04:05.000Z', language: 'en' },
          );
          expect(back.content).toEqual(content);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          refused += 1;
          expect(error.code).toBe('E_INPUT');
          expect(error.message).toMatch(/^i(?:Meta|Data)\.csv/u);
          expect(error.message.length).toBeLessThan(1000);
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(100);
});
