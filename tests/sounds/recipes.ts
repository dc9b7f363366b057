/** How each sound is made, and how loud it may be. No recording and no voice of anybody is in it: noise, tones and filters only. */
import { SOUNDS, type SoundId } from '#table/sound/catalogue.ts';
import { chant, murmur, oneShout, shouting } from './crowd.ts';
import {
  chanceOf,
  draw,
  echoed,
  filtered,
  lay,
  levelled,
  mixed,
  noise,
  pressed,
  RATE,
  type Samples,
  shaped,
  struck,
} from './synth.ts';

interface Recipe {
  /** RMS wanted over the whole, dBFS. */
  readonly rms: number;
  readonly make: (seconds: number) => Samples;
}

/** No sample goes over this, so that what a lossy encoder adds stays below full scale. */
export const TOP_DB = -7;

/** The sound as its file is to hold it, but for the margins of a loop. */
export function soundOf(id: SoundId): Samples {
  const { ms, loop } = SOUNDS[id];
  const { rms, make } = RECIPES[id];
  const made = make(ms / 1000);
  const whole = new Float64Array(Math.round((ms / 1000) * RATE));
  lay(whole, made, 0);
  return levelled(whole, rms, TOP_DB, loop);
}

const RECIPES: Readonly<Record<SoundId, Recipe>> = {
  // The button of a handheld radio: two short clacks, then the hiss opens.
  'key-click': {
    rms: -24,
    make: (s) => {
      const chance = chanceOf(11);
      const clack = () => shaped(filtered(noise(0.03, chance), 'band', 2400, 1.2), struck(0.0006, 0.004));
      const out = new Float64Array(Math.round(s * RATE));
      lay(out, clack(), 0.004);
      lay(out, clack(), 0.03, 0.6);
      lay(out, shaped(channelNoise(s - 0.04, chance), struck(0.01, 0.04)), 0.04, 0.35);
      return out;
    },
  },
  carrier: { rms: -33, make: (s) => channelNoise(s, chanceOf(12), true) },
  // The burst of noise before the receiver closes: full, then cut off.
  squelch: {
    rms: -22,
    make: (s) =>
      shaped(channelNoise(s, chanceOf(13)), (t) => {
        const held = t < 0.165 ? 0.7 + 1.2 * t : 0;
        return t < 0.165 ? held : 0.9 * 2 ** (-(t - 0.165) / 0.006);
      }),
  },
  tick: {
    rms: -34,
    make: (s) =>
      shaped(
        draw(s, (t) => Math.sin(2 * Math.PI * 1180 * t)),
        struck(0.003, 0.012),
      ),
  },
  siren: { rms: -18, make: (s) => echoed(wail(s), true, [0.11, 0.23], 0.3) },
  'siren-far': {
    rms: -24,
    make: (s) =>
      filtered(
        echoed(filtered(wail(s), 'low', 900, Math.SQRT1_2, true), true, [0.13, 0.29, 0.47, 0.71], 0.8, 700),
        'high',
        300,
        Math.SQRT1_2,
        true,
      ),
  },
  'engine-idle': { rms: -26, make: (s) => motor(s, 27, 0.55, 21) },
  'engine-drive': {
    rms: -23,
    make: (s) => mixed([motor(s, 58, 0.3, 22), 1], [tyres(s, 23), 0.9]),
  },
  'crowd-murmur': { rms: -25, make: (s) => murmur(s, chanceOf(31)) },
  'crowd-shouting': { rms: -21, make: (s) => shouting(s, chanceOf(32)) },
  'crowd-chanting': { rms: -21, make: (s) => chant(s, chanceOf(33)) },
  street: { rms: -34, make: street },
  // A sliding door: it rolls, then falls into its lock.
  'van-door': {
    rms: -22,
    make: (s) => {
      const chance = chanceOf(51);
      const roll = shaped(filtered(noise(0.62, chance), 'band', 620, 0.8), (t, share) => {
        const wheel = 0.65 + 0.35 * Math.sin(2 * Math.PI * 31 * t);
        return Math.sin(Math.PI * share) ** 0.6 * wheel;
      });
      const out = new Float64Array(Math.round(s * RATE));
      lay(out, roll, 0, 0.5);
      lay(out, thud(0.34, 92, 0.045, chance), 0.6, 1.5);
      lay(out, shaped(filtered(noise(0.12, chance), 'band', 2100, 2), struck(0.001, 0.012)), 0.605, 0.9);
      return echoed(out, false, [0.05], 0.2);
    },
  },
  // Sheet metal and glass.
  crash: {
    rms: -19,
    make: (s) => {
      const chance = chanceOf(52);
      const out = new Float64Array(Math.round(s * RATE));
      lay(out, thud(0.5, 74, 0.07, chance), 0.005, 1.5);
      lay(out, shaped(filtered(noise(0.7, chance), 'band', 900, 0.5), struck(0.002, 0.07)), 0.005, 1.2);
      lay(out, rung(1.2, [311, 523, 787, 1213, 1731], 0.11, chance), 0.012, 0.35);
      lay(out, shards(1.3, 46, chance), 0.08, 0.4);
      return echoed(pressed(out, 1.3), false, [0.09, 0.17], 0.25);
    },
  },
  // Two blows on a door; the second breaks it.
  ram: {
    rms: -19,
    make: (s) => {
      const chance = chanceOf(53);
      const out = new Float64Array(Math.round(s * RATE));
      const blow = () =>
        mixed(
          [thud(0.3, 68, 0.05, chance), 1.3],
          [shaped(filtered(noise(0.3, chance), 'band', 480, 0.9), struck(0.001, 0.03)), 0.9],
        );
      lay(out, blow(), 0.01);
      lay(out, blow(), 0.62, 1.15);
      for (let i = 0; i < 9; i++) {
        const crack = shaped(
          filtered(noise(0.05, chance), 'band', 1500 + 1700 * chance(), 1.5),
          struck(0.0005, 0.006),
        );
        lay(out, crack, 0.63 + 0.2 * chance(), 0.8);
      }
      return echoed(out, false, [0.07, 0.15], 0.3);
    },
  },
  spray: {
    rms: -26,
    make: (s) =>
      shaped(
        filtered(noise(s, chanceOf(54)), 'high', 3200),
        (t, share) =>
          Math.min(1, t / 0.02, (1 - share) / 0.12) * (0.85 + 0.15 * Math.sin(2 * Math.PI * 13 * t)),
      ),
  },
  horn: {
    rms: -21,
    make: (s) => {
      const reed = (hertz: number) =>
        draw(s, (t) =>
          [1, 2, 3, 4, 5, 6, 7].reduce(
            (sum, n) => sum + Math.sin(2 * Math.PI * hertz * n * t + n) / n ** 0.8,
            0,
          ),
        );
      const both = filtered(mixed([reed(392), 1], [reed(494), 0.9]), 'band', 1100, 0.6);
      return echoed(
        shaped(both, (t, share) => Math.min(1, t / 0.015, (1 - share) / 0.06)),
        false,
        [0.12, 0.26],
        0.2,
      );
    },
  },
  glass: {
    rms: -24,
    make: (s) => {
      const chance = chanceOf(56);
      const out = new Float64Array(Math.round(s * RATE));
      lay(out, shaped(filtered(noise(0.12, chance), 'high', 2500), struck(0.0005, 0.012)), 0.003, 1.2);
      lay(out, shards(s - 0.1, 70, chance), 0.02, 0.7);
      return out;
    },
  },
  shout: { rms: -20, make: (s) => echoed(oneShout(s - 0.25, chanceOf(57)), false, [0.1, 0.21], 0.3) },
};

