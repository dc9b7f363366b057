/** The sounds of one run: listens to the seat's view and tells a player what to do. Silent until the reader has touched the page. */
import type { SeatView } from '#exercise/view.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import { SOUNDS, type SoundId } from './catalogue.ts';
import { voiceFor } from './files.ts';
import { type Beds, type Mix, mixOf, ordersOf, type Spoken } from './mix.ts';
import { hearNothing, makePlayer, type Player } from './player.ts';
import type { Recorded } from './recordings.ts';
import { shareOf, type VOLUME_NAMES, type Volumes } from './volumes.ts';

export interface SoundDesk {
  /** Called whenever the view changed and a few times a second; `moving` is whether the clock runs. Never throws. */
  hear(view: SeatView, moving: boolean): void;
  volumes(volumes: Volumes): void;
  close(): void;
}
/** How long a call holds the channel where no recording says how long: a little, and more for long ones. */
const SHORTEST_CALL_MS = 700;
const LONGEST_CALL_MS = 2_600;
const LETTER_MS = 14;

/**
 * Nothing is played, and no sound is set up, before a first touch or key: browsers refuse it, and a page should not begin by itself.
 * `reading` chooses recordings of spoken lines; `player` and `allowed` are for tests.
 */
export function makeSoundDesk(of: {
  readonly volumes: Volumes;
  readonly map: MapPlan | null;
  readonly reading?: Recorded;
  readonly player?: () => Player;
  readonly allowed?: (go: () => void) => () => void;
}): SoundDesk {
  const { map, reading = { lang: 'en', words: 'codes' } } = of;
  let { volumes } = of;
  let player: Player | null = null;
  let before: Mix | null = null;
  let playing: Beds | null = null;
  let tail: ReturnType<typeof setTimeout> | undefined;
  const stopWaiting = (of.allowed ?? onFirstTouch)(() => {
    try {
      player = (of.player ?? makePlayer)();
      play(before, false);
    } catch {
      player = null;
    }
  });
  const stopWatching = of.player === undefined ? whileHidden() : () => undefined;

  return {
    hear(view, moving) {
      try {
        before = mixOf(before, view, map, moving);
        play(before, true);
      } catch {
        // A view that cannot be heard is still read.
        return;
      }
    },
    volumes(next) {
      volumes = next;
      if (player === null || playing === null) return;
      try {
        for (const order of ordersOf(null, playing)) {
          if (order.do === 'start') player.bed(order.bed, share(order.bed, order.level));
        }
        if (volumes.muted) letGo();
      } catch {
        return;
      }
    },
    close() {
      stopWaiting();
      stopWatching();
      letGo();
      player?.close();
      player = null;
    },
  };

  function share(id: SoundId, level = 1): number {
    return level * shareOf(volumes, SOUNDS[id].kind);
  }

  function play(mix: Mix | null, withShots: boolean): void {
    if (player === null || mix === null) return;
    for (const order of ordersOf(playing, mix.beds)) {
      if (order.do === 'stop') player.still(order.bed);
      else player.bed(order.bed, share(order.bed, order.level));
    }
    playing = mix.beds;
    if (!withShots || volumes.muted) return;
    for (const id of mix.shots) player.shot(id, share(id));
    if (mix.spoken !== null) speak(player, mix.spoken);
  }

  /** Key, channel and what is said in it, then the tail when it is let go. A new call takes the channel from the one before. */
  function speak(on: Player, { line, radio, whole, letters }: Spoken): void {
    const recording = whole ? voiceFor(line, reading) : null;
    if (!radio && recording === null) return;
    letGo();
    if (radio) {
      on.shot('key-click', share('key-click'));
      on.bed('carrier', share('carrier'));
    }
    const over = () => {
      if (!radio) return;
      on.still('carrier');
      on.shot('squelch', share('squelch'));
    };
    if (recording !== null) on.speak(recording, shareOf(volumes, 'voices'), over);
    else tail = setTimeout(over, Math.min(LONGEST_CALL_MS, SHORTEST_CALL_MS + LETTER_MS * letters));
  }

  function letGo(): void {
    clearTimeout(tail);
    player?.hush();
    player?.still('carrier');
  }
}

/** Lets the reader hear one kind as it is set now; `all` is heard as the radio is. Answers how to end it early. */
export function tryOut(name: (typeof VOLUME_NAMES)[number], volumes: Volumes): () => void {
  const player = makePlayer();
  const heard = { ...volumes, muted: false };
  if (name === 'room' || name === 'scene') {
    const bed = name === 'room' ? 'street' : 'crowd-shouting';
    player.bed(bed, shareOf(heard, name));
    const timer = setTimeout(() => player.still(bed), 2_500);
    return () => {
      clearTimeout(timer);
      player.close();
    };
  }
  const kind = name === 'all' ? 'radio' : name;
  player.shot('key-click', shareOf(heard, kind));
  const timer = setTimeout(() => player.shot('squelch', shareOf(heard, kind)), 500);
  return () => clearTimeout(timer);
}

function onFirstTouch(go: () => void): () => void {
  if (navigator.userActivation?.hasBeenActive) {
    go();
    return () => undefined;
  }
  const once = new AbortController();
  const touched = () => {
    once.abort();
    go();
  };
  for (const kind of ['pointerup', 'keydown']) {
    addEventListener(kind, touched, { signal: once.signal, capture: true });
  }
  return () => once.abort();
}

/** A page that nobody looks at is silent. */
function whileHidden(): () => void {
  const changed = () => hearNothing(document.visibilityState === 'hidden');
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
