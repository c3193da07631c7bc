import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A PDF as other programs read it. */
export interface PdfReading {
  /** In reading order, page by page. */
  readonly pages: readonly string[];
  /** All text without white space: for finding what may be broken over lines. */
  readonly packed: string;
  /** Lines of all pages with their columns kept apart. */
  readonly lines: readonly string[];
  readonly info: Readonly<Record<string, string>>;
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly bytes: Buffer;
}

/** Reads a file back with Poppler. */
export function readPdf(path: string): PdfReading {
  const poppler = (program: string, ...options: string[]) =>
    execFileSync(program, options, {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const text = poppler('pdftotext', path, '-');
  const laidOut = poppler('pdftotext', '-layout', path, '-');
  return {
    pages: text.split('\f').slice(0, -1),
    packed: packed(text),
    lines: laidOut.split(/[\n\f]/),
    info: Object.fromEntries(
      poppler('pdfinfo', path)
        .split('\n')
        .flatMap((line) => {
          const match = /^([^:]+):\s*(.*)$/.exec(line);
          return match === null ? [] : [[match[1] ?? '', match[2] ?? '']];
        }),
    ),
    fonts: poppler('pdffonts', path)
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => ({
        name: line.slice(0, 36).trim(),
        embedded: / yes (?:yes|no) +(?:yes|no) /.test(line.slice(36)),
      })),
    bytes: readFileSync(path),
  };
}

/** Without white space, which typesetting moves about. */
export function packed(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
