/** `deconflict law`: the law itself, without a session. */
import { expect, test } from 'vitest';
import { probedLaw } from '#cli/disk/shipped.ts';
import { deconflict } from './deconflict.ts';

test('[CL62] a rule is told with its conditions, its authorities as they were quoted, and the probes that hold it', async () => {
  const law = probedLaw();
  const rule = law.layers.texas?.rules.find(({ id }) => id === 'texas/reasonable-help');
  const said = await deconflict('law', 'explain', 'texas/reasonable-help', '--json');
  expect([said.code, said.err]).toEqual([0, '']);
  const [item] = (
    JSON.parse(said.out) as {
      items: { id: string; authorities: { id: string }[]; heldBy: { ref: string }[] }[];
    }
  ).items;
  expect(item?.id).toBe('texas/reasonable-help');
  expect(item?.authorities.map(({ id }) => id)).toEqual(rule?.by);
  expect(item?.heldBy.map(({ ref }) => ref)).toContain('as-identify-texas');
  const prose = await deconflict('law', 'explain', 'reasonable-help');
  expect(prose.out).toContain(`Because: ${rule?.because}`);
  expect(prose.out).toContain('knowing identity: confirmed');
  expect(prose.out).toContain('in force; verified: read');
});

test('[CL62] an authority is told with what rests on it, a ref with the ruling of every pack', async () => {
  const authority = await deconflict('law', 'explain', 'ca-sb-627', '--as-of', '2026-01-15');
  expect(authority.out).toContain('Status on the date: in force');
  expect(authority.out).toContain('california/mask-rule-enjoined');
  const probe = probedLaw().probes.find(({ ref }) => ref === 'F11a');
  const ref = await deconflict('law', 'explain', 'F11a');
  expect(ref.out).toContain(`texas-city: ${probe?.expect['texas-city']} as expected`);
});

test('[CL62] a name that the law does not have, and a verb that there is not, are wrong use', async () => {
  const [name, verb, none] = [
    await deconflict('law', 'explain', 'reasonable-helping'),
    await deconflict('law', 'amend'),
    await deconflict('law'),
  ];
  expect([name.code, verb.code, none.code, name.out + verb.out + none.out]).toEqual([2, 2, 2, '']);
  expect(name.err).toContain('texas/reasonable-help');
  expect(verb.err).toContain('explain, stale, disagreements');
});

test('[CL63] what wants another look on a date, with what rests on it, and how many readings have no date', async () => {
  const said = await deconflict('law', 'stale', '--as-of', '2026-06-30', '--json');
  const told = JSON.parse(said.out) as {
    stale: { authority: string; because: { why: string }[]; rules: string[] }[];
    undated: string[];
  };
  const mask = told.stale.find(({ authority }) => authority === 'ca-sb-627');
  expect(mask?.because.map(({ why }) => why)).toEqual(expect.arrayContaining(['changed', 'halted']));
  expect(mask?.rules).toContain('california/mask-rule-enjoined');
  const bare = told.stale.findIndex(({ rules }) => rules.length === 0);
  expect(told.stale.slice(bare).every(({ rules }) => rules.length === 0)).toBe(true);
  expect(told.stale.slice(0, bare).every(({ rules }) => rules.length > 0)).toBe(true);
  const prose = await deconflict('law', 'stale');
  expect(prose.out).toContain(
    `${told.stale.length} of ${Object.keys(probedLaw().authorities).length} authorities`,
  );
  expect(prose.out.includes('do not say when they were read')).toBe(told.undated.length > 0);
});
