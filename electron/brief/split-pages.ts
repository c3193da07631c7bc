/** Pages of a typeset document as SVG texts of their own, without anything but shapes. */
export interface SvgPages {
  readonly pages: string[];
  readonly widthPoints: number;
  readonly heightPoints: number;
}

const PAGE_START = '<g class="typst-page" ';
const GLYPHS = /<defs class="glyph">(.*?)<\/defs>/s;
const NEXT_GLYPH = /(?=<\w+ id="g[^"]*" class="\w+_glyph")/;
const GLYPH_NAME = /id="([^"]+)"/;
const CLIP_PATHS = /<defs class="clip-path">(.*?)<\/defs>/s;
const REFERENCE = ' href="#';

/** The invisible text that Typst lays over the shapes, in a group of its own. */
const TEXT_START = '<g transform="scale(16,-16)"><foreignObject ';
const TEXT_END = '</foreignObject></g>';
/**
 * Invisible links with script of Typst's own viewer, and descriptions of pictures. Their attributes hold text of the
 * workbook with quotation marks escaped, but not `<` and `>`.
 */
const TEXT_IN_ATTRIBUTES =
  /<a(?: [\w:]+="[^"]*")*><rect(?: [\w:]+="[^"]*")*><\/rect><\/a>| alt="[^"]*"/g;

/**
 * Divides Typst's one long SVG, in which all pages share their glyphs, into one SVG for each page with only the glyphs that
 * it uses.
 *
 * @throws Error when the text is not as the installed Typst writes it
 */
export function splitPages(document: string, widthPoints: number, heightPoints: number): SvgPages {
  const [head, ...bodies] = document.slice(0, document.lastIndexOf('</svg>')).split(PAGE_START);
  if (head === undefined || bodies.length === 0) {
    throw new Error('expected pages in the typeset SVG, found none');
  }
  const glyphs = new Map<string, string>();
  for (const glyph of (GLYPHS.exec(head)?.[1] ?? '').split(NEXT_GLYPH)) {
    glyphs.set(GLYPH_NAME.exec(glyph)?.[1] ?? '', glyph);
  }
  const clipPaths = CLIP_PATHS.exec(head)?.[1] ?? '';
  return {
    pages: bodies.map((body) => {
      const shapes = withoutText(body.slice(body.indexOf('>') + 1)).replaceAll(
        TEXT_IN_ATTRIBUTES,
        '',
      );
      return onePage(shapes, { glyphs, clipPaths, widthPoints, heightPoints });
    }),
    widthPoints,
    heightPoints,
  };
}

/** Half of a page is text laid over its shapes: cut out by position, for a pattern would search all of it. */
function withoutText(page: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = page.indexOf(TEXT_START); start >= 0; start = page.indexOf(TEXT_START, from)) {
    const end = page.indexOf(TEXT_END, start);
    if (end < 0) break;
    kept.push(page.slice(from, start));
    from = end + TEXT_END.length;
  }
  kept.push(page.slice(from));
  return kept.join('');
}

interface Shared {
  readonly glyphs: ReadonlyMap<string, string>;
  readonly clipPaths: string;
  readonly widthPoints: number;
  readonly heightPoints: number;
}

/** @param shapes content of the page's group and its end tag */
function onePage(shapes: string, { glyphs, clipPaths, widthPoints, heightPoints }: Shared): string {
  const used = namesAfter(REFERENCE, shapes);
  // A space is used like any glyph, but has no outline.
  const outlines = [...used].flatMap((id) => glyphs.get(id) ?? []);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
    ` viewBox="0 0 ${widthPoints} ${heightPoints}" width="${widthPoints}pt" height="${heightPoints}pt" fill="none">`,
    '<defs>',
    ...outlines,
    clipPaths,
    '</defs>',
    `<rect width="${widthPoints}" height="${heightPoints}" fill="#ffffff"/><g>`,
    shapes,
    '</svg>',
  ].join('');
}

/** The quoted names that follow a text, each once. */
function namesAfter(start: string, text: string): Set<string> {
  const names = new Set<string>();
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at)) {
    at += start.length;
    names.add(text.slice(at, text.indexOf('"', at)));
  }
  return names;
}
