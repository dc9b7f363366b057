/** Draws words on a 2D canvas, and measures them as they will be drawn. */
import type { Role, Wording } from './labels.ts';
import { faint, type Palette } from './palette.ts';
import { lineHeight, type Measure, PLATE } from './wording.ts';

type Context = CanvasRenderingContext2D;

/** Measures with the browser's own letters, in that family. */
export function measureWith(ctx: Context, family: string): Measure {
  const known = new Map<string, number>();
  return (text, role, size) => {
    const key = `${role} ${size} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { font, spacing } = fontOf(role, size, family);
    ctx.font = font;
    const width = ctx.measureText(text).width + spacing * text.length;
    known.set(key, width);
    return width;
  };
}

/** Paints a label into its box, from 0, 0: on a plate beside tokens, with a rim of ground on the map. */
export function paintLabel(
  ctx: Context,
  wording: Wording,
  family: string,
  palette: Palette,
  isFirst: boolean,
): void {
  const { lines, width, height } = wording;
  const onMap = lines[0]?.role !== 'title';
  if (!onMap) {
    ctx.beginPath();
    ctx.roundRect(0.5, 0.5, width - 1, height - 1, 5);
    ctx.fillStyle = faint(palette.plate, isFirst ? 1 : 0.84);
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = isFirst ? palette.soft : faint(palette.line, 0.55);
    ctx.stroke();
  }
  let y = onMap ? 1 : PLATE.y;
  for (const { text, role, size } of lines) {
    const { font, spacing } = fontOf(role, size, family);
    const high = lineHeight(size);
    ctx.font = font;
    ctx.textBaseline = 'alphabetic';
    const base = y + high / 2 + size * 0.34;
    const x = onMap ? 3 : PLATE.x;
    const color = {
      title: palette.ink,
      detail: palette.dim,
      street: palette.dim,
      number: palette.soft,
      home: palette.constitutional,
      exit: palette.soft,
    }[role];
    if (onMap) {
      ctx.lineJoin = 'round';
      ctx.lineWidth = 3;
      ctx.strokeStyle = faint(
        role === 'street' ? palette.road : role === 'number' ? palette.building : palette.lot,
        0.85,
      );
      letters(ctx, text, x, base, spacing, 'strokeText');
    }
    ctx.fillStyle = color;
    letters(ctx, text, x, base, spacing, 'fillText');
    y += high;
  }
}

/** The letters of a role in that size, and the space between them. */
export function fontOf(
  role: Role,
  size: number,
  family: string,
): { readonly font: string; readonly spacing: number } {
  const weight = { title: 650, detail: 450, street: 600, number: 600, home: 550, exit: 600 }[role];
  return { font: `${weight} ${size}px ${family}`, spacing: role === 'street' ? size * 0.11 : 0 };
}

/** Letter by letter where they are spaced: not every browser can space them itself. */
function letters(
  ctx: Context,
  text: string,
  x: number,
  y: number,
  spacing: number,
  how: 'fillText' | 'strokeText',
): void {
  if (spacing === 0) {
    ctx[how](text, x, y);
    return;
  }
  for (let i = 0; i < text.length; i++) {
    // By the width of what comes before, so that kerning stays.
    ctx[how](text.charAt(i), x + ctx.measureText(text.slice(0, i)).width + spacing * i, y);
  }
}
