/** Draws the signs of tokens on a 2D canvas: rings by what the seat knows, heads by what people do, vehicles from above. Round 0, 0. */
import type { Doing } from '#exercise/view.ts';
import type { Ring } from '#table/theme/sides.ts';
import { type Hue, mixOf, type Palette } from './palette.ts';
import type { Look } from './pieces.ts';

type Context = CanvasRenderingContext2D;

/** The hue of a ring: the same as on the desk (theme/sides.css). */
export const HUES: Readonly<Record<Ring, Hue>> = {
  local: 'local',
  unknown: 'unknown',
  says: 'federal',
  card: 'federal',
  confirmed: 'federal',
  refuted: 'alert',
  public: 'civil',
  medical: 'ems',
};

/** A person's ring, `radius` pixels wide at its outer edge; the reader's own with a halo. */
export function paintPerson(
  ctx: Context,
  ring: Ring,
  radius: number,
  isYou: boolean,
  palette: Palette,
): void {
  const hue = palette[HUES[ring]];
  const k = radius / 12.6;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  if (isYou) {
    circle(ctx, 0, 0, radius + 4);
    stroke(ctx, hue, 1.4, [4, 4.5]);
  }
  circle(ctx, 0, 0, 11.5 * k);
  ctx.fillStyle = palette.plate;
  ctx.fill();
  stroke(ctx, hue, 2.2 * k, ring === 'says' || ring === 'card' ? [5 * k, 3.5 * k] : []);
  inside(ctx, ring, k, palette);
}

/** What a ring holds, at `k` times its size on the desk: never told by colour alone. */
export function inside(ctx: Context, ring: Ring, k: number, palette: Palette): void {
  const hue = palette[HUES[ring]];
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  if (ring === 'unknown') {
    ctx.beginPath();
    ctx.arc(0, -2.6 * k, 3.2 * k, Math.PI * 1.08, Math.PI * 2.35);
    ctx.quadraticCurveTo(0.1 * k, 0.6 * k, 0, 2.2 * k);
    stroke(ctx, palette.soft, 2.1 * k);
    circle(ctx, 0, 5.8 * k, 1.35 * k);
    fill(ctx, palette.soft);
  } else if (ring === 'refuted') {
    ctx.beginPath();
    ctx.moveTo(-4.2 * k, -4.2 * k);
    ctx.lineTo(4.2 * k, 4.2 * k);
    ctx.moveTo(4.2 * k, -4.2 * k);
    ctx.lineTo(-4.2 * k, 4.2 * k);
    stroke(ctx, hue, 2.4 * k);
  } else if (ring === 'medical') {
    ctx.beginPath();
    ctx.moveTo(0, -5 * k);
    ctx.lineTo(0, 5 * k);
    ctx.moveTo(-5 * k, 0);
    ctx.lineTo(5 * k, 0);
    stroke(ctx, hue, 2.6 * k);
  } else if (ring === 'local') {
    circle(ctx, 0, 0, 3.8 * k);
    fill(ctx, hue);
  } else if (ring !== 'public') {
    shield(ctx, k);
    if (ring === 'confirmed') fill(ctx, hue);
    stroke(ctx, hue, 1.8 * k);
    if (ring === 'card') {
      ctx.save();
      shield(ctx, k);
      ctx.clip();
      ctx.fillStyle = hue;
      ctx.fillRect(-8 * k, -8 * k, 8 * k, 16 * k);
      ctx.restore();
    }
  }
}

/** A head of the public with what its body does; filming, pressing and walking point east. */
export function paintHead(ctx: Context, doing: Doing, r: number, palette: Palette): void {
  const hue = palette.civil;
  const thin = Math.max(1.25, r * 0.36);
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  const lines = (...all: readonly (readonly [number, number, number, number])[]) => {
    ctx.beginPath();
    for (const [x0, y0, x1, y1] of all) {
      ctx.moveTo(x0 * r, y0 * r);
      ctx.lineTo(x1 * r, y1 * r);
    }
    stroke(ctx, hue, thin);
  };
  const edge = () => stroke(ctx, palette.plate, Math.max(1, r * 0.22));
  if (doing === 'lying') {
    ctx.beginPath();
    ctx.roundRect(-0.6 * r, -0.55 * r, 2.6 * r, 1.1 * r, 0.5 * r);
    fill(ctx, hue);
    circle(ctx, -1.1 * r, 0, 0.75 * r);
    fill(ctx, hue);
    return;
  }
  if (doing === 'shouting') lines([-0.55, -0.5, -1.15, -1.75], [0.55, -0.5, 1.15, -1.75]);
  if (doing === 'sitting') lines([-1.2, 1.35, 1.2, 1.35]);
  if (doing === 'held') {
    ctx.beginPath();
    ctx.arc(0, 0, 1.6 * r, 2.5, 3.8);
    stroke(ctx, hue, thin);
    ctx.beginPath();
    ctx.arc(0, 0, 1.6 * r, -0.65, 0.65);
    stroke(ctx, hue, thin);
  }
  if (doing === 'walking' || doing === 'leaving') lines([1.1, -0.75, 1.75, 0], [1.75, 0, 1.1, 0.75]);
  if (doing === 'pressing') {
    ctx.beginPath();
    ctx.ellipse(-0.6 * r, 0, 0.95 * r, 0.62 * r, 0, 0, 7);
    fill(ctx, hue);
    lines([0.4, -0.8, 1.45, -0.7], [0.4, 0.8, 1.45, 0.7]);
  }
  circle(ctx, 0, 0, r);
  fill(ctx, doing === 'leaving' ? palette.plate : hue);
  if (doing === 'leaving') stroke(ctx, hue, thin);
  else edge();
  if (doing === 'filming') {
    ctx.beginPath();
    ctx.rect(0.7 * r, -1.6 * r, 1.05 * r, 1.05 * r);
    fill(ctx, palette.air);
    edge();
  }
  if (doing === 'working') {
    ctx.beginPath();
    ctx.rect(0.6 * r, 0.6 * r, 0.9 * r, 0.9 * r);
    fill(ctx, palette.soft);
    edge();
  }
}

