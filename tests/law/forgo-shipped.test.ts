/** Choosing not to under the shipped law: what each pack makes of giving up aid, a claim and a report (SPEC LW29). */
import { expect, test } from 'vitest';
import { lawAmong } from '#cli/disk/read-once.ts';
import { readSources } from '#cli/disk/sources.ts';
import { ACTS } from '#law/acts.ts';
import { judge } from '#law/judge.ts';
import { actMatches } from '#law/match.ts';
import { DAY, Story } from './small-law.ts';

const { law, problems } = lawAmong(readSources());
if (law === null) throw new Error(problems.map(({ message }) => message).join('\n'));

const LETTER = { jurisdiction: 'J', constitutional: 'C', 'crowd-safety': 'S' } as const;

/** Findings of duties under a pack: second, axis, outcome, verdict. */
function went(pack: string, story: Story): string[] {
  if (law === null) throw new Error('no law');
  const { findings } = judge(story.events, { law, pack, asOf: DAY, seat: 'patrol', switches: {} });
  return findings.flatMap(({ on, at, axis, verdict }) =>
    'duty' in on ? [`${at / 1000} s ${LETTER[axis]} ${on.outcome} ${verdict}`] : [],
  );
}

const PACKS = ['ca-los-angeles', 'texas-city', 'florida-287g', 'neutral'];
const hurt = () => new Story().see(1, 'possible-federal').see(5, 'person-injured', { who: 'inside' });
const not = (what: string) => ({ forgo: { what } });

test('[LW29] who stays out while somebody bleeds misses aid there and then, though others treat the man at 60 s', () => {
  const stays = () => hurt().act(8, not('aid')).see(60, 'person-treated').end(200);
  // The city's directive and Texas's article 2B.0301 make aid a matter of the officer's own authority.
  for (const pack of PACKS.slice(0, 2)) {
    expect(went(pack, stays())).toEqual(['8 s J missed forbidden', '8 s S missed forbidden']);
  }
  for (const pack of PACKS.slice(2)) expect(went(pack, stays())).toEqual(['8 s S missed forbidden']);
});

test('[LW29] who then goes in at 40 s is late; where nobody is hurt, the choice is nothing', () => {
  const goesIn = () =>
    hurt().act(8, not('aid')).act(40, { 'render-aid': {} }).see(40, 'person-treated').end(200);
  for (const pack of PACKS.slice(0, 2)) {
    expect(went(pack, goesIn())).toEqual(['40 s J late discouraged', '40 s S late discouraged']);
  }
  for (const pack of PACKS.slice(2)) expect(went(pack, goesIn())).toEqual(['40 s S late discouraged']);
  for (const pack of PACKS) expect(went(pack, new Story().act(8, not('aid')).end(200))).toEqual([]);
});

test('[LW29] who lets a claim lie misses passing it on, though the team is gone at 90 s', () => {
  const lies = () => new Story().see(5, 'claim-heard').act(8, not('claim')).see(90, 'team-gone').end(200);
  for (const pack of PACKS) expect(went(pack, lies())).toEqual(['8 s C missed discouraged']);
});

test('[LW29] who tells nobody of force misses the report, though the run ends before it was due', () => {
  const silent = (by: 'federal' | 'local') =>
    new Story()
      .see(5, 'force-seen', { by, level: 'irritant', threat: 'none' })
      .act(8, not('report'))
      .end(200);
  expect(went('ca-los-angeles', silent('federal'))).toEqual([
    '8 s J missed forbidden',
    '8 s C missed discouraged',
  ]);
  expect(went('texas-city', silent('local'))).toEqual(['8 s C missed forbidden']);
  for (const pack of PACKS.slice(1)) {
    expect(went(pack, silent('federal'))).toEqual(['8 s C missed discouraged']);
  }
});

test('[LW29] a complaint that is turned away is found once on each axis, by the duty that it gives up', () => {
  if (law === null) throw new Error('no law');
  const seeing = [{ observation: 'complaint-made', fields: {} }];
  const refused = () =>
    new Story().see(5, 'complaint-made').act(8, { 'refuse-report': {} }, { seeing }).end(200);
  const all = (pack: string, story: Story) =>
    judge(story.events, { law, pack, asOf: DAY, seat: 'patrol', switches: {} }).findings.map(
      ({ at, axis, verdict }) => `${at / 1000} s ${LETTER[axis]} ${verdict}`,
    );
  expect(all('ca-los-angeles', refused())).toEqual(['8 s J forbidden', '8 s C discouraged']);
  for (const pack of PACKS.slice(1)) expect(all(pack, refused())).toEqual(['8 s C discouraged']);
  // Somebody else took it: the need is over.
  const elsewhere = () => new Story().see(5, 'complaint-made').see(60, 'complaint-taken').end(200);
  for (const pack of PACKS) expect(all(pack, elsewhere())).toEqual([]);
});

test('[LW29] everything that can be forgone is a duty of some layer, and every duty that a pack shares gives way alike', () => {
  const duties = Object.values(law.layers).flatMap((layer) => layer.duties);
  const waived = (what: string) =>
    duties.filter(({ waivedBy = [] }) =>
      waivedBy.some((one) => actMatches(one, { kind: 'forgo', fields: { what } })),
    );
  for (const what of ACTS.forgo?.fields.what ?? [])
    expect(waived(String(what)), String(what)).not.toEqual([]);
  // Two duties that one act meets, opened by the same thing, are given up by the same choice.
  const alike = duties.map(({ opens, metBy, waivedBy }) => JSON.stringify([opens, metBy, waivedBy ?? []]));
  const asked = duties.map(({ opens, metBy }) => JSON.stringify([opens, metBy]));
  expect(new Set(alike).size).toBe(new Set(asked).size);
});
