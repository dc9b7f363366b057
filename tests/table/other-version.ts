/** The shipped room as a later version of the page has it: other words in the scenario or none of it, other sentences in the law. */
import { hashOf } from '#language/canonical.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Library, Listing } from '#table/library/library.ts';
import { flagship, room, type TestRoom } from './shipped-room.ts';

/** What became of the scenario: another title, another word in its Spanish file, no such scenario any more, nothing. */
type Became = 'retitled' | 'respelled' | 'removed' | 'as it was';

/** A page of a later version over the runs of an earlier one. */
export async function laterRoom(
  before: TestRoom,
  changed: { readonly scenario?: Became; readonly law?: boolean },
): Promise<TestRoom> {
  const library: Library = {
    ...before.library,
    scenarios: await scenarios[changed.scenario ?? 'retitled'](),
    law: async () => (changed.law === true ? reworded(await before.library.law()) : before.library.law()),
  };
  return { ...room(before.storage.journal), library };
}

const scenarios: Record<Became, () => Promise<readonly Listing[]>> = {
  retitled: async () => [
    await reworked((playbook) => ({
      ...playbook,
      texts: { ...playbook.texts, [playbook.title]: 'A call with another name' },
    })),
  ],
  respelled: async () => [
    await reworked(({ translations, title, ...playbook }) => ({
      ...playbook,
      title,
      translations: { ...translations, es: { ...translations.es, [title]: 'Rapto en Larkspur Court' } },
    })),
  ],
  removed: async () => [],
  'as it was': async () => [flagship()],
};

async function reworked(change: (playbook: Playbook) => Playbook): Promise<Listing> {
  const listing = flagship();
  const { default: playbook } = await listing.load();
  const other = change(playbook);
  return {
    ...listing,
    info: { ...listing.info, title: other.texts[other.title] ?? '' },
    hash: hashOf(other),
    load: async () => ({ default: other }),
  };
}

/** Every rule forbids what it was about, and says so. */
function reworded(law: Law): Law {
  const layers = Object.entries(law.layers).map(([id, layer]) => [
    id,
    { ...layer, rules: layer.rules.map((rule) => ({ ...rule, title: `Lately: ${rule.title}` })) },
  ]);
  return { ...law, layers: Object.fromEntries(layers) };
}
