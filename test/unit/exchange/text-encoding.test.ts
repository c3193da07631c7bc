import { describe, expect, it, test } from 'vitest';
import { decodeText } from '../../../electron/exchange/text-encoding.ts';

const TEXT = 'uCode,uName,I01\niflytek,科大讯飞,802.4\nalibaba,阿里巴巴,27\n';

/** 科大讯飞 and 阿里巴巴 in GB18030, which Node decodes but does not encode. */
const GB18030 = Buffer.concat([
  Buffer.from('uCode,uName,I01\niflytek,'),
  Buffer.from([0xbf, 0xc6, 0xb4, 0xf3, 0xd1, 0xb6, 0xb7, 0xc9]),
  Buffer.from(',802.4\nalibaba,'),
  Buffer.from([0xb0, 0xa2, 0xc0, 0xef, 0xb0, 0xcd, 0xb0, 0xcd]),
  Buffer.from(',27\n'),
]);

const swapped = Buffer.from(TEXT, 'utf16le').swap16();

const decode = (bytes: Uint8Array) => decodeText({ name: 'data.csv', bytes });

describe('the same text in every encoding that is recognised', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 LE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 LE', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 BE with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['UTF-16 BE', swapped],
    ['GB18030', GB18030],
  ])('%s', (_encoding, bytes) => {
    expect(decode(bytes)).toBe(TEXT);
  });
});

describe('what is not guessed', () => {
  it('accented letters of a Western European encoding', () => {
    const latin = Buffer.from(
      'uCode,uName\nCIV,C\u00f4te d\u2019Ivoire\nAUT,\u00d6sterreich\n',
      'latin1',
    );
    expect(() => decode(latin)).toThrow(
      'data.csv: expected UTF-8, UTF-16 or GB18030, found another encoding',
    );
  });

  test.each([
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48])],
    ['control characters', Buffer.from('uCode,uName\na,\u0001b\n')],
  ])('%s is binary', (_what, bytes) => {
    expect(() => decode(bytes)).toThrow('found a binary file');
  });

  it('half a character at the end of UTF-16', () => {
    expect(() => decode(Buffer.from(`\uFEFF${TEXT}`, 'utf16le').subarray(0, -1))).toThrow(
      'found another encoding',
    );
  });
});
