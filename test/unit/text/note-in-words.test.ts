import { expect, test } from 'vitest';
import type { ScoringNote } from '../../../shared/model/result.ts';
import { createNames } from '../../../shared/text/names.ts';
import { notesInWords } from '../../../shared/text/note-in-words.ts';
import { node, smallContent, unit } from '../../support/small-content.ts';
import { scoreContent } from '../../support/score-content.ts';

const content = smallContent();
const chinese = createNames('zh', content.framework.nodes, content.units);
const english = createNames('en', content.framework.nodes, content.units);
const note = (part: Partial<ScoringNote>): ScoringNote => ({
  kind: 'empty-column',
  node: node('users'),
  unit: null,
  cells: 0,
  transform: null,
  before: null,
  after: null,
  ...part,
});

test('indicators that share their fate share a sentence', () => {
  const notes = [note({}), note({ node: node('growth') })];
  expect(notesInWords(notes, chinese)).toEqual(['Users和Growth：没有任何采用值。']);
  expect(notesInWords(notes, english)).toEqual(['Users and Growth: no adopted value at all.']);
});

test('different transforms stay apart', () =>
  expect(
    notesInWords(
      [
        note({ kind: 'transformed', transform: 'log10' }),
        note({ kind: 'transformed', transform: 'log', node: node('growth') }),
      ],
      english,
    ),
  ).toEqual([
    'Users: logarithm to base 10 before normalisation.',
    'Growth: natural logarithm before normalisation.',
  ]));

test('a winsorised cell is named with its values', () =>
  expect(
    notesInWords([note({ kind: 'winsorised', unit: unit('a'), before: 1e4, after: 30 })], chinese),
  ).toEqual(['Users：Unit A由 10,000 缩尾为 30。']));

test('every note that the engine makes of real data has its sentence', () => {
  const sentences = notesInWords(scoreContent(content).notes, english);
  expect(sentences).toEqual(['Growth: no adopted value at all.']);
});
