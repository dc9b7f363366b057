/** The law rules alike whoever the people are: groups exchanged in every probe and in what each rule asks for. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { PROBE_DAY } from '#cli/judge.ts';
import type { Law, Rule } from '#law/pack.ts';
import { type Groups, unlike } from './mirror.ts';

const law = probedLaw();
const PUBLIC = ['caller', 'resident', 'neighbour', 'crowd', 'activists'];

/** Groups between which no authority distinguishes. */
const ALIKE: readonly Groups[] = [
  { kind: 'inform', field: 'whom', values: PUBLIC },
  { kind: 'share-data', field: 'to', values: ['activists', 'press'] },
  { kind: 'collect-private', field: 'who', values: ['agent', 'resident', 'bystander'] },
  { kind: 'query', field: 'who', values: ['agent', 'resident', 'bystander'] },
  { kind: 'help-requested', field: 'by', values: ['resident', 'neighbour'] },
  { kind: 'ask-status', field: 'whom', values: ['caller', 'witness'] },
  { kind: 'comment', field: 'about', values: ['operation', 'crowd', 'person'] },
  { kind: 'enforce', field: 'against', values: ['blocker', 'thrower'] },
];
/** Who is against whom: the same on the other side. The law does tell them apart, in the rules of REASONS alone. */
const SIDES: readonly Groups[] = [
  { kind: 'inform', field: 'whom', values: ['activists', 'crowd', 'agents'] },
  { kind: 'force-seen', field: 'by', values: ['federal', 'local'] },
];
const GOING = 'The team knows where it goes; others would be helped to avoid it or run into it.';
const OWN = 'An officer answers for a colleague; over a federal officer no local officer has command.';
const REASONS: Readonly<Record<string, string>> = {
  'federal/location-told': GOING,
  'federal/location-told-before-the-check': GOING,
  'practice/crowd-sent-after-them': GOING,
  'federal/agents-misled': '18 U.S.C. 1001 speaks of lies to a federal agency.',
  'federal/rights-told': 'Agents need not be told what anyone may ask of them.',
  'practice/warned-impostors': 'The men themselves are the danger of which nobody may warn them.',
  'practice/neutral-word': 'Whose operation it is, the team need not be told.',
  'practice/answer-the-public': 'It is the public that asked.',
  'california/stop-your-colleague': OWN,
  'texas/stop-your-colleague': OWN,
  'florida/stop-your-colleague': OWN,
  'port-halden/stop-your-colleague': OWN,
  'federal/hands-on-federal-over-force': OWN,
  'federal/force-by-federal-left-to-courts': OWN,
  'federal/federal-officers-ordered': OWN,
  'federal/claimed-federal-ordered': OWN,
  'practice/joined-their-force': OWN,
  'california/munitions-reported': 'California asks its agencies for reports of their own munitions.',
};

const rulesOf = (of: Law, all: readonly Groups[]) =>
  [...new Set(unlike(of, all, PROBE_DAY).flatMap(({ rules }) => rules))].sort();

test('[LW32] no ruling changes when one group of people stands in the place of another', () => {
  expect(rulesOf(law, ALIKE)).toEqual([]);
});

test('[LW32] with sides exchanged only rules with a reason in writing say otherwise', () => {
  const found = rulesOf(law, SIDES);
  expect(found.filter((id) => !Object.hasOwn(REASONS, id))).toEqual([]);
  expect(Object.keys(REASONS).filter((id) => !found.includes(id))).toEqual([]);
});

test('[LW32] a rule for or against any one group is caught, and by its name', () => {
  const { practice } = law.layers;
  const item = practice?.rules[0];
  if (practice === undefined || item === undefined) throw new Error('practice has rules');
  const bare = { with: {}, knowing: {}, seeing: [], while: {}, switch: {} };
  const acts = ALIKE.filter(({ kind }) => kind !== 'help-requested');
  for (const groups of acts) {
    for (const value of groups.values) {
      const biased: Rule = {
        ...item,
        id: 'practice/biased',
        of: [groups.kind],
        when: { ...bare, with: { [groups.field]: [value] }, knowing: { call: ['explained'] } },
        unless: [],
        gives: { 'crowd-safety': 'forbidden' },
        grave: ['crowd-safety'],
      };
      const planted = { ...law, layers: { practice: { ...practice, rules: [biased], duties: [] } } };
      const packs = {
        one: { ...law.packs.neutral, id: 'one', layers: ['practice'], switches: {} },
      } as Law['packs'];
      const found = rulesOf({ ...planted, packs, probes: [] }, [groups]);
      expect(found, `${groups.kind} ${value}`).toEqual(['practice/biased']);
    }
  }
});
