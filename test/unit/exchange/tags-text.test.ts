import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readTags, writeTags } from '../../../electron/exchange/tags-text.ts';

it('writes tags so that a person can read them', () => {
  expect(writeTags({ cbdg: ['B', 'G'], logic: ['why'], block: [] })).toBe(
    'cbdg=B|G; logic=why; block=',
  );
});

it('reads back what it wrote', () => {
  const word = fc.string({ minLength: 1 }).filter((text) => text.trim() === text);
  fc.assert(
    fc.property(fc.dictionary(word, fc.array(word)), (tags) => {
      expect(readTags(writeTags(tags))).toEqual({ ...tags });
    }),
  );
});

it('refuses other text', () => {
  expect(readTags('cbdg')).toBeNull();
  expect(readTags('=B')).toBeNull();
  expect(readTags('a=b=c')).toBeNull();
});
