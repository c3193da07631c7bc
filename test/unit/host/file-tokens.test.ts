import { describe, expect, test } from 'vitest';
import { createFileTokens } from '../../../electron/host/file-tokens.ts';
import type { FileToken } from '../../../shared/model/ids.ts';
import { createCountedIds } from '../../support/counted-ids.ts';
import { createSettableClock } from '../../support/settable-clock.ts';

function setUp() {
  const clock = createSettableClock();
  return { clock, tokens: createFileTokens({ clock, ids: createCountedIds('token') }) };
}

describe('a file token', () => {
  test('gives the path once', () => {
    const { tokens } = setUp();
    const token = tokens.issue('/home/a/x.hengmo', 'open-workbook', 'window');
    expect(tokens.use(token, 'open-workbook', 'window')).toBe('/home/a/x.hengmo');
    expect(() => tokens.use(token, 'open-workbook', 'window')).toThrow(
      expect.objectContaining({ code: 'E_NOT_FOUND' }),
    );
  });

  test('may be looked at before it is used', () => {
    const { tokens } = setUp();
    const token = tokens.issue('/data.csv', 'import-data', 'window');
    expect(tokens.look(token, 'import-data', 'window')).toBe('/data.csv');
    expect(tokens.look(token, 'import-data', 'window')).toBe('/data.csv');
    expect(tokens.use(token, 'import-data', 'window')).toBe('/data.csv');
    expect(() => tokens.look(token, 'import-data', 'window')).toThrow(/already used/);
  });

  test('is refused for another purpose and for another connection, and stays good', () => {
    const { tokens } = setUp();
    const token = tokens.issue('/a.pdf', 'save-pdf', 'window');
    expect(() => tokens.use(token, 'save-csv', 'window')).toThrow(
      expect.objectContaining({ code: 'E_FORBIDDEN' }),
    );
    expect(() => tokens.use(token, 'save-pdf', 'other')).toThrow(
      expect.objectContaining({ code: 'E_FORBIDDEN' }),
    );
    expect(tokens.use(token, 'save-pdf', 'window')).toBe('/a.pdf');
  });

  test('expires', () => {
    const { clock, tokens } = setUp();
    const token = tokens.issue('/a.pdf', 'save-pdf', 'window');
    clock.advance(12 * 60 * 60 * 1000 - 1);
    expect(tokens.look(token, 'save-pdf', 'window')).toBe('/a.pdf');
    clock.advance(1);
    expect(() => tokens.look(token, 'save-pdf', 'window')).toThrow(
      expect.objectContaining({ code: 'E_NOT_FOUND' }),
    );
  });

  test('no error names the path', () => {
    const { tokens } = setUp();
    const token = tokens.issue('/home/secret/x.pdf', 'save-pdf', 'window');
    const attempts = [
      () => tokens.use(token, 'save-csv', 'window'),
      () => tokens.use(token, 'save-pdf', 'other'),
      () => tokens.written(token, 'window'),
      () => tokens.use('nothing' as FileToken, 'save-pdf', 'window'),
    ];
    for (const attempt of attempts) {
      let message = 'nothing was refused';
      try {
        attempt();
      } catch (error) {
        message = JSON.stringify([(error as Error).message, error]);
      }
      expect(message).not.toContain('nothing was refused');
      expect(message).not.toContain('secret');
    }
  });

  test('serves a reveal only when a file was written through it', () => {
    const { tokens } = setUp();
    const save = tokens.issue('/a.pdf', 'save-pdf', 'window');
    expect(() => tokens.written(save, 'window')).toThrow(
      expect.objectContaining({ code: 'E_PRECONDITION' }),
    );
    tokens.use(save, 'save-pdf', 'window');
    expect(tokens.written(save, 'window')).toBe('/a.pdf');
    expect(() => tokens.written(save, 'other')).toThrow(
      expect.objectContaining({ code: 'E_FORBIDDEN' }),
    );
    const open = tokens.issue('/b.hengmo', 'open-workbook', 'window');
    tokens.use(open, 'open-workbook', 'window');
    expect(() => tokens.written(open, 'window')).toThrow(
      expect.objectContaining({ code: 'E_PRECONDITION' }),
    );
  });

  test('is the same while it is unused, and a new one afterwards', () => {
    const { tokens } = setUp();
    const first = tokens.issue('/a.hengmo', 'open-workbook', 'window');
    expect(tokens.issue('/a.hengmo', 'open-workbook', 'window')).toBe(first);
    expect(tokens.issue('/a.hengmo', 'open-workbook', 'other')).not.toBe(first);
    expect(tokens.issue('/a.hengmo', 'backup', 'window')).not.toBe(first);
    tokens.use(first, 'open-workbook', 'window');
    expect(tokens.issue('/a.hengmo', 'open-workbook', 'window')).not.toBe(first);
  });

  test('goes when its connection goes, and the oldest when there are too many', () => {
    const { tokens } = setUp();
    const kept = tokens.issue('/kept', 'save-csv', 'other');
    const first = tokens.issue('/0', 'save-csv', 'window');
    for (let number = 1; number <= 500; number += 1) {
      tokens.issue(`/${number}`, 'save-csv', 'window');
    }
    expect(() => tokens.look(first, 'save-csv', 'window')).toThrow(/unknown/);
    expect(tokens.look(kept, 'save-csv', 'other')).toBe('/kept');
    tokens.drop('other');
    expect(() => tokens.look(kept, 'save-csv', 'other')).toThrow(/unknown/);
  });
});