/** What a radio's loudspeaker lets through of a receiver's noise. */
function channelNoise(seconds: number, chance: () => number, round = false): Samples {
  const white = noise(seconds, chance);
  return filtered(filtered(white, 'high', 420, Math.SQRT1_2, round), 'low', 2900, 0.9, round);
}

/** One slow rise and fall of a wail siren. Its phase closes over the turn, so that it can go round. */
function wail(seconds: number): Samples {
  const hertz = (share: number) => 560 * (1480 / 560) ** ((1 - Math.cos(2 * Math.PI * share)) / 2);
  const n = Math.round(seconds * RATE);
  let cycles = 0;
  for (let i = 0; i < n; i++) cycles += hertz(i / n) / RATE;
  const stretch = Math.round(cycles) / cycles;
  let phase = 0;
  const out = draw(seconds, (_, i) => {
    phase += (hertz(i / n) * stretch) / RATE;
    const w = 2 * Math.PI * phase;
    return Math.sin(w) + 0.45 * Math.sin(2 * w) + 0.3 * Math.sin(3 * w) + 0.12 * Math.sin(5 * w);
  });
  return filtered(pressed(out, 0.9), 'low', 3400, Math.SQRT1_2, true);
}

/** A motor: pulses at `hertz` with their overtones, unsteady as a motor is, rounded to whole turns of the ring. */
function motor(seconds: number, hertz: number, rough: number, seed: number): Samples {
  const chance = chanceOf(seed);
  const whole = (f: number) => Math.round(f * seconds) / seconds;
  const tones = Array.from({ length: 14 }, (_, i) => ({
    hertz: whole((hertz * (i + 1)) / 2),
    gain: (0.5 + chance()) / (i + 1) ** 1.05,
    phase: 2 * Math.PI * chance(),
  }));
  const hum = draw(seconds, (t) =>
    tones.reduce((sum, { hertz: f, gain, phase }) => sum + gain * Math.sin(2 * Math.PI * f * t + phase), 0),
  );
  const air = filtered(noise(seconds, chance), 'band', 240, 0.6, true);
  const beat = whole(hertz / 2);
  const breath = shaped(air, (t) => 1 + rough * Math.sin(2 * Math.PI * beat * t));
  return filtered(mixed([hum, 0.35], [breath, 2.2]), 'low', 620, Math.SQRT1_2, true);
}

