/** What can be done with somebody, by the tone in which it is said (TB99). Pure. */
import type { ActionOffer } from '#exercise/view.ts';

export interface Tones {
  readonly calm: readonly ActionOffer[];
  readonly firm: readonly ActionOffer[];
  /** What is not said in a tone: waiting, and every other action. */
  readonly rest: readonly ActionOffer[];
}

/** Each offer once, in the order of the bar. */
export function byTone(actions: readonly ActionOffer[]): Tones {
  const of = (tone: 'calm' | 'firm' | null) => actions.filter((one) => (one.talk?.tone ?? null) === tone);
  return { calm: of('calm'), firm: of('firm'), rest: of(null) };
}

/** Who can be talked to now, in the order of the bar, each once, by id and as the reader knows them. */
export function talkPartners(actions: readonly ActionOffer[]): readonly (readonly [string, string])[] {
  return [...new Map(actions.flatMap(({ talk }) => (talk ? [[talk.to, talk.name] as const] : [])))];
}
