/** The opening a plan is run with where nobody says otherwise. */
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Opening } from '#exercise/entries.ts';
import { hashOf } from '#language/canonical.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** What may be said otherwise. */
export type OpeningWish = Partial<Omit<Opening, 'engine' | 'scenario' | 'playbook'>>;

/** No law is pinned: a plan's run is ruled under whatever pack is asked for. A digest like any other, so that its run file is read. */
const UNPINNED = `sha256:${'0'.repeat(64)}`;

/** An opening of this playbook: seed 1, guided, discussion clock, normal time, English, the first seat that can play alone. */
export function planOpening(playbook: Playbook, wish: OpeningWish = {}): Opening {
  const solo = playbook.seats.find((seat) => seat.solo) ?? playbook.seats[0];
  return {
    pack: { id: 'neutral', hash: UNPINNED, asOf: playbook.asOf },
    switches: {},
    seed: 1,
    extended: 100,
    language: 'en',
    seats: solo ? [solo.id] : [],
    level: 'guided',
    clock: 'discussion',
    parent: null,
    ...wish,
    engine: ENGINE_VERSION,
    scenario: playbook.id,
    playbook: pinOf(playbook),
  };
}

/** Worked out once for a playbook: it takes longer than playing a short plan. */
const pins = new WeakMap<Playbook, string>();

function pinOf(playbook: Playbook): string {
  const pin = pins.get(playbook) ?? hashOf(playbook);
  pins.set(playbook, pin);
  return pin;
}
