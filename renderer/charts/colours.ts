import { useSyncExternalStore } from 'react';

/** Colours of `ui/tokens.css` for what is drawn on a canvas, where custom properties do not reach. */
export interface ChartColours {
  readonly text: string;
  readonly muted: string;
  readonly hairline: string;
  readonly hatch: string;
  readonly panel: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly better: string;
  readonly worse: string;
  readonly dimensions: readonly string[];
  readonly fontFamily: string;
  /** From the panel's colour (0) to the accent (1). */
  readonly sequential: (t: number) => string;
  /** From worse (−1) over the panel's colour to better (1). */
  readonly diverging: (t: number) => string;
}

/** Follows the theme. The same object until it changes, so that options made from it can be kept. */
export function useChartColours(): ChartColours {
  return useSyncExternalStore(watchTheme, coloursNow);
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

let read: { readonly theme: string | undefined; readonly colours: ChartColours } | null = null;

function coloursNow(): ChartColours {
  const { theme } = document.documentElement.dataset;
  if (read === null || read.theme !== theme) read = { theme, colours: readColours() };
  return read.colours;
}

function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const panel = token('--surface');
  const accent = token('--accent');
  const better = token('--better');
  const worse = token('--worse');
  return {
    text: token('--text'),
    muted: token('--text-muted'),
    hairline: token('--line'),
    hatch: token('--hatch'),
    panel,
    accent,
    accentSoft: token('--accent-soft'),
    better,
    worse,
    dimensions: Array.from({ length: 8 }, (_, at) => token(`--dimension-${at + 1}`)),
    // With double quotes, ECharts would write attributes that end too early.
    fontFamily: getComputedStyle(document.body).fontFamily.replaceAll('"', "'"),
    sequential: (t) => mixed(panel, accent, t),
    diverging: (t) => mixed(panel, t < 0 ? worse : better, Math.abs(t)),
  };
}

/** A colour of the style sheet that is mixed from tokens, as it is shown now, for what is drawn apart from the page. */
export function colourNow(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const shown = getComputedStyle(probe).color;
  probe.remove();
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (pen === null) return shown;
  // Mixed colours are told in notations that other programs do not read in an SVG; a painted pixel is plain.
  pen.fillStyle = shown;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Colours are written #rrggbb in the tokens; a build may shorten them to #rgb. */
function mixed(from: string, to: string, share: number): string {
  const [start, end] = [from, to].map((colour) =>
    colour.length === 4 ? colour.replaceAll(/[0-9a-f]/giu, '$&$&') : colour,
  );
  const part = (at: number) => {
    const [a, b] = [start, end].map((colour) =>
      Number.parseInt(colour?.slice(at, at + 2) ?? '', 16),
    );
    const value = Math.round((a ?? 0) + ((b ?? 0) - (a ?? 0)) * Math.min(1, Math.max(0, share)));
    return value.toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
