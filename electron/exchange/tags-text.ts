/** `{ cbdg: ['B', 'G'], logic: ['why'] }` as `cbdg=B|G; logic=why`. */
export function writeTags(tags: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(tags)
    .map(([name, values]) => `${escape(name)}=${values.map(escape).join('|')}`)
    .join('; ');
}

/** The tags that `writeTags` wrote; null for text of another form. */
export function readTags(text: string): Record<string, string[]> | null {
  const tags: Record<string, string[]> = {};
  for (const part of text.split(';')) {
    if (part.trim() === '') continue;
    const [name, values, ...rest] = part.trim().split('=');
    if (name === undefined || name === '' || values === undefined || rest.length > 0) return null;
    const names = values === '' ? [] : values.split('|').map(unescape);
    Object.defineProperty(tags, unescape(name), {
      value: names,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return tags;
}

/** Only the signs that separate, and the one that escapes, are escaped: other text stays readable. */
function escape(text: string): string {
  return text.replaceAll(/[%=;|]/gu, (sign) => encodeURIComponent(sign));
}

function unescape(text: string): string {
  return text.replaceAll(/%(?:25|3D|3B|7C)/gu, (code) => decodeURIComponent(code));
}
