/** A room as the page has it, with the shipped scenarios and law, over a journal of the test's choice. */
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { textOf } from '#exercise/words.ts';
import type { Journal } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';
import { hashOf } from '#language/canonical.ts';
import { scenarioIds } from '#scenario/read.ts';
import type { Library, Listing } from '#table/library/library.ts';
import type { PlaySettings } from '#table/props/screen-props.ts';
import type { Room } from '#table/runs/open-run.ts';
import { runStorageOver } from '#table/runs/run-storage.ts';
import { type HandTempo, handTempo } from './hand-tempo.ts';

const sources = readSources();
const law = shippedLaw();

function shipped(): Library {
  const scenarios = scenarioIds(sources).map((id): Listing => {
    const playbook = shippedPlaybook(id);
    const text = (name: string) => textOf(playbook, name, { lang: 'en', words: 'plain' });
    return {
      info: {
        id,
        title: text(playbook.title),
        role: '',
        situation: '',
        note: '',
        objectives: [],
        minutes: playbook.minutes,
        callsign: '',
        asOf: playbook.asOf,
        startsAt: playbook.startsAt,
      },
      seat: playbook.seats.find((seat) => seat.solo)?.id ?? '',
      hash: hashOf(playbook),
      languages: ['en'],
      load: async () => ({ default: playbook }),
    };
  });
  const packs = Object.values(law.packs).map(({ id, title, review, words }) => ({
    id,
    title,
    review,
    words,
  }));
  return { scenarios, packs, law: async () => law };
}
const library = shipped();

export const settings: PlaySettings = {
  seed: 7,
  clock: 'live',
  level: 'guided',
  pack: 'ca-los-angeles',
  asOf: '2026-06-30',
  lang: 'en',
  extended: 100,
};

export interface TestRoom extends Room {
  readonly tempo: HandTempo;
}
let ids = 0;
export function room(
  journal: Journal = { ...memoryJournal(), lasting: true },
  tempo = handTempo(),
): TestRoom {
  return { library, storage: runStorageOver(journal), tempo, newId: () => `run-${++ids}`, canInstall: true };
}

/** The first shipped scenario. */
export function flagship(): Listing {
  const listing = library.scenarios.find(({ info }) => info.id === 'residence-207');
  if (!listing) throw new Error('residence-207 is not shipped.');
  return listing;
}
