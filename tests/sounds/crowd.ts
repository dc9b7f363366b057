/** Many people at once, without a word: throats as pulses, mouths as three resonances. Nobody's voice is in it. */
import {
  type Chance,
  draw,
  echoed,
  filtered,
  lay,
  mixed,
  noise,
  RATE,
  type Samples,
  shaped,
} from './synth.ts';

/** Resonances of an open mouth, hertz: a, o, e, and the vowel of somebody who mumbles. */
const MOUTHS = [
  [730, 1190, 2500],
  [500, 860, 2440],
  [560, 1750, 2480],
  [500, 1400, 2400],
] as const;

/** Talk at some distance: syllables of many people, none of them clear. */
export function murmur(seconds: number, chance: Chance): Samples {
  const out = new Float64Array(Math.round(seconds * RATE));
  for (let person = 0; person < 17; person++) {
    const pitch = chance() < 0.5 ? 95 + 45 * chance() : 170 + 70 * chance();
    const near = 0.35 + 0.65 * chance();
    let at = seconds * chance();
    const until = at + seconds * (0.55 + 0.4 * chance());
    while (at < until) {
      const long = 0.09 + 0.13 * chance();
      const mouth = MOUTHS[Math.floor(chance() * MOUTHS.length)] ?? MOUTHS[3];
      lay(
        out,
        syllable(long, pitch * (0.92 + 0.18 * chance()), mouth, 0.04, chance),
        at,
        near * (0.5 + 0.5 * chance()),
        true,
      );
      // Talk comes in phrases with breaths between them.
      at += long + (chance() < 0.12 ? 0.4 + 0.7 * chance() : 0.02 + 0.06 * chance());
    }
  }
  return filtered(echoed(out, true, [0.061, 0.127], 0.35, 1600), 'low', 2300, Math.SQRT1_2, true);
}

/** Shouts over each other, each with its own rise and fall. */
export function shouting(seconds: number, chance: Chance): Samples {
  const out = new Float64Array(Math.round(seconds * RATE));
  for (let i = 0; i < 26; i++) {
    lay(out, oneShout(0.35 + 0.45 * chance(), chance), seconds * chance(), 0.3 + 0.7 * chance(), true);
  }
  return mixed([echoed(out, true, [0.083, 0.171], 0.35, 2000), 1], [murmur(seconds, chance), 0.5]);
}

/** Many people together on one beat: three calls and a rest, twice a turn, with hands clapped between. */
export function chant(seconds: number, chance: Chance): Samples {
  const out = new Float64Array(Math.round(seconds * RATE));
  const beat = seconds / 16;
  const people = Array.from({ length: 13 }, () => ({
    pitch: chance() < 0.55 ? 150 + 50 * chance() : 240 + 80 * chance(),
    late: 0.07 * chance(),
    near: 0.4 + 0.6 * chance(),
  }));
  for (let turn = 0; turn < 2; turn++) {
    for (const [on, mouth, lift] of [
      [0, MOUTHS[1], 1],
      [2, MOUTHS[0], 1.12],
      [4, MOUTHS[1], 0.94],
    ] as const) {
      for (const { pitch, late, near } of people) {
        const late2 = late + 0.03 * chance();
        lay(
          out,
          syllable(beat * 1.7, pitch * lift, mouth, 0.1, chance),
          (turn * 8 + on) * beat + late2,
          near,
          true,
        );
      }
    }
    for (const on of [6, 6.5, 7]) {
      for (let hand = 0; hand < 9; hand++) {
        const clap = shaped(
          filtered(noise(0.05, chance), 'band', 1100 + 700 * chance(), 1.1),
          (t) => 2 ** (-t / 0.006),
        );
        lay(out, clap, (turn * 8 + on) * beat + 0.05 * chance(), 0.5 * chance(), true);
      }
    }
  }
  return echoed(out, true, [0.09, 0.19], 0.35, 2000);
}

/** One open call: up, held, down. */
export function oneShout(seconds: number, chance: Chance): Samples {
  const pitch = chance() < 0.6 ? 190 + 90 * chance() : 300 + 110 * chance();
  const mouth = MOUTHS[Math.floor(chance() * 3)] ?? MOUTHS[0];
  return syllable(seconds, pitch, mouth, 0.14, chance);
}

/** A vowel with a bent pitch and some breath in it. */
function syllable(
  seconds: number,
  pitch: number,
  mouth: readonly number[],
  breath: number,
  chance: Chance,
): Samples {
  const bend = 0.1 + 0.1 * chance();
  const shake = 4.5 + 2 * chance();
  let phase = chance();
  const throat = draw(seconds, (t) => {
    const share = t / seconds;
    phase +=
      (pitch *
        (1 + bend * Math.sin(Math.PI * share) - 0.08 * share + 0.012 * Math.sin(2 * Math.PI * shake * t))) /
      RATE;
    const saw = 2 * (phase % 1) - 1;
    return saw * (1 - breath) + (chance() * 2 - 1) * breath;
  });
  const dull = filtered(throat, 'low', 2600);
  const spoken = mixed(
    ...mouth.map((hertz, i) => [filtered(dull, 'band', hertz, 6 + 2 * i), 1 / (1 + 0.7 * i)] as const),
  );
  return shaped(spoken, (_, share) => Math.min(1, share / 0.18, (1 - share) / 0.3));
}
