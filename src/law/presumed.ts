/**
 * Merits that say more than can have been known (SPEC LW26): a rule that commends tells the trainee what was done, so what its title takes
 * for granted has to be asked by its conditions or be said by the act itself.
 */

import { isMerit } from './algebra.ts';
import type { Conditions, Rule } from './pack.ts';
import type { Site } from './site.ts';

/** A word of a title, with what has to stand in the rule for it: any one of these. */
interface Presumed {
  readonly word: RegExp;
  /** What the word takes for granted, as the warning says it. */
  readonly what: string;
  readonly kinds?: readonly string[];
  /** Fields of the act that say it, with the values that do; null for any. */
  readonly fields?: Readonly<Record<string, readonly (string | boolean)[] | null>>;
  readonly facts?: readonly string[];
  /** Facts that have to be held to these values alone. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly seeing?: readonly string[];
}

/** Warns at the title of a merit whose words take for granted what nothing in the rule asks (LW0405). */
export function checkPresumed(rule: Rule, site: Site): void {
  if (!Object.values(rule.gives).some(isMerit)) return;
  const title = rule.title.toLowerCase();
  for (const presumed of PRESUMED) {
    const [word] = presumed.word.exec(title) ?? [];
    if (word === undefined || isAsked(rule, presumed)) continue;
    const message = `This title says \`${word}\`, but nothing in the rule asks ${presumed.what}.`;
    site.into('title').warning('LW0405', message, repairOf(presumed));
  }
}

function isAsked(
  rule: Rule,
  { kinds = [], fields = {}, facts = [], only = {}, seeing = [] }: Presumed,
): boolean {
  const { when, unless } = rule;
  const knows = (fact: string) => [when, ...unless].some(({ knowing }) => Object.hasOwn(knowing, fact));
  return (
    rule.of.every((kind) => kinds.includes(kind)) ||
    Object.entries(fields).some(([field, values]) => isHeld(when.with[field], values)) ||
    facts.some(knows) ||
    Object.entries(only).some(([fact, values]) => isHeld(when.knowing[fact], values)) ||
    seeing.some((one) => sees(when, one))
  );
}

function isHeld(
  stated: readonly (string | boolean)[] | undefined,
  values: readonly (string | boolean)[] | null,
): boolean {
  return stated !== undefined && (values === null || stated.every((value) => values.includes(value)));
}

function sees({ seeing }: Conditions, observation: string): boolean {
  return seeing.some(({ name }) => name === observation);
}

function repairOf({ facts = [], only = {}, seeing = [] }: Presumed): string {
  const ways = [
    ...[...facts, ...Object.keys(only)].map((fact) => `\`knowing: { ${fact}: … }\``),
    ...seeing.map((one) => `\`seeing: [${one}]\``),
  ];
  return ways.length === 0
    ? 'Let the title say only what the act says.'
    : `Ask for it with ${ways.join(' or ')}, or let the title say only what the act says.`;
}

const ON_PEOPLE = ['detain', 'release', 'transfer-person', 'enforce'];

const PRESUMED: readonly Presumed[] = [
  {
    word: /false officers|impostors|shown not to be/,
    what: 'whether they were shown to be false',
    only: { identity: ['refuted'] },
  },
  {
    word: /\bverified\b|\bconfirmed\b/,
    what: 'whether anything was confirmed',
    only: { identity: ['confirmed'] },
  },
  {
    word: /you were shown|\bbadge\b/,
    what: 'whether anything was shown',
    kinds: ['show-authority'],
    facts: ['lead'],
    only: { identity: ['credential-shown', 'confirmed'] },
  },
  {
    word: /\bhurt\b|\binjured\b|\bwounded\b/,
    what: 'whether anybody was injured',
    kinds: ['render-aid'],
    facts: ['injury'],
    seeing: ['person-injured'],
  },
  {
    word: /\bchild\b/,
    what: 'whether there was a child',
    kinds: ['care-for-child'],
    fields: { who: ['child'] },
    facts: ['child'],
    seeing: ['child-alone', 'child-cared-for'],
  },
  {
    word: /\bcaregiver\b/,
    what: 'whether a caregiver was known',
    kinds: ['care-for-child'],
    facts: ['caregiver'],
  },
  {
    word: /\bfilm(s|ed|ing)?\b/,
    what: 'whether anybody was filming',
    kinds: ['restrict-recording'],
    seeing: ['recording-public'],
  },
  {
    word: /\b(was|were) held\b|\bheld (man|person|them)\b|\bthe hold\b|\bin your custody\b/,
    what: 'whether anybody was held',
    kinds: ON_PEOPLE,
    fields: { whom: ['arrestee'] },
    facts: ['custody'],
    seeing: ['holding', 'claim-heard'],
  },
  {
    word: /\bclaim(ed|s)?\b/,
    what: 'whether anything was claimed',
    fields: { what: ['check-claim'] },
    facts: ['claim'],
    only: { identity: ['claimed', 'credential-shown'] },
    seeing: ['claim-heard', 'federal-claim', 'complaint-made'],
  },
  {
    word: /\bcomplain(t|ed)\b/,
    what: 'whether anybody complained',
    kinds: ['take-report', 'refuse-report'],
    seeing: ['complaint-made'],
  },
  {
    word: /\breported\b|\bthe call\b|\ba kidnapping\b/,
    what: 'whether a crime was reported',
    kinds: ['answer-call', 'collect-call', 'broadcast'],
    facts: ['call'],
    only: { identity: ['refuted'] },
    seeing: ['call-in-progress'],
  },
  {
    word: /\bimmigration\b/,
    what: 'whether it was for immigration',
    fields: { for: ['civil-immigration'] },
    facts: ['purpose'],
  },
  {
    word: /\bthe crowd\b|\bviolence\b/,
    what: 'whether there was a crowd',
    kinds: ['talk-with-crowd', 'order-dispersal', 'open-exit'],
    fields: { whom: ['crowd'], task: ['crowd'], who: ['crowd'] },
    facts: ['crowd-threat'],
    seeing: ['crowd-violence', 'exit-blocked'],
  },
  {
    word: /before anything|from the (start|beginning)|\bat once\b|\bin time\b|\bon time\b/,
    what: 'when it was done',
  },
];
