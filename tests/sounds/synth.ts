/**
 * A small synthesiser: seeded noise, filters, and sounds laid round a ring so that a loop has no seam.
 *
 * Mono, samples between −1 and 1 at `RATE`. Everything is a function of its arguments: equal calls give equal samples.
 */
import { LOOP_MARGIN_MS } from '#table/sound/catalogue.ts';

/** Samples a second. */
export const RATE = 48_000;

const MARGIN_S = LOOP_MARGIN_MS / 1000;

export type Samples = Float64Array;
export type Chance = () => number;

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One sample after another; `t` in seconds. */
export function draw(seconds: number, at: (t: number, i: number) => number): Samples {
  const out = new Float64Array(Math.round(seconds * RATE));
  for (let i = 0; i < out.length; i++) out[i] = at(i / RATE, i);
  return out;
}

/** White noise. */
export function noise(seconds: number, chance: Chance): Samples {
  return draw(seconds, () => chance() * 2 - 1);
}

export type FilterKind = 'low' | 'high' | 'band';

/**
 * A second-order filter (Audio EQ cookbook). `round` runs it twice round, so that the end of a ring leads into its beginning.
 */
export function filtered(
  of: Samples,
  kind: FilterKind,
  hertz: number,
  q = Math.SQRT1_2,
  round = false,
): Samples {
  const w = (2 * Math.PI * Math.min(hertz, RATE * 0.45)) / RATE;
  const alpha = Math.sin(w) / (2 * q);
  const c = Math.cos(w);
  const [b0, b1, b2] =
    kind === 'low'
      ? [(1 - c) / 2, 1 - c, (1 - c) / 2]
      : kind === 'high'
        ? [(1 + c) / 2, -(1 + c), (1 + c) / 2]
        : [alpha, 0, -alpha];
  const a0 = 1 + alpha;
  const out = new Float64Array(of.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let turn = round ? 0 : 1; turn < 2; turn++) {
    for (let i = 0; i < of.length; i++) {
      const x = of[i] ?? 0;
      const y = (b0 * x + b1 * x1 + b2 * x2 + 2 * c * y1 - (1 - alpha) * y2) / a0;
      [x2, x1, y2, y1] = [x1, x, y1, y];
      out[i] = y;
    }
  }
  return out;
}

/** Adds `what` into `into` from a moment on; what reaches over the end goes on at the beginning where `round`. */
export function lay(into: Samples, what: Samples, at: number, gain = 1, round = false): void {
  const start = Math.round(at * RATE);
  for (let i = 0; i < what.length; i++) {
    const to = start + i;
    if (to >= into.length && !round) return;
    const place = ((to % into.length) + into.length) % into.length;
    into[place] = (into[place] ?? 0) + (what[i] ?? 0) * gain;
  }
}

/** The same with its loudness shaped by `at` (seconds, and the share of the whole from 0 to 1). */
export function shaped(of: Samples, at: (t: number, share: number) => number): Samples {
  return of.map((x, i) => x * at(i / RATE, i / of.length));
}

/** Several put over each other, each with its gain; as long as the longest. */
export function mixed(...parts: readonly (readonly [Samples, number])[]): Samples {
  const out = new Float64Array(Math.max(...parts.map(([part]) => part.length)));
  for (const [part, gain] of parts) lay(out, part, 0, gain);
  return out;
}

/** Echoes between house fronts: later copies, each softer and duller. */
export function echoed(
  of: Samples,
  round: boolean,
  delays: readonly number[],
  gain: number,
  dull = 2200,
): Samples {
  const out = round ? of.slice() : new Float64Array(of.length + Math.round(Math.max(...delays) * RATE));
  if (!round) lay(out, of, 0);
  const soft = filtered(of, 'low', dull, Math.SQRT1_2, round);
  delays.forEach((delay, i) => {
    lay(out, soft, delay, gain / (i + 1), round);
  });
  return out;
}

/** Up in `rise` seconds, then down by half every `half` seconds. */
export function struck(rise: number, half: number): (t: number) => number {
  return (t) => (t < rise ? t / rise : 2 ** (-(t - rise) / half));
}

/** Bent softly at the top, so that nothing sticks out. */
export function pressed(of: Samples, drive: number): Samples {
  return of.map((x) => Math.tanh(x * drive));
}

/** Without its mean, ends faded over 3 ms unless it is a ring, and at the loudness wanted: RMS in dBFS, but never a peak over `top`. */
export function levelled(of: Samples, rms: number, top: number, ring: boolean): Samples {
  const mean = of.reduce((sum, x) => sum + x, 0) / of.length;
  const edge = Math.round(0.003 * RATE);
  const out = of.map((x, i) => (x - mean) * (ring ? 1 : Math.min(1, i / edge, (of.length - 1 - i) / edge)));
  const gain = Math.min(10 ** (rms / 20) / rmsOf(out), 10 ** (top / 20) / peakOf(out));
  return out.map((x) => x * gain);
}

/** The highest sample, without its sign. */
export function peakOf(of: Samples): number {
  return of.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
}

/** Root mean square. */
export function rmsOf(of: Samples): number {
  return Math.sqrt(of.reduce((sum, x) => sum + x * x, 0) / of.length);
}

/** One turn of a ring with what leads into it and out of it. */
export function unrolled(ring: Samples): Samples {
  const margin = Math.round(MARGIN_S * RATE);
  const out = new Float64Array(ring.length + 2 * margin);
  for (let i = 0; i < out.length; i++) out[i] = ring[(i - margin + ring.length) % ring.length] ?? 0;
  return out;
}

/** A WAV file of 16 bits. */
export function wavOf(of: Samples): Buffer {
  const data = Buffer.alloc(44 + of.length * 2);
  data.write('RIFF', 0);
  data.writeUInt32LE(36 + of.length * 2, 4);
  data.write('WAVEfmt ', 8);
  data.writeUInt32LE(16, 16);
  data.writeUInt16LE(1, 20);
  data.writeUInt16LE(1, 22);
  data.writeUInt32LE(RATE, 24);
  data.writeUInt32LE(RATE * 2, 28);
  data.writeUInt16LE(2, 32);
  data.writeUInt16LE(16, 34);
  data.write('data', 36);
  data.writeUInt32LE(of.length * 2, 40);
  of.forEach((x, i) => {
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, x)) * 32_767), 44 + i * 2);
  });
  return data;
}
