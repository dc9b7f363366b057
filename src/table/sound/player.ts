/**
 * Plays files with Howler. Nothing that fails here reaches anybody: a file that is missing, blocked or cannot be decoded is silent (TB83).
 *
 * Files are fetched and handed over as bytes, so that what has come needs no network, and no new permission for media.
 */
import { Howl, Howler, type HowlOptions } from 'howler';
import { LOOP_MARGIN_MS, SOUNDS, type SoundId } from './catalogue.ts';
import { addressesOf, builtIn } from './files.ts';

/** What a sound desk needs of whoever makes the sounds. `share` is 0 to 1. */
export interface Player {
  /** Goes round until stopped; called again it only changes how loud. */
  bed(id: SoundId, share: number): void;
  /** Fades it out. */
  still(id: SoundId): void;
  shot(id: SoundId, share: number): void;
  /** Calls `over` when it is, or at once if it cannot be played. */
  speak(addresses: readonly string[], share: number, over: () => void): void;
  /** Ends what is being spoken without calling `over`. */
  hush(): void;
  close(): void;
}
/** Long enough that nothing clicks, short enough that a pause is one. */
const FADE_MS = 350;
/** What passes by comes sooner than it goes. */
const PASSING_MS = 900;

/** A player of its own; files are loaded when they are first wanted. */
export function makePlayer(): Player {
  const beds = new Map<SoundId, { share: number; on: Howl | null; id: number }>();
  let spoken: Howl | null = null;
  let open = true;
  return {
    bed(id, share) {
      const playing = beds.get(id);
      if (playing !== undefined) {
        if (playing.on !== null) playing.on.fade(playing.share, share, FADE_MS, playing.id);
        playing.share = share;
        return;
      }
      const bed: { share: number; on: Howl | null; id: number } = { share, on: null, id: 0 };
      beds.set(id, bed);
      quietly(async () => {
        const howl = await loaded(id);
        if (!open || howl === null || beds.get(id) !== bed) return;
        bed.on = howl;
        bed.id = howl.play('turn');
        howl.volume(0, bed.id);
        howl.fade(0, bed.share, FADE_MS, bed.id);
      });
    },
    still(id) {
      const bed = beds.get(id);
      beds.delete(id);
      if (bed === undefined || bed.on === null) return;
      const { on } = bed;
      on.fade(bed.share, 0, FADE_MS, bed.id);
      on.once('fade', () => on.stop(bed.id), bed.id);
    },
    shot(id, share) {
      quietly(async () => {
        const howl = await loaded(id);
        if (!open || howl === null) return;
        if (!SOUNDS[id].loop) {
          howl.volume(share, howl.play());
          return;
        }
        const passing = howl.play('once');
        howl.volume(0, passing);
        howl.fade(0, share, PASSING_MS, passing);
        howl.once('fade', () => howl.fade(share, 0, SOUNDS[id].ms - PASSING_MS, passing), passing);
      });
    },
    speak(addresses, share, over) {
      quietly(async () => {
        const howl = await firstThatDecodes(addresses);
        if (!open || howl === null) return over();
        spoken = howl;
        howl.once('end', over);
        howl.volume(share, howl.play());
      });
    },
    hush() {
      spoken?.off('end');
      spoken?.stop();
      spoken = null;
    },
    close() {
      open = false;
      for (const { on, id } of beds.values()) on?.stop(id);
      beds.clear();
      spoken?.unload();
    },
  };
}

/** Everything or nothing is heard, at once: for a page that nobody looks at. */
export function hearNothing(on: boolean): void {
  Howler.mute(on);
}

/** Brings every built-in sound onto this machine, so that the network may go away. Never throws. */
export async function fetchAll(): Promise<void> {
  await Promise.all(builtIn().map((id) => bytesOf(addressesOf(id)[0] ?? '')));
}

/** Which part of a file goes round, and which is one turn of it. */
type Turn = Pick<HowlOptions, 'sprite'>;
const howls = new Map<SoundId, Promise<Howl | null>>();
const files = new Map<string, Promise<string | null>>();

function loaded(id: SoundId): Promise<Howl | null> {
  const before = howls.get(id);
  if (before !== undefined) return before;
  const { loop, ms } = SOUNDS[id];
  const whole: [number, number] = [LOOP_MARGIN_MS, ms];
  const turn: Turn = loop ? { sprite: { turn: [...whole, true], once: whole } } : {};
  const coming = firstThatDecodes(addressesOf(id), turn);
  howls.set(id, coming);
  return coming;
}

/** The first of several formats that comes and can be decoded; null if none. */
async function firstThatDecodes(addresses: readonly string[], turn: Turn = {}): Promise<Howl | null> {
  for (const address of addresses) {
    const bytes = await bytesOf(address);
    const howl =
      bytes === null ? null : await decoded(bytes, address.endsWith('.webm') ? 'webm' : 'm4a', turn);
    if (howl !== null) return howl;
  }
  return null;
}

function decoded(bytes: string, format: 'webm' | 'm4a', turn: Turn): Promise<Howl | null> {
  return new Promise((resolve) => {
    const type = format === 'webm' ? 'audio/webm' : 'audio/mp4';
    const howl: Howl = new Howl({
      src: [`data:${type};base64,${bytes}`],
      format: [format],
      ...turn,
      onload: () => resolve(howl),
      onloaderror: () => resolve(null),
    });
  });
}

/** The file in base64; null where it did not come. Asked for once. */
function bytesOf(address: string): Promise<string | null> {
  const before = files.get(address);
  if (before !== undefined) return before;
  const coming = fetch(address)
    .then(async (answer) => (answer.ok ? base64(new Uint8Array(await answer.arrayBuffer())) : null))
    .catch(() => null);
  files.set(address, coming);
  return coming;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}

function quietly(what: () => Promise<void>): void {
  what().catch(() => undefined);
}
