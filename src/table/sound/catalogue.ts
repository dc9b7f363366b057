/**
 * Every sound there is: what it belongs to, whether it goes round, how long it is. The files are made by tests/sounds/make.ts and lie in
 * assets/sounds, each as webm (Opus) and m4a (AAC).
 */

/** What a listener sets the loudness of: the radio itself, spoken lines, what happens in the street, the air of the place. */
export type SoundKind = 'radio' | 'voices' | 'scene' | 'room';

export interface Sound {
  readonly kind: SoundKind;
  /** It goes round without a seam until it is stopped. */
  readonly loop: boolean;
  /** Length, or one turn of it, in milliseconds. */
  readonly ms: number;
}

export const SOUNDS = {
  'key-click': { kind: 'radio', loop: false, ms: 120 },
  carrier: { kind: 'radio', loop: true, ms: 2_000 },
  squelch: { kind: 'radio', loop: false, ms: 240 },
  tick: { kind: 'radio', loop: false, ms: 90 },
  siren: { kind: 'scene', loop: true, ms: 4_600 },
  'siren-far': { kind: 'scene', loop: true, ms: 4_600 },
  'engine-idle': { kind: 'scene', loop: true, ms: 2_000 },
  'engine-drive': { kind: 'scene', loop: true, ms: 3_000 },
  'crowd-murmur': { kind: 'scene', loop: true, ms: 9_000 },
  'crowd-shouting': { kind: 'scene', loop: true, ms: 7_000 },
  'crowd-chanting': { kind: 'scene', loop: true, ms: 6_400 },
  street: { kind: 'room', loop: true, ms: 10_000 },
  'van-door': { kind: 'scene', loop: false, ms: 1_100 },
  crash: { kind: 'scene', loop: false, ms: 1_600 },
  ram: { kind: 'scene', loop: false, ms: 1_300 },
  spray: { kind: 'scene', loop: false, ms: 900 },
  horn: { kind: 'scene', loop: false, ms: 900 },
  glass: { kind: 'scene', loop: false, ms: 1_200 },
  shout: { kind: 'scene', loop: false, ms: 800 },
} as const satisfies Record<string, Sound>;

export type SoundId = keyof typeof SOUNDS;

/** Whether the desk has such a sound; authors may name others. */
export function isSound(id: string): id is SoundId {
  return Object.hasOwn(SOUNDS, id);
}

/** A file holds a loop with this much of it before its first and after its last turn: decoders may shift a file a little. */
export const LOOP_MARGIN_MS = 150;
