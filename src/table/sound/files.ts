/** Where the sounds lie once the page is built: addresses of assets/sounds and, where somebody recorded lines, assets/voices. */
import { isSound, type SoundId } from './catalogue.ts';
import { catalogued, type Recorded, recordingOf } from './recordings.ts';

const sounds = import.meta.glob<string>('../../../assets/sounds/*.{webm,m4a}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const voices = import.meta.glob<string>('../../../assets/voices/*/*.{webm,m4a}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const SPOKEN = catalogued(voices);

/** The addresses of a sound, the smaller format first. Empty where it was not built in. */
export function addressesOf(id: SoundId): readonly string[] {
  return ['webm', 'm4a'].flatMap((ending) => sounds[`../../../assets/sounds/${id}.${ending}`] ?? []);
}

/** The recording of a line as it is read now; null where nobody made one. */
export function voiceFor(line: string, reading: Recorded): readonly string[] | null {
  return recordingOf(SPOKEN, line, reading);
}

/** Sounds that were built in, for whoever brings them in early. */
export function builtIn(): readonly SoundId[] {
  return Object.keys(sounds)
    .filter((path) => path.endsWith('.webm'))
    .map((path) => path.slice(path.lastIndexOf('/') + 1, -'.webm'.length))
    .filter(isSound);
}
