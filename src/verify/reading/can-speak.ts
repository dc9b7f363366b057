/**
 * Whether a rule or duty could ever speak on an act in a scenario (SPEC RH45): by the act's fields, what seats can come to know and
 * perceive there, the day and the switches.
 *
 * Nothing is played: whatever the story says anywhere counts as possible. So what is said to be unable to speak never does.
 */
import type { Act } from '#law/acts.ts';
import { FACTS } from '#law/facts.ts';
import { ABSENT, actMatches, seenMatches } from '#law/match.ts';
import type { Seen } from '#law/observations.ts';
import type { Conditions, Duty, Fields, Pattern, Rule } from '#law/pack.ts';
import type { Stack } from '#law/stack.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** What seats of a scenario can know and perceive at all. */
export interface Possible {
  /** Fact → the values some seat may come to hold; the first value of each is always among them. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly seen: readonly Seen[];
}

/** Reads off a playbook what its effects can teach and show. */
export function possibleIn(playbook: Playbook): Possible {
  const known = new Map(
    Object.entries(FACTS).map(([fact, { values }]) => [fact, new Set(values.slice(0, 1))]),
  );
  const seen = new Set<number>();
  for (const effect of playbook.lists.flat()) {
    if (effect.do === 'observe') seen.add(effect.observation);
    if (effect.do !== 'learn') continue;
    const { values, known: of } = playbook.slots[effect.slot] ?? { values: null, known: null };
    for (const value of 'value' in effect.value ? [effect.value.value] : effect.value.map) {
      known.get(of?.fact ?? '')?.add(values?.[value] ?? '');
    }
  }
  return { known, seen: playbook.observations.filter((_, n) => seen.has(n)) };
}

/** Why a rule never speaks on an act there, or an act never meets a duty nor gives it up, in words that go on from its name; null if it may. */
export function whySilent(
  item: Rule | Duty,
  act: Act,
  about: Stack['about'],
  possible: Possible,
): string | null {
  if ('of' in item) {
    if (!item.of.includes(act.kind)) return `is about ${names(item.of)}`;
    return (
      whyFieldsDiffer(item.when.with, act) ??
      whyNever(item.when, about, possible) ??
      (item.unless.some((block) => alwaysHolds(block, act, about, possible))
        ? 'makes an exception for it'
        : null)
    );
  }
  const ends = [...item.metBy, ...(item.waivedBy ?? [])];
  if (!ends.some((pattern) => actMatches(pattern, act))) return 'is met by other acts';
  if (!item.opens.some((pattern) => canBeSeen(pattern, possible)))
    return `opens on ${names(item.opens.map(({ name }) => name))}, and nobody perceives that here`;
  return whyNever(item.when, about, possible);
}

function whyFieldsDiffer(fields: Fields, act: Act): string | null {
  const off = Object.entries(fields).find(([field, values]) => !values.includes(act.fields[field] ?? ABSENT));
  return off === undefined ? null : `asks for \`${off[0]}: ${off[1].join(' or ')}\``;
}

/** The first condition beside fields that can never hold, in words that go on from a name; null if each can. */
export function whyNever(conditions: Conditions, about: Stack['about'], possible: Possible): string | null {
  for (const [fact, values] of Object.entries(conditions.knowing)) {
    if (!values.some((value) => possible.known.get(fact)?.has(value)))
      return `asks for \`${fact}: ${values.join(' or ')}\`, and nobody can know that here`;
  }
  for (const pattern of conditions.seeing) {
    if (!canBeSeen(pattern, possible)) return `asks for \`${pattern.name}\`, and nobody perceives that here`;
  }
  for (const [authority, values] of Object.entries(conditions.while)) {
    if (!values.includes(about.statusOf(authority)))
      return `applies only while \`${authority}\` is ${values.join(' or ')}`;
  }
  for (const [name, values] of Object.entries(conditions.switch)) {
    if (!values.includes(about.switches[name] ?? ''))
      return `applies only where \`${name}\` is ${values.join(' or ')}`;
  }
  return null;
}

/** Whether an exception holds of the act whatever happens. */
function alwaysHolds(block: Conditions, act: Act, about: Stack['about'], possible: Possible): boolean {
  return (
    block.seeing.length === 0 &&
    whyFieldsDiffer(block.with, act) === null &&
    whyNever(block, about, possible) === null &&
    Object.entries(block.knowing).every(([fact, values]) =>
      [...(possible.known.get(fact) ?? [])].every((value) => values.includes(value)),
    )
  );
}

function canBeSeen(pattern: Pattern, { seen }: Possible): boolean {
  return seen.some((one) => seenMatches(pattern, one));
}

function names(list: readonly string[]): string {
  return list.map((name) => `\`${name}\``).join(' or ');
}
