/** The scale bar with the north arrow: how long, in which corner, how it is drawn. */
import type { Size } from './camera.ts';
import type { Box, SceneWords } from './frame.ts';
import { doTouch } from './labels.ts';
import { fontOf } from './paint-words.ts';
import { faint, type Palette } from './palette.ts';
import { lineHeight, type Measure } from './wording.ts';

type Context = CanvasRenderingContext2D;

/** What the bar is worked out from. */
export interface BarGiven {
  readonly perMetre: number;
  readonly words: SceneWords;
  readonly family: string;
  readonly palette: Palette;
  readonly measure: Measure;
  readonly grown: number;
  readonly size: Size;
  /** Boxes that something else covers. */
  readonly covered: readonly Box[];
}
export interface ScaleBar {
  readonly box: Box;
  readonly name: string;
  readonly paint: (ctx: Context) => void;
}

/** Answers with the bar and all that labels keep clear of: the same two as long as what they are worked out from is the same. */
export function keptBar(): (given: BarGiven) => { readonly bar: ScaleBar; readonly clear: readonly Box[] } {
  let last: { readonly given: BarGiven; readonly bar: ScaleBar; readonly clear: readonly Box[] } | null =
    null;
  return (given) => {
    if (last === null || !isSame(last.given, given)) {
      const bar = scaleBar(given);
      last = { given, bar, clear: [...given.covered, bar.box] };
    }
    return last;
  };
}

function isSame(one: BarGiven, other: BarGiven): boolean {
  for (const key in one) if (one[key as keyof BarGiven] !== other[key as keyof BarGiven]) return false;
  return true;
}

/** The bar in the first lower or upper corner that nothing else covers. */
function scaleBar(given: BarGiven): ScaleBar {
  const { perMetre, words, family, palette, measure, grown, size, covered } = given;
  const paint = (ctx: Context | null) => paintScale(ctx, perMetre, words, family, palette, measure, grown);
  const { width, height } = paint(null);
  const edge = 8;
  const [right, low] = [size.width - width - edge, size.height - height - edge];
  const corners = [
    [edge, low],
    [right, low],
    [edge, edge],
    [right, edge],
  ] as const;
  const boxes = corners.map(([x, y]): Box => ({ x, y, width, height }));
  const box = boxes.find((one) => !covered.some((other) => doTouch(one, other, 4))) ?? (boxes[0] as Box);
  const { metres } = barOf(perMetre, words.units);
  return { box, name: `${metres} ${Math.round(metres * perMetre)} ${grown}`, paint };
}

/** How many metres make a bar of a handy length at so many pixels a metre: a round number of the one measure the reader uses. */
export function barOf(
  perMetre: number,
  units: 'metres' | 'feet' = 'metres',
): { readonly metres: number; readonly said: number } {
  const inMetre = units === 'feet' ? 3.280_84 : 1;
  const wanted = (90 / perMetre) * inMetre;
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
  const said = steps.findLast((step) => step <= wanted) ?? 1;
  return { metres: said / inMetre, said };
}

/** The scale bar with the north arrow, from 0, 0; the size it takes. */
function paintScale(
  ctx: Context | null,
  perMetre: number,
  words: SceneWords,
  family: string,
  palette: Palette,
  measure: Measure,
  grown: number,
): { readonly width: number; readonly height: number } {
  const { metres, said } = barOf(perMetre, words.units);
  const long = Math.round(metres * perMetre);
  const size = 12 * grown;
  const text = words[words.units ?? 'metres'](said);
  const wide = Math.max(long, Math.ceil(measure(text, 'exit', size)));
  const width = wide + 44;
  const height = lineHeight(size) + 16;
  if (ctx === null) return { width, height };
  ctx.beginPath();
  ctx.roundRect(0.5, 0.5, width - 1, height - 1, 6);
  ctx.fillStyle = faint(palette.plate, 0.78);
  ctx.fill();
  ctx.font = fontOf('exit', size, family).font;
  ctx.textBaseline = 'alphabetic';
  ctx.fillStyle = palette.soft;
  ctx.fillText(text, 8, 4 + size);
  ctx.beginPath();
  ctx.moveTo(8.75, height - 11);
  ctx.lineTo(8.75, height - 6);
  ctx.lineTo(8 + long, height - 6);
  ctx.lineTo(8 + long, height - 11);
  ctx.lineWidth = 1.5;
  ctx.strokeStyle = palette.soft;
  ctx.stroke();
  const [x, y] = [width - 17, height / 2];
  ctx.beginPath();
  ctx.moveTo(x, y - 13);
  ctx.lineTo(x + 5, y - 1);
  ctx.lineTo(x, y - 4);
  ctx.lineTo(x - 5, y - 1);
  ctx.closePath();
  ctx.fill();
  ctx.textAlign = 'center';
  ctx.fillText(words.north, x, y + 12);
  ctx.textAlign = 'start';
  return { width, height };
}
