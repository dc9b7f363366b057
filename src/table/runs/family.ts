/** A run among its second tries: the tree they make, and what was chosen later in the run a second try grew from (SPEC TB17). */
import { branch } from '#debrief/branch.ts';
import { branchTree, type TreeNode } from '#debrief/branch-tree.ts';
import { wordingOf } from '#debrief/wording.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { KeptRun } from '#journal/journal.ts';
import type { Playbook } from '#scenario/playbook.ts';
import type { LaterInWords } from '#table/props/screen-props.ts';
import type { Room } from './open-run.ts';

/** The tree that the run stands in, parents first; one node where it has neither parent nor second tries. Runs that cannot be read are left out. */
export async function familyOf(
  room: Room,
  of: KeptRun,
  playbook: Playbook,
  locale: RenderLocale,
): Promise<readonly TreeNode[]> {
  const cards = await room.storage.journal.list();
  const parents = new Map(
    cards.flatMap((card) => (card.state === 'damaged' ? [] : [[card.id, card.meta.parent ?? null]])),
  );
  const rootOf = (run: string): string => {
    let root = run;
    for (let up = parents.get(root); typeof up === 'string' && parents.has(up); up = parents.get(root))
      root = up;
    return root;
  };
  const root = rootOf(of.id);
  const members = [...parents.keys()].filter((run) => rootOf(run) === root);
  const kept = await Promise.all(
    members.map((run) =>
      room.storage
        .of(run)
        .read(run)
        .catch(() => null),
    ),
  );
  const same = kept
    .filter((one) => one !== null)
    .filter((one) => one.opening.playbook === of.opening.playbook);
  const words = wordingOf(makeEngine(playbook, of.opening, 'grid'), locale);
  return branchTree(
    same.map(({ id, opening, entries, meta, sealed }) => ({
      run: id,
      parent: meta.parent ?? null,
      opening,
      entries,
      title: words.text(playbook.title),
      ending: sealed === null ? null : words.ending(sealed.ending),
    })),
    words,
  );
}

/** In a second try: what the run it grew from chose after the place where they part (DB5); empty where that run is not kept here. */
export async function laterOf(
  room: Room,
  { opening, meta }: Pick<KeptRun, 'opening' | 'meta'>,
  playbook: Playbook,
  locale: RenderLocale,
): Promise<readonly LaterInWords[]> {
  if (opening.parent === null || meta.parent === undefined) return [];
  const first = await room.storage
    .of(meta.parent)
    .read(meta.parent)
    .catch(() => null);
  if (
    first === null ||
    (!first.entries.some(({ seq }) => seq === opening.parent?.seq) && opening.parent.seq !== 0)
  )
    return [];
  const words = wordingOf(makeEngine(playbook, opening, 'grid'), locale);
  return branch(first.opening, first.entries, opening.parent.seq).later.map(({ at, what }) => ({
    at,
    what,
    said: words.did('action' in what ? what : { ...what, visit: 1 }),
    ask: 'decision' in what ? words.ask(what.decision) : null,
  }));
}
