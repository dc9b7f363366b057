/** Merits that take for granted what nobody knew: none in what is shipped, and each kind is told where it is planted. */
import { expect, test } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import type { Act } from '#law/acts.ts';
import { isMerit } from '#law/algebra.ts';
import { judgeActs } from '#law/judge-acts.ts';
import { readLaw } from '#law/read.ts';

const sources = readSources();
const { law, problems } = readLaw(sources);
if (law === null) throw new Error('the shipped law does not read');

test('[LW26] no merit of the shipped law presumes what nothing asks', () => {
  expect(problems).toEqual([]);
  const merits = Object.values(law.layers).flatMap(({ rules }) =>
    rules.filter(({ gives }) => Object.values(gives).some(isMerit)),
  );
  expect(merits.length).toBeGreaterThan(80);
});

const TITLES: readonly (readonly [string, string])[] = [
  ['You wrote down the name and badge you were shown.', 'badge'],
  ['You moved against false officers.', 'false officers'],
  ['You supported a verified team.', 'verified'],
  ['You helped a hurt person.', 'hurt'],
  ['You stayed with the child.', 'child'],
  ['You brought somebody to a caregiver.', 'caregiver'],
  ['You talked to people who were filming.', 'filming'],
  ['You looked up a person who was held.', 'was held'],
  ['You tested what was claimed.', 'claimed'],
  ['You heard somebody who complained.', 'complained'],
  ['You answered a reported crime.', 'reported'],
  ['You kept out of an immigration task.', 'immigration'],
  ['You spoke to the crowd.', 'the crowd'],
  ['You said it before anything else.', 'before anything'],
];
const told = planted(TITLES.map(([title]) => `    of: observe-log\n    title: ${title}`));

test.each(TITLES)('[LW26] “%s” presumes: told at its title', (title, word) => {
  const found = told[TITLES.findIndex(([one]) => one === title)] ?? [];
  expect(found.map(({ code, message }) => [code, message.split('`')[1]])).toEqual([['LW0405', word]]);
});

test('[LW26] what a condition asks, the act says, or a breach tells, is not presumed', () => {
  const fine = [
    '    of: request-medics\n    seeing: [person-injured]\n    title: You helped a hurt person.',
    '    of: care-for-child\n    title: You stayed with the child.',
    '    of: transfer-person\n    with: { who: child }\n    title: You took the child along.',
    '    of: assist\n    knowing: { identity: confirmed }\n    title: You helped a confirmed team.',
    '    of: decline\n    with: { for: civil-immigration }\n    title: You declined an immigration task.',
    '    of: announce\n    unless: [{ knowing: { lead: unnamed } }]\n    title: You put the badge on record.',
  ];
  for (const [n, found] of planted(fine).entries()) expect(found, fine[n]).toEqual([]);
  // Known to be one or the other is not known to be so.
  const either =
    '    of: assist\n    knowing: { identity: [claimed, confirmed] }\n    title: You helped a confirmed team.';
  expect(planted([either])[0]?.length).toBe(1);
  const breach = ['    of: observe-log\n    title: You helped a hurt person.'];
  expect(planted(breach, 'discouraged')).toEqual([[]]);
});

test('[LW26] a name and badge written down where nobody gave any earns nothing for the writing', () => {
  const acts: readonly Act[] = [{ kind: 'verify-identity', fields: { by: 'credential', logged: true } }];
  for (const pack of Object.keys(law.packs)) {
    const under = { law, pack, asOf: '2026-06-30', switches: {} };
    const signs = (knowing: Readonly<Record<string, string>>) =>
      judgeActs(under, { acts, knowing, seeing: [] }).signs.constitutional;
    expect(signs({}), pack).toBe('0');
    expect(signs({ identity: 'claimed' }), pack).toBe('0');
    expect(signs({ identity: 'claimed', lead: 'named' }), pack).toBe('+');
    expect(signs({ identity: 'credential-shown' }), pack).toBe('+');
  }
});

test('[LW11] an ambulance that was only asked to wait helps nobody who is hurt later', () => {
  for (const pack of Object.keys(law.packs)) {
    const under = { law, pack, asOf: '2026-06-30', switches: {} };
    const meets = (mode: string) =>
      judgeActs(under, {
        acts: [{ kind: 'request-medics', fields: { mode } }],
        ...{ knowing: {}, seeing: [{ observation: 'person-injured', fields: { who: 'held' } }] },
      }).rules.includes('practice/medical-aid');
    expect([meets('stage'), meets('respond')], pack).toEqual([false, true]);
  }
});

/** What the shipped law says of each of these rules, were they in it: all of them are read at once. Throws where it says something of another. */
function planted(rules: readonly string[], verdict = 'commended') {
  const file = 'law/layers/practice.yaml';
  const more = rules.map(
    (rule, n) =>
      `  - id: planted-${n}\n${rule}\n    gives: { jurisdiction: ${verdict} }\n    by: [perf-icat-cdm]\n    because: So it is.\n`,
  );
  const text = (sources.get(file) ?? '').replace('rules:\n', `rules:\n${more.join('')}`);
  const { problems: all } = readLaw(new Map([...sources, [file, text]]));
  const lines = text.split('\n');
  const first = rules.map((_, n) => lines.indexOf(`  - id: planted-${n}`) + 1);
  const end = (first.at(-1) ?? 0) + (more.at(-1) ?? '').split('\n').length - 1;
  const of = rules.map((_, n) =>
    all.filter(
      ({ file: at, line }) => at === file && line >= (first[n] ?? 0) && line < (first[n + 1] ?? end),
    ),
  );
  if (of.flat().length !== all.length) throw new Error(JSON.stringify(all));
  return of;
}
