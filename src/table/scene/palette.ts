/** The colours of the table, read from the page's own tokens so that the map follows the desk by day and by night. */

type Rgb = readonly [number, number, number];
export type Palette = Readonly<Record<Hue, string>>;
export type Hue = keyof typeof MIXES | (typeof TOKENS)[number];

const TOKENS = [
  'bg',
  'panel',
  'panel2',
  'sunk',
  'line',
  'edge',
  'ink',
  'soft',
  'dim',
  'local',
  'on-local',
  'federal',
  'unknown',
  'civil',
  'ems',
  'alert',
  'air',
  'constitutional',
] as const;
type Token = (typeof TOKENS)[number];

/** What the map needs beyond the desk's colours: one of them with so much of another; by day, then by night. */
const MIXES = {
  ground: [
    ['bg', 'line', 0.22],
    ['panel', 'panel2', 0.12],
  ],
  lot: [
    ['bg', 'panel', 0.45],
    ['panel', 'panel2', 0.5],
  ],
  lotLine: [
    ['line', 'edge', 0.1],
    ['panel2', 'line', 0.55],
  ],
  road: [
    ['panel', 'panel2', 0.8],
    ['panel2', 'edge', 0.13],
  ],
  walk: [
    ['panel', 'line', 0.22],
    ['panel2', 'edge', 0.04],
  ],
  kerb: [
    ['line', 'edge', 0.42],
    ['line', 'edge', 0.24],
  ],
  dash: [
    ['line', 'edge', 0.5],
    ['edge', 'panel2', 0.35],
  ],
  building: [
    ['line', 'bg', 0.42],
    ['panel2', 'line', 0.34],
  ],
  hatch: [
    ['line', 'edge', 0.16],
    ['line', 'panel2', 0.3],
  ],
  wall: [
    ['edge', 'line', 0.45],
    ['line', 'edge', 0.5],
  ],
  plate: [
    ['panel2', 'panel', 0.2],
    ['bg', 'sunk', 0.3],
  ],
} as const satisfies Record<
  string,
  readonly [readonly [Token, Token, number], readonly [Token, Token, number]]
>;

/** Reads the palette at an element; `night` decides which of the page's two themes. */
export function paletteAt(host: HTMLElement, night: boolean): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  // A system that chooses the colors of texts (high contrast) would give one ink for all: the map is a picture and keeps its own.
  probe.style.setProperty('forced-color-adjust', 'none');
  probe.style.colorScheme = night ? 'dark' : 'light';
  host.append(probe);
  const read = {} as Record<Token, Rgb>;
  for (const token of TOKENS) {
    probe.style.color = FALLBACK[token]?.[night ? 1 : 0] ?? '';
    probe.style.color = `var(--${token}, ${probe.style.color || 'gray'})`;
    read[token] = rgbOf(getComputedStyle(probe).color);
  }
  probe.remove();
  const palette = {} as Record<Hue, string>;
  for (const token of TOKENS) palette[token] = css(read[token]);
  for (const [hue, ways] of Object.entries(MIXES)) {
    const [base, other, part] = ways[night ? 1 : 0];
    palette[hue as Hue] = css(mixed(read[base], read[other], part));
  }
  return palette;
}

/** The letters of the page at an element, and the reader's text size: 1 is normal, it never makes the map's words smaller. */
export function lettersAt(host: HTMLElement): { readonly family: string; readonly grown: number } {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return { family: getComputedStyle(host).fontFamily || 'sans-serif', grown: Math.max(1, root / 16) };
}

/** The same colour, let through. */
export function faint(color: string, alpha: number): string {
  const [r, g, b] = rgbOf(color);
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

/** One colour with so much of another. */
export function mixOf(base: string, other: string, part: number): string {
  return css(mixed(rgbOf(base), rgbOf(other), part));
}

/** For a page without tokens: ink and grounds that can be read. */
const FALLBACK: Partial<Record<Token, readonly [string, string]>> = {
  bg: ['#eaeeef', '#0e1317'],
  panel: ['#f8fafa', '#151c22'],
  panel2: ['#ffffff', '#1b242c'],
  ink: ['#15202a', '#e8edf0'],
  soft: ['#2c3a45', '#cdd7dd'],
};

function mixed(a: Rgb, b: Rgb, part: number): Rgb {
  const one = (i: 0 | 1 | 2) => Math.round(a[i] * (1 - part) + b[i] * part);
  return [one(0), one(1), one(2)];
}

function rgbOf(color: string): Rgb {
  const numbers = [...color.matchAll(/[\d.]+/g)].map(([n]) => Number(n));
  return [numbers[0] ?? 128, numbers[1] ?? 128, numbers[2] ?? 128];
}

function css([r, g, b]: Rgb): string {
  return `rgb(${r}, ${g}, ${b})`;
}
