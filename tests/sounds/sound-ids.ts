/** The ids of the catalogue, in its order. */
import { SOUNDS, type SoundId } from '#table/sound/catalogue.ts';

export const SOUND_IDS = Object.keys(SOUNDS) as readonly SoundId[];
