/** The sounds as files: every one is there twice, of the right length, small, and what the script makes today. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOOP_MARGIN_MS, SOUNDS } from '#table/sound/catalogue.ts';
import { millisecondsOf } from './container.ts';
import { soundOf } from './recipes.ts';
import { SOUND_IDS } from './sound-ids.ts';
import { peakOf, rmsOf, unrolled, wavOf } from './synth.ts';

const FOLDER = join(import.meta.dirname, '../../assets/sounds');
const WHOLE_SET_KB = 600;
const made = JSON.parse(readFileSync(join(FOLDER, 'made.json'), 'utf8')) as Readonly<
  Record<string, { readonly wav: string; readonly webm: string; readonly m4a: string }>
>;
const decibels = (x: number) => 20 * Math.log10(x);

test('[TB85] every sound of the catalogue is there as webm and m4a, no file is left over, and the set is small', () => {
  const wanted = SOUND_IDS.flatMap((id) => [`${id}.webm`, `${id}.m4a`]);
  expect(readdirSync(FOLDER).sort()).toEqual([...wanted, 'made.json'].sort());
  const bytes = wanted.reduce((sum, file) => sum + readFileSync(join(FOLDER, file)).length, 0);
  expect(bytes / 1000).toBeLessThan(WHOLE_SET_KB);
  expect(bytes / 1000).toBeGreaterThan(100);
});

test('[TB85] each file lasts as long as the catalogue says, and a loop as much longer as its margins', () => {
  for (const id of SOUND_IDS) {
    const { ms, loop } = SOUNDS[id];
    const wanted = ms + (loop ? 2 * LOOP_MARGIN_MS : 0);
    for (const ending of ['webm', 'm4a'] as const) {
      const lasts = millisecondsOf(readFileSync(join(FOLDER, `${id}.${ending}`)), ending);
      // Encoders round up to their own frames.
      expect(lasts - wanted, `${id}.${ending}`).toBeGreaterThanOrEqual(-3);
      expect(lasts - wanted, `${id}.${ending}`).toBeLessThan(45);
    }
  }
});

test('[TB85] what is kept is what the script makes: same synthesis, same files', { timeout: 120_000 }, () => {
  for (const id of SOUND_IDS) {
    const sound = soundOf(id);
    const { loop, ms } = SOUNDS[id];
    expect(hash(wavOf(loop ? unrolled(sound) : sound)), id).toBe(made[id]?.wav);
    for (const ending of ['webm', 'm4a'] as const) {
      expect(hash(readFileSync(join(FOLDER, `${id}.${ending}`))), `${id}.${ending}`).toBe(made[id]?.[ending]);
    }
    // Never near full scale, never lost.
    expect(decibels(peakOf(sound)), id).toBeLessThanOrEqual(-6.9);
    expect(decibels(rmsOf(sound)), id).toBeGreaterThan(-40);
    expect(decibels(rmsOf(sound)), id).toBeLessThan(-15);
    if (!loop) continue;
    // The step from the last sample to the first is one like any other, and the file goes on past its turn as it began.
    const step = Math.abs((sound[0] ?? 0) - (sound.at(-1) ?? 0));
    let longest = 0;
    for (let i = 1; i < sound.length; i++)
      longest = Math.max(longest, Math.abs((sound[i] ?? 0) - (sound[i - 1] ?? 0)));
    expect(step, `${id} has a seam`).toBeLessThanOrEqual(longest);
    const whole = unrolled(sound);
    expect(whole.length, id).toBe(sound.length + 2 * Math.round(48 * LOOP_MARGIN_MS));
    for (const at of [0, 777, 7_000]) expect(whole[at + Math.round(48 * ms)], id).toBe(whole[at]);
  }
});

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
