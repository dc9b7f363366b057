/** Names that a plan uses, held against its scenario (SPEC SC8). */
import type { PlaybookDraft } from './draft/playbook-draft.ts';
import { into, type Site } from './draft/site.ts';
import type { Playbook } from './playbook.ts';

/** Reports a name that is not among those known; `isKey` where the name itself is a key. */
export function find(
  name: string,
  known: readonly { readonly id: string }[],
  site: Site,
  what: string,
  draft: PlaybookDraft,
  isKey = false,
): void {
  const declared = new Map(known.map((one, n) => [one.id, n]));
  if (isKey) draft.findKey(declared, name, site, 'SC0601', what);
  else draft.find(declared, name, site, 'SC0601', what);
}

/** Facts and their values. */
export function checkKnown(
  known: Readonly<Record<string, string>>,
  site: Site,
  playbook: Playbook | null,
  draft: PlaybookDraft,
): void {
  if (playbook === null) return;
  for (const [fact, value] of Object.entries(known)) {
    const slots = playbook.slots
      .filter((slot) => slot.known !== null)
      .map((slot) => ({ id: slot.known?.fact ?? '', slot }));
    const held = slots.find((one) => one.id === fact)?.slot.values;
    find(fact, slots, into(site, fact), 'fact', draft, true);
    if (held)
      find(
        value,
        held.map((one) => ({ id: one })),
        into(site, fact),
        `value of ${fact}`,
        draft,
      );
  }
}

/** The truths that a plan wants drawn. */
export function checkTruth(
  wanted: Readonly<Record<string, string>>,
  playbook: Playbook,
  site: Site,
  draft: PlaybookDraft,
): void {
  const truths = playbook.slots.filter((slot) => slot.id.startsWith('truth.'));
  for (const [name, value] of Object.entries(wanted)) {
    const values = truths.find((slot) => slot.id === `truth.${name}`)?.values;
    find(
      name,
      truths.map((slot) => ({ id: slot.id.slice('truth.'.length) })),
      into(site, name),
      'truth',
      draft,
      true,
    );
    if (values)
      find(
        value,
        values.map((one) => ({ id: one })),
        into(site, name),
        `value of ${name}`,
        draft,
      );
  }
}
