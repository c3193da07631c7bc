import type { AppError } from '../../shared/contract/errors.ts';
import type { InputFile } from './input-file.ts';
import { refusal } from './refuse.ts';

/** How many characters decide a guess; headers and first rows are enough, and a large file stays quick. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Text of a file in UTF-8, UTF-16 (either order) or GB18030, with or without byte order mark, which is dropped.
 *
 * @throws AppError E_INPUT for a binary file and for any other encoding: a guess would change names silently
 */
export function decodeText({ name, bytes }: Pick<InputFile, 'name' | 'bytes'>): string {
  const zeros = countZeros(bytes.subarray(0, SAMPLE_BYTES));
  if (zeros.even > 0 && zeros.odd > 0) throw binary(name);
  const encoding = recogniseEncoding(bytes, zeros);
  const text = encoding === null ? null : decode(bytes, encoding);
  if (text === null) throw refusal({ file: name }, 'wrong-encoding', ENCODINGS, 'another encoding');
  if (hasControlCharacter(text)) throw binary(name);
  return text;
}

function binary(file: string): AppError {
  return refusal({ file }, 'binary-file', `text in ${ENCODINGS}`, 'a binary file');
}

const ENCODINGS = 'UTF-8, UTF-16 or GB18030';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

interface Zeros {
  even: number;
  odd: number;
}

function recogniseEncoding(bytes: Uint8Array, zeros: Zeros): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Every ASCII character of UTF-16 has one zero byte, always on the same side; delimiters and digits are ASCII.
  if (zeros.even > 0) return 'utf-16be';
  if (zeros.odd > 0) return 'utf-16le';
  if (decode(bytes, 'utf-8') !== null) return 'utf-8';
  return looksLikeChinese(bytes) ? 'gb18030' : null;
}

function countZeros(bytes: Uint8Array): Zeros {
  const zeros = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return zeros;
}

/**
 * Nearly any bytes decode as GB18030, a Western European file among them. Chinese text is made of pairs whose both bytes
 * are above 0xA0; an accented letter of another encoding stands alone among ASCII.
 */
function looksLikeChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let strays = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[index + 1] ?? 0;
    if (lead >= 0xa1 && trail >= 0xa1) pairs += 1;
    else strays += 1;
    index += 1;
  }
  return pairs > strays;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function hasControlCharacter(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u.test(text);
}
