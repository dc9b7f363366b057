/**
 * The uncued level: nobody says that a decision is open, nor how long (TB57). Its answers stand in the action bar, in one group that is
 * always there and always holds something, so that neither the group nor its size tells that somebody waits for an answer.
 */
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import type { Ask } from '#protocol/session.ts';

/** The group that holds what is not a standing action. */
export const DO = 'do';
/** What can be done on the desk itself, on every day of the week; each takes no time of the exercise. */
export const ALWAYS_THERE = ['look', 'notes', 'card', 'wait'] as const;
export type AlwaysThere = (typeof ALWAYS_THERE)[number];

/**
 * The view as the uncued desk draws it: no cards, no word about a decision that lapsed, and the group `do` among the actions.
 *
 * @param words What the things that are always there are called; `wait` is left out where time does not wait.
 */
export function asUncued(view: SeatView, words: Readonly<Partial<Record<AlwaysThere, string>>>): SeatView {
  const answers = view.decisions.flatMap((card) =>
    card.options.map(({ id, say, takes }) => ({
      id: nameOf(card, id),
      group: DO,
      say,
      takes,
      sent: null,
      about: [],
    })),
  );
  const always = ALWAYS_THERE.flatMap((id): readonly ActionOffer[] => {
    const say = words[id];
    return say === undefined ? [] : [{ id: `${DO}:${id}`, group: DO, say, takes: 0, sent: null, about: [] }];
  });
  return {
    ...view,
    decisions: [],
    actions: view.ended === null ? [...view.actions, ...always, ...answers] : view.actions,
    log: view.log.filter(({ kind }) => kind !== 'lapsed'),
  };
}

/** What pressing an action of the uncued bar asks for: the session, or the desk itself. `view` is the seat's own view. */
export function uncuedAsk(
  view: SeatView,
  action: string,
): { readonly ask: Ask } | { readonly desk: Exclude<AlwaysThere, 'wait'> } {
  for (const card of view.decisions) {
    const option = card.options.find(({ id }) => nameOf(card, id) === action);
    if (option === undefined) continue;
    return { ask: { kind: 'choose', decision: card.decision, visit: card.visit, option: option.id } };
  }
  if (action === `${DO}:wait`) return { ask: { kind: 'wait' } };
  const desk = (['look', 'notes', 'card'] as const).find((id) => action === `${DO}:${id}`);
  return desk === undefined ? { ask: { kind: 'act', action } } : { desk };
}

/** Whether an action of the bar is done on the desk and so takes no time that could be told. */
export function isOfTheDesk(action: string): boolean {
  return ALWAYS_THERE.some((id) => action === `${DO}:${id}`);
}

/** One opening of a decision has one name for each answer; ids of the language have no dots, colons or strokes. */
function nameOf(card: SeatView['decisions'][number], option: string): string {
  return `${DO}:${card.decision}/${card.visit}/${option}`;
}
