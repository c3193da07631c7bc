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
const REFERENCE = / href="#([^"]+)"/g;

/** The invisible text and links that Typst lays over the shapes, its hints, and names that only its own viewer uses. */
const FOR_ITS_VIEWER =
  /<g transform="scale\(16,-16\)"><foreignObject .*?<\/foreignObject><\/g>|<a [^>]*>.*?<\/a>|<g data-tid="[^"]*" class="typst-content-hint"[^>]*><\/g>| data-tid="[^"]*"| class="typst-[a-z]+"/gs;

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
      const shapes = body.slice(body.indexOf('>') + 1).replaceAll(FOR_ITS_VIEWER, '');
      return onePage(shapes, { glyphs, clipPaths, widthPoints, heightPoints });
    }),
    widthPoints,
    heightPoints,
  };
}

interface Shared {
  readonly glyphs: ReadonlyMap<string, string>;
  readonly clipPaths: string;
  readonly widthPoints: number;
  readonly heightPoints: number;
}

/** @param shapes content of the page's group and its end tag */
function onePage(shapes: string, { glyphs, clipPaths, widthPoints, heightPoints }: Shared): string {
  const used = new Set<string>();
  for (const [, id = ''] of shapes.matchAll(REFERENCE)) used.add(id);
  // A space is used like any glyph, but has no outline.
  const outlines = [...used].flatMap((id) => glyphs.get(id) ?? []);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
    ` viewBox="0 0 ${widthPoints} ${heightPoints}" width="${widthPoints}pt" height="${heightPoints}pt" fill="none">`,
    `<defs>${outlines.join('')}${clipPaths}</defs>`,
    `<rect width="${widthPoints}" height="${heightPoints}" fill="#ffffff"/><g>`,
    shapes,
    '</svg>',
  ].join('');
}
