/** What was really so in a run, as facts: read off the story itself (SPEC DB11). */
import type { Really } from '#law/told.ts';
import type { Playbook } from '#scenario/playbook.ts';

/**
 * Per fact of the vocabulary the value it really had: wherever the story confirms a fact by the drawn truth, that truth says which.
 *
 * A fact that is never confirmed so has no entry. `slots` are those of the run, at any moment: what was drawn does not change.
 */
export function whatWasSo(playbook: Playbook, slots: readonly number[]): Really {
  const drawn = new Set(playbook.truths.map(({ slot }) => slot));
  const so: Record<string, string> = {};
  for (const effect of playbook.lists.flat()) {
    if (effect.do !== 'learn' || effect.basis !== 'confirmed' || !('slot' in effect.value)) continue;
    const { slot, map } = effect.value;
    const known = playbook.slots[effect.slot];
    const value = known?.values?.[map[slots[slot] ?? -1] ?? -1];
    if (known?.known && value !== undefined && drawn.has(slot)) so[known.known.fact] ??= value;
  }
  return so;
}
