/**
 * `node tests/sounds/make.ts`: makes assets/sounds anew, each sound as webm (Opus) and m4a (AAC), and notes in made.json what was made.
 *
 * Needs ffmpeg with libopus. What it synthesises is the same every time; what ffmpeg makes of it depends on its version, so the files
 * are kept in the repository and nothing at run time or in tests needs ffmpeg. `node tests/sounds/make.ts /tmp/wav` only writes WAV files
 * there, to look at.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOUNDS, type SoundId } from '#table/sound/catalogue.ts';
import { soundOf } from './recipes.ts';
import { SOUND_IDS } from './sound-ids.ts';
import { unrolled, wavOf } from './synth.ts';

const OUT = join(import.meta.dirname, '../../assets/sounds');
const [only] = process.argv.slice(2);

const made: Record<string, { readonly wav: string; readonly webm: string; readonly m4a: string }> = {};
const room = only ?? mkdtempSync(join(tmpdir(), 'deconflict-sounds-'));
mkdirSync(room, { recursive: true });
mkdirSync(OUT, { recursive: true });
for (const id of SOUND_IDS) {
  const wav = wavOfSound(id);
  const file = join(room, `${id}.wav`);
  writeFileSync(file, wav);
  if (only !== undefined) continue;
  const { kind, loop } = SOUNDS[id];
  // Hiss and hum need little; voices and blows a little more; a motor's waves must meet at the seam of its loop.
  const thin = kind === 'radio' || id === 'street';
  const opus = thin ? '16k' : id.startsWith('engine') ? '64k' : loop ? '24k' : '32k';
  const aac = thin ? '24k' : id.startsWith('engine') ? '64k' : loop ? '40k' : '48k';
  encode(file, id, 'webm', ['-c:a', 'libopus', '-b:a', opus, '-application', 'audio']);
  encode(file, id, 'm4a', ['-c:a', 'aac', '-aac_pns', '0', '-b:a', aac, '-movflags', '+faststart']);
  made[id] = {
    wav: hash(wav),
    webm: hash(readFileSync(path(id, 'webm'))),
    m4a: hash(readFileSync(path(id, 'm4a'))),
  };
}
if (only === undefined) {
  writeFileSync(join(OUT, 'made.json'), `${JSON.stringify(made, null, 2)}\n`);
  rmSync(room, { recursive: true });
}

function wavOfSound(id: SoundId): Buffer {
  const sound = soundOf(id);
  return wavOf(SOUNDS[id].loop ? unrolled(sound) : sound);
}

function encode(from: string, id: SoundId, ending: string, how: readonly string[]): void {
  const clean = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact', '-ac', '1'];
  const args = ['-v', 'error', '-y', '-i', from, ...how, ...clean, path(id, ending)];
  const { status, stderr } = spawnSync('ffmpeg', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`ffmpeg could not make ${id}.${ending}: ${stderr}`);
}

function path(id: string, ending: string): string {
  return join(OUT, `${id}.${ending}`);
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
