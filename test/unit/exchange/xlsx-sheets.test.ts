import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readXlsxSheets } from '../../../electron/exchange/xlsx-sheets.ts';

const workbook = async () =>
  writeXlsxFile([
    {
      sheet: 'data',
      data: [
        ['uCode', 'A'],
        ['x', 0.1 + 0.2],
        [null, null],
        ["'=1+1", 5e-324],
      ],
    },
    { sheet: 'more', data: [[true, ' spaced ']] },
  ]).toBuffer();

const file = (bytes: Uint8Array) => ({ name: 'book.xlsx', path: '/book.xlsx', bytes });

describe('sheets of an XLSX file', () => {
  it('are text, with numbers to the bit and rows where they stand', async () => {
    expect(await readXlsxSheets(file(await workbook()))).toEqual([
      {
        name: 'data',
        rows: [
          ['uCode', 'A'],
          ['x', '0.30000000000000004'],
          ['', ''],
          ['=1+1', '5e-324'],
        ],
      },
      { name: 'more', rows: [['TRUE', ' spaced ']] },
    ]);
  });

  it('are not unpacked when they would fill the memory', async () => {
    const bytes = await workbook();
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(0xf0000000, entry + 24);
    await expect(readXlsxSheets(file(bytes))).rejects.toMatchObject({
      code: 'E_INPUT',
      message: 'book.xlsx: expected at most 600 MB when unpacked, found 3840 MB',
    });
  });

  it('are refused when the archive breaks off', async () => {
    const bytes = await workbook();
    for (const length of [10, Math.floor(bytes.length / 2), bytes.length - 10]) {
      await expect(readXlsxSheets(file(bytes.subarray(0, length)))).rejects.toMatchObject({
        code: 'E_INPUT',
        message: 'book.xlsx: expected an XLSX workbook, found a damaged or different file',
      });
    }
  });
});
