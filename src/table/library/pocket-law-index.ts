/** The pocket law: what a card in the shirt pocket would say of a pack on a day, in the reader's language. It knows nothing of the run. */
import { inForce } from '#law/on-day.ts';
import { type Law, packOf } from '#law/pack.ts';
import type { Axis } from '#law/trace.ts';
import { lawIn, NOTHING } from '#law/translations.ts';
import { type Question, questionsOf } from './law-questions.ts';

/** One authority as a card says it. */
export interface LawCard {
  /** The axis it is most about; null where its author names none. */
  readonly axis: Axis | null;
  readonly title: string;
  readonly text: string;
  readonly citation: string;
  readonly verified: 'read' | 'secondary' | 'memory';
  /** The plain questions it answers. */
  readonly asks?: readonly Question[];
}

/** The authorities the pack's layers cite that are in force that day and ask something of an officer, layer by layer, each once. */
export function pocketLaw(english: Law, pack: string, asOf: string, lang: string): readonly LawCard[] {
  const law = lawIn(english, lang);
  /** By authority, in the order in which it is first cited: the questions it answers. */
  const cited = new Map<string, Set<Question>>();
  for (const id of packOf(law, pack).layers) {
    const layer = law.layers[id];
    const cites = [
      ...(layer?.rules ?? []).map(({ by, of }) => ({ by, acts: of })),
      ...(layer?.duties ?? []).map(({ by, metBy }) => ({ by, acts: metBy.map((one) => one.name) })),
    ];
    for (const { by, acts } of cites) {
      for (const one of by) {
        const asks = cited.get(one) ?? new Set<Question>();
        for (const ask of acts.flatMap(questionsOf)) asks.add(ask);
        cited.set(one, asks);
      }
    }
  }
  return [...cited].flatMap(([id, asks]) => {
    const authority = law.authorities[id];
    if (!authority || !inForce(authority, asOf)) return [];
    const { axes, body, citation, verified } = authority;
    const text = [authority.do, authority.dont].filter((part) => part !== '' && part !== NOTHING).join(' ');
    return text === ''
      ? []
      : [{ axis: axes[0] ?? null, title: body, text, citation, verified, asks: [...asks] }];
  });
}
