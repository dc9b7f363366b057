/** What the law of a place asks in a scenario: what each observation opens for a seat, and where it says nothing (SPEC RH70). */
import type { Act } from '#law/acts.ts';
import { actMatches, seenMatches } from '#law/match.ts';
import type { Seen } from '#law/observations.ts';
import { type Duty, packOf } from '#law/pack.ts';
import { stackOf, type Under } from '#law/stack.ts';
import { seatsTold } from '#scenario/effect-walk.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { possibleIn, whyNever, whySilent } from './can-speak.ts';

/** Something a seat can do, with its acts: a standing action, or an option as `decision/option`. */
export interface OnOffer {
  readonly action?: string;
  readonly option?: string;
}

/** A duty that an observation opens. Due so many milliseconds after it opened, or when an observation comes (`endex`: at the end). */
export interface DutyHere {
  readonly duty: string;
  readonly title: string;
  readonly due: Duty['due'];
  /** As in the law: whether what was done before it opened counts. */
  readonly earlier: Duty['earlier'];
  /** What is on offer that meets it, in the order of the playbook. Where nothing is, nobody can miss it. */
  readonly metBy: readonly OnOffer[];
  /** The acts that meet it, whether on offer here or not. */
  readonly acts: readonly string[];
}

/** What one pack asks of a seat, its switches as they start. */
export interface LawHere {
  readonly pack: string;
  /** Each observation that the story can show the seat, in the playbook's order. */
  readonly observations: readonly (Seen & { readonly duties: readonly DutyHere[] })[];
  /** Acts on offer on which no rule or duty of the pack can speak; `onPurpose` where a layer says that it has none. */
  readonly silent: readonly (OnOffer & { readonly act: Act; readonly onPurpose: boolean })[];
}

/** Reads it off playbook and law; nothing is played. Throws for a pack that the law does not hold. */
export function lawHere(playbook: Playbook, seat: number, under: Under): LawHere {
  const { rules, duties, about } = stackOf(under);
  const possible = possibleIn(playbook);
  const offers = offersTo(playbook, seat);
  const layers = packOf(under.law, under.pack).layers.flatMap((id) => under.law.layers[id] ?? []);
  const can = duties.filter(({ item }) => whyNever(item.when, about, possible) === null);
  return {
    pack: under.pack,
    observations: shownTo(playbook, seat).map((seen) => ({
      ...seen,
      duties: can
        .filter(({ item }) => item.opens.some((pattern) => seenMatches(pattern, seen)))
        .map(({ item }) => ({
          duty: item.id,
          title: item.titles.met,
          due: item.due,
          earlier: item.earlier,
          metBy: offers
            .filter(({ acts }) => acts.some((act) => item.metBy.some((pattern) => actMatches(pattern, act))))
            .map(({ source }) => source),
          acts: item.metBy.map(({ name }) => name),
        })),
    })),
    silent: offers.flatMap(({ source, acts }) =>
      acts.flatMap((act) => {
        const items = [...rules, ...duties].map(({ item }) => item);
        if (items.some((item) => whySilent(item, act, about, possible) === null)) return [];
        const onPurpose = layers.some(({ silent }) => silent.some(({ on }) => actMatches(on, act)));
        return [{ ...source, act, onPurpose }];
      }),
    ),
  };
}

function offersTo(playbook: Playbook, seat: number): { source: OnOffer; acts: readonly Act[] }[] {
  const actions = playbook.actions.filter(({ seats }) => seats.includes(seat));
  const decisions = playbook.decisions.filter((decision) => decision.seat === seat);
  return [
    ...actions.map(({ id, acts }) => ({ source: { action: id }, acts })),
    ...decisions.flatMap(({ id, options }) =>
      options.map(({ id: option, acts }) => ({ source: { option: `${id}/${option}` }, acts })),
    ),
  ];
}

/** What some effect lets the seat perceive. */
function shownTo(playbook: Playbook, seat: number): readonly Seen[] {
  const shown = new Set(
    playbook.lists
      .flat()
      .flatMap((effect) =>
        effect.do === 'observe' && seatsTold(playbook, effect)?.includes(seat) ? [effect.observation] : [],
      ),
  );
  return playbook.observations.filter((_, n) => shown.has(n));
}