function tyres(seconds: number, seed: number): Samples {
  return filtered(
    filtered(noise(seconds, chanceOf(seed)), 'low', 1300, Math.SQRT1_2, true),
    'high',
    180,
    Math.SQRT1_2,
    true,
  );
}

/** A street at dusk: a far road that swells and falls, the hum of the city, a few crickets. */
function street(seconds: number): Samples {
  const chance = chanceOf(41);
  const round = (n: number, t: number, phase = 0) => Math.sin((2 * Math.PI * n * t) / seconds + phase);
  const far = filtered(
    filtered(noise(seconds, chance), 'low', 260, 0.6, true),
    'high',
    45,
    Math.SQRT1_2,
    true,
  );
  const road = shaped(far, (t) => 1 + 0.32 * round(1, t) + 0.2 * round(3, t, 1.3));
  const air = shaped(
    filtered(noise(seconds, chance), 'band', 900, 0.4, true),
    (t) => 1 + 0.25 * round(2, t, 0.6),
  );
  const hum = draw(seconds, (t) => Math.sin(2 * Math.PI * 120 * t) + 0.4 * Math.sin(2 * Math.PI * 240 * t));
  const out = mixed([road, 6], [air, 0.22], [hum, 0.02]);
  for (const [hertz, every, gain, shift] of [
    [4180, 0.5, 0.02, 0.1],
    [4620, 0.625, 0.013, 0.33],
  ] as const) {
    const chirp = draw(
      0.16,
      (t) =>
        Math.sin(2 * Math.PI * hertz * t) *
        Math.sin((Math.PI * t) / 0.16) *
        (0.5 + 0.5 * Math.sin(2 * Math.PI * 62 * t)),
    );
    for (let at = 0; at < seconds - 0.01; at += every) {
      if (chance() < 0.72) lay(out, chirp, at + shift, gain * (0.6 + 0.4 * chance()), true);
    }
  }
  return out;
}

/** A heavy blow: a tone that falls a little as it dies. */
function thud(seconds: number, hertz: number, half: number, chance: () => number): Samples {
  const fall = shaped(
    draw(seconds, (t) => Math.sin(2 * Math.PI * hertz * (t + 0.012 * (1 - 2 ** (-t / 0.02))))),
    struck(0.002, half),
  );
  const skin = shaped(filtered(noise(seconds, chance), 'low', 340), struck(0.001, half / 2));
  return mixed([fall, 1], [skin, 1.6]);
}

/** Metal that rings on. */
function rung(seconds: number, hertz: readonly number[], half: number, chance: () => number): Samples {
  const tones = hertz.map((f) => ({
    f: f * (0.98 + 0.04 * chance()),
    p: 6.28 * chance(),
    h: half * (0.6 + chance()),
  }));
  return draw(seconds, (t) =>
    tones.reduce((sum, { f, p, h }) => sum + Math.sin(2 * Math.PI * f * t + p) * 2 ** (-t / h), 0),
  );
}

/** Broken glass that falls: many short high tones, most of them soon. */
function shards(seconds: number, count: number, chance: () => number): Samples {
  const out = new Float64Array(Math.round(seconds * RATE));
  for (let i = 0; i < count; i++) {
    const hertz = 2300 + 5200 * chance();
    const half = 0.006 + 0.028 * chance();
    const ping = shaped(
      draw(0.22, (t) => Math.sin(2 * Math.PI * hertz * t)),
      struck(0.0008, half),
    );
    lay(out, ping, (seconds - 0.25) * chance() ** 2.2, 0.2 + 0.8 * chance());
  }
  return out;
}
