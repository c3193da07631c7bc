import { parse } from 'node:path';

/** In Chinese letters this is just within the 255 bytes that file systems allow. */
const MOST_LETTERS = 80;

/** The name without anything that means a folder, a device or a hidden file on any of the three systems, and not too long. */
export function plainFileName(name: string): string {
  const plain = name
    // oxlint-disable-next-line no-control-regex -- control characters are what this removes
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/gu, '_')
    .replaceAll(/^[. ]+|[. ]+$/gu, '');
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(plain);
  return shorten(plain === '' || reserved ? `_${plain}` : plain);
}

function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= MOST_LETTERS) return name;
  const extension = parse(name).ext;
  const kept = Math.max(0, MOST_LETTERS - [...extension].length);
  return kept === 0
    ? letters.slice(0, MOST_LETTERS).join('')
    : letters.slice(0, kept).join('') + extension;
}
