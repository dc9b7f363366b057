/** Map, words and log against each other at every event: all plans and bots of what is shipped, and mistakes planted to be caught. */
import { expect, test, vi } from 'vitest';
import { readSources } from '#cli/disk/sources.ts';
import { scenarioIds } from '#scenario/read.ts';
import { evidence } from './evidence/evidence.ts';

vi.setConfig({ testTimeout: process.env.PROVE_RUNS ? 3_600_000 : 60_000 });

const files = readSources();
/** All plans and 500 bot runs take minutes: `npm run prove` plays them, `npm test` every fifteenth plan and a few bots. */
const long = process.env.PROVE_RUNS !== undefined;
const short = { bots: long ? 500 : 3, plans: (_: string, n: number) => long || n % 15 === 0 };

test.each(scenarioIds(files))('[RH68] %s: map, words and log never contradict each other', (id) => {
  const { found, moments, played } = evidence(id, short);
  expect([...found].map(([what, { times, where }]) => `${times} × ${what} (${where})`)).toEqual([]);
  expect(played).toBeGreaterThan(7);
  expect(moments).toBeGreaterThan(played * 50);
});

/** A mistake: what to write instead of what, the plan that shows it, and what is to be said of it. */
const PLANTED: readonly {
  readonly mistake: string;
  readonly edits: readonly (readonly [string, string])[];
  readonly plan: string;
  readonly said: string;
}[] = [
  {
    mistake: 'who has driven off still stands at the corner',
    edits: [['east-end: { label: East of Larkspur Court, away: true }', 'east-end: East of Larkspur Court']],
    plan: 'careful-federal',
    said: 'presence: The van: gone, and van-token is still there',
  },
  {
    mistake: 'who is at your chest has stayed at the curb',
    edits: [
      ['steps up chest to chest with you over your camera.', 'stands at your chest.'],
      ['{ move: { brandt: talk }, over: 5s', '{ move: { brandt: curb-seat }, over: 5s'],
      [" && spot.brandt == 'talk' && spot.self == 'talk'", ''],
    ],
    plan: 'reach-F06',
    said: 'place: asked: The young masked man stands at your chest',
  },
  {
    mistake: 'people go home, and stand where they were',
    edits: [
      [
        'going: true, how: going home, doing: leaving, people: 12',
        'how: going home, doing: leaving, people: 12',
      ],
      ['neighbors: indoors, youths', 'neighbors: junction, youths'],
    ],
    plan: 'careful-federal',
    said: 'posture: Neighbors at the south curb: going home',
  },
  {
    mistake: 'so many steps are many more on the map',
    edits: [['talk: On the sidewalk in front of 1140', 'talk: "On the sidewalk, three steps from the van"']],
    plan: 'careful-federal',
    said: 'distance: you: On the sidewalk, three steps from the van',
  },
  {
    mistake: 'your partner is told to be with the caller, and was never sent',
    edits: [['{ move: { natarajan: odalys-step }', '{ move: { natarajan: oak }']],
    plan: 'careful-federal',
    said: 'place: Your partner: with the caller',
  },
  {
    mistake: 'who says that she comes closer stays where she is',
    edits: [['{ move: { bea: walk-mid }, over: 6s }', '{ move: { bea: square }, over: 6s }']],
    plan: 'nobody-is-spoken-to',
    said: "place: bea says: No one will talk to me? Then I'm coming closer. and stays at",
  },
  {
    mistake: 'two have gone over the fence, and stand before the house',
    edits: [['{ move: { harlan: yards, brandt: yards }, over: 8s }, ', '']],
    plan: 'answer-comes-too-late',
    said: 'presence: natarajan: The other two just went over the back fence., and',
  },
];

test.each(PLANTED.slice(0, long ? PLANTED.length : 5))(
  '[RH68] planted: $mistake',
  ({ edits, plan, said }) => {
    let text = files.get('residence-207/scenario.yaml') ?? '';
    for (const [whole, broken] of edits) {
      expect(text).toContain(whole);
      text = text.replaceAll(whole, broken);
    }
    const changed = new Map(files).set('residence-207/scenario.yaml', text);
    changed.delete('residence-207/text.es.yaml');
    const plans = (path: string) => path.endsWith(`/${plan}.plan.yaml`);
    const { found } = evidence('residence-207', { files: changed, plans });
    expect([...found.keys()].filter((what) => what.startsWith(said))).not.toEqual([]);
  },
);
