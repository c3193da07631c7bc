import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCommandLine } from '../../support/command-line.ts';
import { readPdf } from '../../support/read-pdf.ts';

const line = createCommandLine();
const inFolder = (name: string) => join(line.folder, name);

test('hengmo brief writes the PDF, prints nothing to stdout, and the process ends by itself', async () => {
  await line.run('sample', 'book.hengmo');
  const ran = await line.run('brief', 'book.hengmo', '--out', 'brief.pdf', '--lang', 'en');
  expect(ran).toMatchObject({ code: 0, stdout: '' });
  expect(ran.stderr).toContain('wrote brief.pdf');
  const pdf = readPdf(inFolder('brief.pdf'));
  expect(pdf.info['Title']).toBe('Chinese large-model companies 2025');
  expect(pdf.packed).toContain('Keyfindings');
}, 60_000);

test('scores in the PDF are those of hengmo score', async () => {
  await line.run('sample', 'scores.hengmo');
  const scored = await line.run('score', 'scores.hengmo', '--format', 'csv');
  await line.run('brief', 'scores.hengmo', '--out', 'scores.pdf', '--lang', 'en');
  const text = readPdf(inFolder('scores.pdf')).lines.join('\n');
  const [head = '', ...rows] = scored.stdout.trim().split('\n');
  const column = head.split(',').indexOf('index');
  let ranked = 0;
  for (const row of rows) {
    const cells = row.split(',');
    const [, , rank = ''] = cells;
    if (rank === '') continue;
    ranked += 1;
    const score = Number(cells[column]).toFixed(1);
    expect(text).toMatch(new RegExp(`\\n\\s*${rank} .*  ${score.replace('.', '\\.')}  `));
  }
  expect(ranked).toBe(6);
}, 60_000);

test.each([
  [['brief', 'book.hengmo'], '--out'],
  [['brief', 'book.hengmo', '--out', 'x.pdf', '--lang', 'fr'], 'Allowed choices are zh, en'],
  [['brief', 'book.hengmo', '--out', 'x.pdf', '--scenario', 'nobody'], 'found "nobody"'],
  [['brief', 'book.hengmo', '--out', 'book.hengmo'], 'expected another file than the workbook'],
  [['brief', 'missing.hengmo', '--out', 'x.pdf'], 'missing.hengmo'],
  [['brief', 'text.hengmo', '--out', 'x.pdf'], 'text.hengmo'],
  [['brief', 'book.hengmo', '--out', 'no-folder/x.pdf'], 'the folder does not exist'],
])('%j is refused with exit code 2 and leaves no file', async (args, message) => {
  if (!existsSync(inFolder('book.hengmo'))) await line.run('sample', 'book.hengmo');
  writeFileSync(inFolder('text.hengmo'), 'not a workbook');
  const ran = await line.run(...args);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain(message);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(existsSync(inFolder('x.pdf'))).toBe(false);
});