/** A vehicle from above, nose to the east. */
export function paintVehicle(
  ctx: Context,
  look: Look,
  ring: Ring,
  length: number,
  width: number,
  palette: Palette,
): void {
  const hue = palette[HUES[ring]];
  const [l, w] = [length / 2, width / 2];
  const body = mixOf(palette.panel2, hue, 0.14);
  const glass = mixOf(palette.panel2, hue, 0.5);
  const long = look === 'van' || look === 'camper' || look === 'ambulance' || look === 'bus';
  const nose = long ? w * 0.45 : w * 0.75;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'butt';
  ctx.beginPath();
  ctx.roundRect(-l, -w, length, width, [w * 0.4, nose, nose, w * 0.4]);
  fill(ctx, body);
  const pane = (from: number, to: number, inset = 0.16) => {
    ctx.beginPath();
    ctx.roundRect(
      -l + from * length,
      -w + inset * width,
      (to - from) * length,
      width * (1 - 2 * inset),
      width * 0.1,
    );
    fill(ctx, glass);
  };
  if (look === 'car' || look === 'patrol') {
    pane(0.6, 0.72);
    pane(0.14, 0.22);
  } else if (look === 'pickup') {
    pane(0.64, 0.74);
    ctx.beginPath();
    ctx.rect(-l + 0.06 * length, -w + 0.14 * width, 0.4 * length, width * 0.72);
    stroke(ctx, hue, 1);
  } else pane(0.84, 0.92);
  if (look === 'camper') {
    ctx.beginPath();
    ctx.rect(-l + 0.2 * length, -w * 0.45, 0.16 * length, w * 0.9);
    ctx.rect(-l + 0.5 * length, -w * 0.45, 0.16 * length, w * 0.9);
    stroke(ctx, hue, 1);
  }
  if (look === 'bus') for (const at of [0.15, 0.35, 0.55]) pane(at, at + 0.12, 0.3);
  ctx.beginPath();
  ctx.roundRect(-l + 0.75, -w + 0.75, length - 1.5, width - 1.5, [w * 0.4, nose, nose, w * 0.4]);
  stroke(ctx, hue, 1.6, ring === 'says' || ring === 'card' ? [5, 3.5] : []);
  if (look === 'patrol') {
    const bar = Math.max(2.5, length * 0.07);
    ctx.fillStyle = palette.alert;
    ctx.fillRect(-bar, -w * 0.72, bar * 2, w * 0.72);
    ctx.fillStyle = palette.local;
    ctx.fillRect(-bar, 0, bar * 2, w * 0.72);
    ctx.strokeStyle = palette.plate;
    ctx.lineWidth = 1;
    ctx.strokeRect(-bar, -w * 0.72, bar * 2, w * 1.44);
    return;
  }
  if (ring === 'public' || ring === 'local') return;
  ctx.save();
  // The sign stands upright in the roof's middle and turns with the car.
  ctx.translate(-l * (long ? 0.1 : 0.2), 0);
  const k = Math.min(w / 9.5, 1.1);
  circle(ctx, 0, 0, 8.6 * k);
  fill(ctx, palette.plate);
  inside(ctx, ring, k * 0.92, palette);
  ctx.restore();
}

/** A thing: a small square with a cut corner. */
export function paintThing(ctx: Context, ring: Ring, radius: number, palette: Palette): void {
  const r = radius * 0.85;
  ctx.beginPath();
  ctx.moveTo(-r, -r);
  ctx.lineTo(r * 0.3, -r);
  ctx.lineTo(r, -r * 0.3);
  ctx.lineTo(r, r);
  ctx.lineTo(-r, r);
  ctx.closePath();
  fill(ctx, palette.plate);
  stroke(ctx, palette[HUES[ring]], 1.8);
}

/** The ring of focus: two strokes, so that it shows on any ground. */
export function paintFocus(ctx: Context, width: number, height: number, palette: Palette): void {
  for (const [color, wide] of [
    [palette.plate, 5],
    [palette.ink, 2],
  ] as const) {
    ctx.beginPath();
    ctx.roundRect(-width / 2, -height / 2, width, height, Math.min(width, height, 36) / 2);
    stroke(ctx, color, wide);
  }
}

function shield(ctx: Context, k: number): void {
  ctx.beginPath();
  ctx.moveTo(0, -6.5 * k);
  ctx.lineTo(5.5 * k, -4 * k);
  ctx.lineTo(5.5 * k, 0);
  ctx.bezierCurveTo(5.5 * k, 3.5 * k, 2.8 * k, 5.5 * k, 0, 6.5 * k);
  ctx.bezierCurveTo(-2.8 * k, 5.5 * k, -5.5 * k, 3.5 * k, -5.5 * k, 0);
  ctx.lineTo(-5.5 * k, -4 * k);
  ctx.closePath();
}

function circle(ctx: Context, x: number, y: number, r: number): void {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, Math.PI * 2);
}

function fill(ctx: Context, color: string): void {
  ctx.fillStyle = color;
  ctx.fill();
}

function stroke(ctx: Context, color: string, width: number, dash: readonly number[] = []): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = width;
  ctx.setLineDash([...dash]);
  ctx.stroke();
  ctx.setLineDash([]);
}
