/** Authorities that want another look on a day, and what rests on them. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import type { Authority, Law } from '#law/pack.ts';
import { lawItems, probesOf, restingOn } from '#law/resting.ts';
import { AUTHORITIES_FILE } from '#law/schema.ts';
import { staleOn, undated, yearBefore } from '#law/stale.ts';

const law = probedLaw();
const DAY = '2026-06-30';

test('[LW41] changed within the year, halted, not in force, and read long ago, each on the day and not before', () => {
  const [first] = Object.values(law.authorities);
  if (first === undefined) throw new Error('no authority');
  const made = (id: string, history: Authority['history'], readOn?: string): Authority => ({
    ...first,
    id,
    history,
    ...(readOn === undefined ? {} : { readOn }),
  });
  const old = { on: '1900-01-01', is: 'in-force', asTo: null } as const;
  const small: Law = {
    ...law,
    authorities: {
      fine: made('fine', [old], '2026-01-01'),
      changed: made('changed', [old, { on: '2025-07-01', is: 'superseded', asTo: null }], '2026-01-01'),
      halted: made('halted', [old, { on: '2020-01-01', is: 'enjoined', asTo: 'agents' }], '2026-01-01'),
      later: made('later', [{ on: '2026-07-01', is: 'in-force', asTo: null }], '2026-01-01'),
      unread: made('unread', [old]),
      forgotten: made('forgotten', [old], '2025-06-29'),
    },
  };
  const told = (asOf: string) =>
    Object.fromEntries(
      staleOn(small, asOf).map(({ authority, because }) => [authority.id, because.map(({ why }) => why)]),
    );
  expect(told(DAY)).toEqual({
    changed: ['changed', 'not-in-force'],
    halted: ['halted'],
    later: ['not-in-force'],
    forgotten: ['read-long-ago'],
  });
  expect(told('2025-06-30')).toEqual({ halted: ['halted'], later: ['not-in-force'] });
  expect(undated(small).map(({ id }) => id)).toEqual(['unread']);
  expect([yearBefore('2028-02-29'), yearBefore(DAY)]).toEqual(['2027-02-28', '2025-06-30']);
});

test('[LW41] the day of reading is written `read-on` and no other way', () => {
  const authority = {
    id: 'a',
    group: 'g',
    citation: 'c',
    kind: 'statute',
    body: 'b',
    date: 'd',
    status: 's',
    axes: [],
    summary: 's',
    do: '',
    dont: '',
    verified: 'read',
    source: 's',
    history: [{ on: '2020-01-01', is: 'in-force' }],
  };
  const reads = (more: object) =>
    AUTHORITIES_FILE.safeParse({ format: 1, authorities: [{ ...authority, ...more }] }).success;
  expect([reads({}), reads({ 'read-on': '2026-06-01' }), reads({ 'read-on': 'June' })]).toEqual([
    true,
    true,
    false,
  ]);
});

test('[LW40] what rests on an authority cites it or asks its status; a probe holds what speaks in it', () => {
  const items = lawItems(law);
  const mask = restingOn(items, 'ca-sb-627').map(({ id }) => id);
  expect(mask).toContain('california/mask-rule-enjoined');
  expect(restingOn(items, 'tx-gov-752-053').map(({ id }) => id)).toContain(
    'texas/suspends practice/stay-in-lane',
  );
  const rule = items.find(({ id }) => id === 'texas/reasonable-help');
  if (rule === undefined) throw new Error('no such rule');
  const probes = probesOf(law, rule, DAY);
  const heldIn = (ref: string) => probes.find(({ probe }) => probe.ref === ref)?.holds;
  expect(heldIn('as-identify-texas')).toEqual(['texas-city']);
  expect(heldIn('fl-identify-none'), 'it speaks there, and nothing is expected of Texas').toEqual([]);
  expect(heldIn('F11a'), 'it does not speak there').toBeUndefined();
});
