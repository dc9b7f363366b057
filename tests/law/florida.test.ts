/** Florida: ten acts under each of the four models of a federal delegation, with the sentence and the authorities that make each difference. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import type { Act } from '#law/acts.ts';
import { firings } from '#law/rules.ts';
import { stackOf } from '#law/stack.ts';

const law = shippedLaw();
const DAY = '2026-06-30';
const PACK = 'florida-287g';
const MODELS = ['none', 'task-force', 'jail-enforcement', 'warrant-service'] as const;

const STREET = {
  identity: 'confirmed',
  lead: 'badge-logged',
  paper: 'administrative',
  purpose: 'immigration-arrest',
};
const JAIL = { ...STREET, custody: 'local' };
const immigration = (kind: string, fields: Act['fields'] = {}): Act => ({
  kind,
  fields: { ...fields, for: 'civil-immigration' },
});

/** Each act where it is done: what the layer of Florida and the Constitution make of it, per model. */
const ACTS: Readonly<
  Record<string, { readonly act: Act; readonly knowing: Readonly<Record<string, string>> }>
> = {
  'arrest on the street': { act: immigration('assist', { task: 'arrest' }), knowing: STREET },
  'arrest, no federal lead known': {
    act: immigration('assist', { task: 'arrest' }),
    knowing: { ...STREET, lead: 'unnamed' },
  },
  'identify on the street': { act: immigration('assist', { task: 'identify' }), knowing: STREET },
  'serve an I-200 on the street': {
    act: immigration('detain', { who: 'person', 'on-paper': 'administrative' }),
    knowing: STREET,
  },
  'serve an I-200 in the jail': {
    act: immigration('detain', { who: 'person', 'on-paper': 'administrative' }),
    knowing: JAIL,
  },
  'question an arrestee on the street': {
    act: { kind: 'ask-status', fields: { whom: 'arrestee' } },
    knowing: STREET,
  },
  'question an arrestee in the jail': {
    act: { kind: 'ask-status', fields: { whom: 'arrestee' } },
    knowing: JAIL,
  },
  'custody in the jail': { act: immigration('assist', { task: 'custody' }), knowing: JAIL },
  'decline the arrest': { act: immigration('decline', { task: 'arrest' }), knowing: STREET },
  'interpret their questions': { act: immigration('interpret', { purpose: 'questioning' }), knowing: STREET },
};

/** The verdicts on jurisdiction that rules of the layer `florida` or `federal` give, with what each says and rests on. */
function said(name: string, model: string) {
  const { act, knowing } = ACTS[name] ?? { act: { kind: 'explain', fields: {} }, knowing: {} };
  const stack = stackOf({ law, pack: PACK, asOf: DAY, switches: { model } });
  return firings(stack, [act], { knowing, seeing: [] }).flatMap(({ rule }) => {
    const verdict = rule.item.gives.jurisdiction;
    const layer = rule.item.id.split('/')[0];
    return verdict === undefined || layer === 'practice' ? [] : [{ ...rule, verdict }];
  });
}
const verdicts = (name: string) =>
  MODELS.map(
    (model) =>
      said(name, model)
        .map(({ verdict }) => verdict)
        .join(' + ') || 'nothing',
  );

test('[LW21] ten acts, four models: what a delegation changes, and where', () => {
  expect(Object.fromEntries(Object.keys(ACTS).map((name) => [name, verdicts(name)]))).toEqual({
    'arrest on the street': ['discouraged', 'commended', 'discouraged', 'discouraged'],
    'arrest, no federal lead known': ['discouraged', 'discouraged', 'discouraged', 'discouraged'],
    'identify on the street': ['permitted', 'commended', 'permitted', 'permitted'],
    'serve an I-200 on the street': ['forbidden', 'commended', 'forbidden', 'forbidden'],
    'serve an I-200 in the jail': ['forbidden', 'commended', 'commended', 'commended'],
    'question an arrestee on the street': ['permitted', 'commended', 'discouraged', 'discouraged'],
    'question an arrestee in the jail': ['permitted', 'commended', 'commended', 'permitted'],
    'custody in the jail': ['discouraged', 'commended', 'commended', 'nothing'],
    'decline the arrest': ['permitted', 'discouraged', 'permitted', 'permitted'],
    'interpret their questions': ['permitted', 'commended', 'permitted', 'permitted'],
  });
});

test('[LW21] each difference between two models has a sentence of its own and an authority that speaks of whose power it is', () => {
  const pairs = MODELS.flatMap((one, index) => MODELS.slice(index + 1).map((other) => [one, other] as const));
  for (const name of Object.keys(ACTS)) {
    for (const [one, other] of pairs) {
      const [here, there] = [said(name, one), said(name, other)];
      const differ = here.map(({ verdict }) => verdict).join() !== there.map(({ verdict }) => verdict).join();
      if (!differ) continue;
      const spoken = [...here, ...there];
      const sentences = new Set(spoken.map(({ item }) => `${item.title} ${item.because}`));
      expect(sentences.size, `${name}: ${one} and ${other}`).toBeGreaterThanOrEqual(
        Math.min(2, spoken.length),
      );
      for (const { item, authorities, unread } of spoken) {
        expect(unread, item.id).toBe(false);
        expect(
          authorities.some((id) => ['usc-8-1357', 'fl-stat-908-104', 'arizona-v-us'].includes(id)),
          `${item.id} rests on ${authorities.join(', ')}`,
        ).toBe(true);
      }
    }
  }
});

test('[LW21] a detainer on a person in custody is honored under every model, unless the person says what would end the hold', () => {
  const act: Act = { kind: 'detain', fields: { who: 'person', 'on-paper': 'detainer' } };
  const claim = [{ observation: 'claim-heard', fields: {} }];
  for (const model of MODELS) {
    const stack = stackOf({ law, pack: PACK, asOf: DAY, switches: { model } });
    const rules = (seeing: typeof claim) =>
      firings(stack, [act], { knowing: { custody: 'local' }, seeing })
        .map(({ rule }) => rule.item.id)
        .filter((id) => id.startsWith('florida/'));
    expect(rules([]), model).toEqual(['florida/detainer-honored']);
    expect(rules(claim), model).toEqual(['florida/detainer-against-a-claim']);
  }
});
