/** Which try at a call a run is (TB141): a second one knows what is coming, so it is marked wherever the run is shown. */
import type { Opening } from '#exercise/entries.ts';
import type { KeptCard, RunMeta } from '#journal/run-store.ts';

/** The number of the try, from 1. A run kept before tries were counted is a second one where it grew from another. */
export function attemptOf({ opening, meta }: { readonly opening: Opening; readonly meta: RunMeta }): number {
  return meta.attempt ?? (opening.parent === null ? 1 : 2);
}

/** What a new run of that scenario and seed notes of its try beside those that are kept: nothing if it is the first. */
export function nextAttempt(
  cards: readonly KeptCard[],
  { scenario, seed }: Pick<Opening, 'scenario' | 'seed'>,
): Pick<RunMeta, 'attempt'> {
  const before = cards.flatMap((card) =>
    card.state === 'damaged' || card.opening.scenario !== scenario || card.opening.seed !== seed
      ? []
      : [attemptOf(card)],
  );
  return before.length === 0 ? {} : { attempt: Math.max(...before) + 1 };
}
