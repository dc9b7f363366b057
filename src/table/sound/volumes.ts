/** How loud the reader wants each kind of sound, remembered on this machine (TB84). Plain values. */
import type { SoundKind } from './catalogue.ts';

/** 0 to 100 each; `all` is a share of the others. */
export type Volumes = Readonly<Record<SoundKind | 'all', number>> & { readonly muted: boolean };

export const FIRST_VOLUMES: Volumes = { all: 70, radio: 80, voices: 100, scene: 80, room: 60, muted: false };
/** In the order in which they are offered. */
export const VOLUME_NAMES = ['all', 'radio', 'voices', 'scene', 'room'] as const;

/** The share, 0 to 1, at which a sound of that kind is played. What is heard doubles about every ten, so the share bends. */
export function shareOf(volumes: Volumes, kind: SoundKind): number {
  if (volumes.muted) return 0;
  return ((volumes.all / 100) * (volumes[kind] / 100)) ** 1.6;
}

/** What was kept; anything missing, damaged or out of range is the first one. */
export function readVolumes(kept: unknown): Volumes {
  if (typeof kept !== 'object' || kept === null) return FIRST_VOLUMES;
  const given: Readonly<Record<string, unknown>> = { ...kept };
  const of = (name: (typeof VOLUME_NAMES)[number]) => {
    const value = given[name];
    const fits = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100;
    return fits ? value : FIRST_VOLUMES[name];
  };
  return {
    all: of('all'),
    radio: of('radio'),
    voices: of('voices'),
    scene: of('scene'),
    room: of('room'),
    muted: given.muted === true,
  };
}
