/** The shipped room as a later version of the page has it: another title in the scenario, another sentence in the law. */
import { hashOf } from '#language/canonical.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { Library, Listing } from '#table/library/library.ts';
import { flagship, room, type TestRoom } from './shipped-room.ts';

/** A page of a later version over the runs of an earlier one. */
export async function laterRoom(
  before: TestRoom,
  changed: { readonly scenario?: boolean; readonly law?: boolean },
): Promise<TestRoom> {
  const library: Library = {
    ...before.library,
    scenarios: changed.scenario === false ? before.library.scenarios : [await retitled(flagship())],
    law: async () => (changed.law === true ? reworded(await before.library.law()) : before.library.law()),
  };
  return { ...room(before.shelf.journal), library };
}

async function retitled(listing: Listing): Promise<Listing> {
  const { default: playbook } = await listing.load();
  const other: Playbook = {
    ...playbook,
    texts: { ...playbook.texts, [playbook.title]: 'A call with another name' },
  };
  return {
    ...listing,
    info: { ...listing.info, title: 'A call with another name' },
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
