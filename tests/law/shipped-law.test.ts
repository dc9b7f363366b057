/** What the shipped law must hold beyond what is read without a fault: each list is short, and each entry has its reason. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { ACTS } from '#law/acts.ts';
import { isBreach } from '#law/algebra.ts';
import { isUnreadPolicy } from '#law/on-day.ts';
import type { Duty, Fields, Rule, Verdicts } from '#law/pack.ts';
import { AXES } from '#law/trace.ts';

const law = shippedLaw();
const layers = Object.values(law.layers);
const items: readonly (Rule | Duty)[] = layers.flatMap((layer) => [...layer.rules, ...layer.duties]);
const given = (item: Rule | Duty): readonly Verdicts[] =>
  'gives' in item ? [item.gives] : [item.met, item.late ?? {}, item.missed];

/** Breaches that rest on an unread policy beside something that was read: what the read one says of them by itself. */
const READ_SAYS_IT: Readonly<Record<string, string>> = {
  'florida/delegated-help-undirected': '8 U.S.C. 1357(g): under federal direction and supervision',
  'florida/jail-power-on-the-street':
    '8 U.S.C. 1357(g): only the powers that the agreement gives the officer',
  'florida/jail-question-on-the-street':
    '8 U.S.C. 1357(g): only the powers that the agreement gives the officer',
  'practice/people-pushed-off': 'COPS/OJP: driving people off angers them',
  'practice/penned-in': 'COPS/OJP: a crowd needs a way out',
  'practice/force-on-a-crowd': 'COPS/OJP: force on calm people turns a crowd',
  'practice/munitions-into-a-group': 'Graham: force is measured by each person’s threat',
  'practice/munitions-into-a-riot': 'Graham: force is measured by each person’s threat',
  'practice/under-their-command': '8 U.S.C. 1357(g) and 42 U.S.C. 1983: whose direction, and who answers',
  'practice/vacuum-left': 'COPS/OJP: what police leave unsaid is filled by rumor',
  'practice/nothing-learned': 'PERF guiding principles: reviews look at the whole',
  'practice/tell-the-chain': 'IACP: awareness and deconfliction between agencies',
  'practice/answer-the-public': 'COPS/OJP: what police leave unsaid is filled by rumor',
};

/** What authors can say and no rule or duty answers to: kind, or kind and value. */
const UNRULED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (ACTS['put-off']?.fields.what ?? [])
      .filter((what) => what !== 'aid')
      .map((what) => [`put-off ${what}`, 'neither merit nor breach; the duty’s clock decides']),
  ),
  'report-out oversight': 'no authority in the list asks for it or bars it',
  'enter public': 'a public place needs no ground',
  'search judicial': 'a judge’s warrant is the exception that rules on searches make',
  'search true': 'consent is the exception that rules on searches make',
  'question true': 'a warned question is the exception that the rule on warnings makes',
  'ask-local perimeter': 'a federal officer may ask',
  'ask-local information': 'a federal officer may ask',
  'ask-local interpret': 'a federal officer may ask',
  'ask-local crowd': 'a federal officer may ask',
  'broadcast status-only': 'neither merit nor breach, as practice says',
  'notify records': 'no authority in the list asks for it or bars it',
};

test('[LW30] every axis that a rule or duty speaks on is one that an authority of its own bears on', () => {
  const bare = items.flatMap((item) =>
    AXES.filter((axis) => given(item).some((verdicts) => verdicts[axis] !== undefined))
      .filter((axis) => !item.by.some((id) => law.authorities[id]?.axes.includes(axis)))
      .map((axis) => `${item.id} ${axis}`),
  );
  expect(bare).toEqual([]);
});

test('[LW30] a breach that an unread policy shares with a read authority is one that the read one says by itself', () => {
  const isUnread = (id: string) => {
    const authority = law.authorities[id];
    return authority !== undefined && isUnreadPolicy(authority);
  };
  const shared = items
    .filter((item) => given(item).some((verdicts) => Object.values(verdicts).some(isBreach)))
    .filter(({ by }) => by.some(isUnread) && !by.every(isUnread));
  expect(shared.map(({ id }) => id).sort()).toEqual(Object.keys(READ_SAYS_IT).sort());
});

test('[LW30] no sentence of the law holds the words of one story', () => {
  const sentences = [
    ...items.flatMap((item) => [
      [item.id, item.because],
      ...('titles' in item ? Object.values(item.titles) : [item.title]).map((title) => [item.id, title]),
    ]),
    ...layers.flatMap((layer) =>
      (layer.told ?? []).flatMap(({ of, because, title, titles }) =>
        [because, title ?? '', ...Object.values(titles ?? {})].map((text) => [of, text]),
      ),
    ),
  ];
  const story = /\b(vans?|she|hers?|receipts?|porch|confused|robbers?|bottles?|Larkspur|kidnap\w*)\b/i;
  const about = ['federal/kidnappers-arrested', 'federal/private-arrest-of-federal'];
  const found = sentences.filter(([id, text]) => story.test(text ?? '') && !about.includes(id ?? ''));
  expect(found).toEqual([]);
  expect(sentences.length).toBeGreaterThan(700);
});

test('[LW30] what authors can say and no rule or duty can match is listed, each with its reason', () => {
  const patterns: readonly { readonly name: string; readonly fields: Fields }[] = items.flatMap((item) =>
    'of' in item
      ? item.of.map((name) => ({ name, fields: item.when.with }))
      : [...item.metBy, ...(item.waivedBy ?? []), ...item.undoneBy],
  );
  const unmatched = Object.entries(ACTS).flatMap(([kind, { fields }]) => {
    const own = patterns.filter(({ name }) => name === kind);
    if (own.length === 0) return [kind];
    return Object.entries(fields).flatMap(([field, values]) =>
      values
        .filter((value) => !own.some((one) => one.fields[field]?.includes(value) ?? true))
        .map((value) => `${kind} ${value}`),
    );
  });
  expect(unmatched.sort()).toEqual(Object.keys(UNRULED).sort());
});
