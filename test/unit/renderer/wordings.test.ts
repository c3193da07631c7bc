import { describe, expect, test } from 'vitest';
import { wordings } from '../../../renderer/i18n/wordings.ts';

function texts(wording: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(wording).flatMap(([key, value]: [string, unknown]) => {
      const at = path === '' ? key : `${path}.${key}`;
      return typeof value === 'string' ? [[at, value] as const] : [...texts(value as object, at)];
    }),
  );
}

const parameters = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w]+)\s*\}\}/gu)].map(([, name]) => name).toSorted();

describe('the wordings', () => {
  const zh = texts(wordings.zh);
  const en = texts(wordings.en);

  test('have the same keys in both languages', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted());
  });

  test('take the same parameters in both languages', () => {
    const differing = [...zh].filter(
      ([key, text]) => parameters(text).join() !== parameters(en.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test('are never empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
