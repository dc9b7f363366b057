/** A radio message put together from the situation's own words (TB60): what can be chosen, and how it will be said. Reads the view only. */
import type { ActionOffer, SeatView } from '#exercise/view.ts';
import { captionMs } from '#scenario/texts/reading-time.ts';

/** Something that can be said, under a name that holds as long as it is so. */
export interface Word {
  readonly id: string;
  readonly say: string;
}
/** A need with the standing action that asks for it. */
export interface Need {
  readonly id: string;
  readonly codes: string;
  readonly plain: string;
  /** Milliseconds on the air. */
  readonly takes: number;
}
export interface Words {
  /** Call-signs heard on the radio so far, the first heard first: whoever never spoke on it cannot be called. */
  readonly who: readonly Word[];
  /** The reader's own place, then every place where somebody or something is in sight. */
  readonly where: readonly Word[];
  /** What the reader knows, newest first, then how those in sight are. */
  readonly what: readonly Word[];
  /** What the actions on offer ask for; what cannot be asked for now is not here. */
  readonly need: readonly Need[];
}

/**
 * What there is to choose from.
 *
 * @param wordsOf The words of a known fact's value.
 */
export function radioWords(view: SeatView, wordsOf: (known: SeatView['known'][number]) => string): Words {
  const who = new Map<string, string>();
  for (const item of view.log) {
    // "4-L-20, Sgt. Oyelaran" is called 4-L-20.
    if (item.kind === 'line' && item.channel === 'radio')
      who.set(item.from, item.name.split(',')[0] ?? item.name);
  }
  const where = new Map(view.place === null ? [] : [[view.place.id, view.place.label]]);
  for (const { at, place } of view.tokens) if (!where.has(at)) where.set(at, place);
  const known = [...view.known].sort((a, b) => b.at - a.at);
  const seen = view.tokens.filter(({ how, you }) => how !== null && !you);
  return {
    who: words(who),
    where: words(where),
    what: [
      ...known.map((one) => ({ id: `known:${one.fact}`, say: `${one.label}, ${wordsOf(one)}` })),
      ...seen.map(({ id, label, how }) => ({ id: `seen:${id}`, say: `${label}, ${how ?? ''}` })),
    ],
    need: view.actions.flatMap(needOf),
  };
}

/** What was chosen; null leaves a part out, but a message without a need is none. */
export interface Chosen {
  readonly who: string | null;
  readonly where: string | null;
  readonly what: string | null;
  readonly need: string | null;
  readonly style: 'codes' | 'plain';
}
export interface Message {
  /** The standing action that asks for it. */
  readonly action: string;
  readonly sentence: string;
  /** Milliseconds to say it. */
  readonly length: number;
  /** Milliseconds the action holds the air. */
  readonly takes: number;
}

/** The message as it will be said; null where the need is not chosen or cannot be asked for any more. */
export function radioMessage(words: Words, callsign: string, chosen: Chosen): Message | null {
  const need = words.need.find(({ id }) => id === chosen.need);
  if (need === undefined) return null;
  const say = (of: readonly Word[], id: string | null) => of.find((one) => one.id === id)?.say;
  const parts = [
    say(words.who, chosen.who),
    callsign,
    lower(say(words.where, chosen.where)),
    lower(say(words.what, chosen.what)),
    need[chosen.style],
  ];
  const sentence = `${parts.filter((part) => part !== undefined).join(', ')}.`;
  return { action: need.id, sentence, length: captionMs([sentence]), takes: need.takes };
}

/** Actions of the group radio, and others whose author says how they are asked for over it. */
function needOf({ id, group, say, sent, takes }: ActionOffer): readonly Need[] {
  if (sent !== null) return [{ id, ...sent, takes }];
  const asIs = lower(say.replace(/\.$/, '')) ?? say;
  return group === 'radio' ? [{ id, codes: asIs, plain: asIs, takes }] : [];
}

function words(of: ReadonlyMap<string, string>): readonly Word[] {
  return [...of].map(([id, say]) => ({ id, say }));
}

/** In the middle of a sentence a label begins small, unless it is a name or a sign: two capitals, or a digit beside it. */
function lower(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const first = text.split(' ')[0] ?? '';
  return PLACED.test(text) || (/^\p{Lu}\p{Ll}*$/u.test(first) && !NAMES.test(text))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
/** "On Tern Street": the name comes after. */
const PLACED = /^(On|At|In|By|Near|Along|Behind|Across|Outside) /u;
/** A second word with a capital tells a name: "Needle Avenue", "Air 12". */
const NAMES = /^\p{Lu}\S* (\p{Lu}|\d)/u;
