/** A small street and a small law, written as authors write them, to debrief runs on. */

import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import { openExercise } from '#exercise/open.ts';
import { step } from '#exercise/step.ts';
import type { Law } from '#law/pack.ts';
import { readLaw } from '#law/read.ts';
import { planOpening } from '#plans/plan-opening.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';

const SCENARIO = `format: 1
id: street
title: A van on the street
asOf: 2026-06-30
startsAt: "17:12:00"
minutes: 5
brief: { role: You are on patrol., situation: Men with a van., note: Nothing hard to watch. }
objectives:
  - { id: settled, axis: jurisdiction, seat: patrol, text: Establish who they are., met: "known.patrol.identity in ['confirmed', 'refuted']" }
seats:
  patrol: { callsign: 4-Adam-31, role: Patrol officer, agency: local, solo: true }
  dispatch: { callsign: Control, role: Dispatcher, agency: local }
truth:
  team: { federal: 3, impostors: 1, label: The armed men, says: { federal: federal officers, impostors: robbers } }
facts:
  use: [identity, paper, lead]
world: { supervisor: { values: [none, asked] } }
places: { car: At your car, oak: By the oak }
people:
  you: { name: You, seat: patrol, token: { kind: person, side: local, at: car } }
  control: { name: Control, seat: dispatch }
  harlan: { name: Man in vest, named: [{ when: "me.lead == 'named'", as: W. Harlan }] }
story:
  contact:
    start: rolling
    states:
      rolling:
        enter:
          - radio: { from: control, text: "4-Adam-31, {a 207|a kidnapping} in progress." }
        decide:
          - id: approach
            seat: patrol
            ask: How do you approach?
            within: 45s
            silence: [{ go: arrived }]
            options:
              - { id: marked, ref: F04a, say: Stop back with lights on., acts: [{ approach: { marked: true, cover: true } }], takes: 20s, then: [{ go: arrived }] }
              - { id: dark, say: Roll up with guns out., acts: [{ approach: { marked: false, weapons: pointed } }], takes: 20s, then: [{ go: arrived }] }
      arrived:
        enter:
          - arrives: patrol
          - place: { you: oak }
          - say: { from: harlan, text: Federal officers. }
          - tell: { to: patrol, learn: { identity: claimed }, from: harlan, basis: heard }
          - tell: { to: patrol, learn: { lead: named }, from: harlan, basis: heard }
          - say: { from: harlan, text: Stay back. }
          - observe: federal-claim
        decide:
          - id: request
            seat: patrol
            at: 40s
            ask: They ask you to hold the street.
            within: 40s
            silence: []
            options:
              - { id: hold, say: Hold the street for them., acts: [{ assist: { task: perimeter, for: civil-immigration } }], takes: 10s, then: [{ set: { supervisor: asked } }] }
              - { id: no, say: Say no., acts: [{ decline: { task: perimeter } }], takes: 5s, then: [] }
        after:
          3m: [{ end: true }]
actions:
  ask-dispatch:
    seat: [patrol]
    group: verify
    say: Ask dispatch to call back.
    when: "me.identity == 'claimed'"
    acts: [{ verify-identity: { by: independent-callback, for: public-safety } }]
    takes: 20s
    then:
      - tell: { to: dispatch, learn: { paper: described }, from: control, basis: heard }
      - after: { 10s: [{ tell: { to: patrol, learn: { identity: { truth.team: { federal: confirmed, impostors: refuted } } }, from: control, basis: confirmed } }, { report: { from: dispatch, to: patrol, facts: [paper] } }] }
  look:
    seat: [patrol]
    group: note
    say: Look at the plate.
    acts: [{ observe-log: {} }]
    takes: 10s
    then: [{ radio: { from: control, text: Noted. } }]
endings:
  - { id: known, title: Settled, text: You know who they are., when: "known.patrol.identity in ['confirmed', 'refuted']" }
  - { id: apart, title: They are gone, text: Nobody knows who they were. }
`;

const AUTHORITY = (id: string, citation: string, history: string) => `
  - { id: ${id}, group: A, citation: ${citation}, kind: statute, body: Here, date: "2026", status: in force, axes: [jurisdiction], summary: What it says., do: Do., dont: Do not., verified: read, source: "https://example.org/${id}", history: [${history}] }`;

const FILES: Readonly<Record<string, string>> = {
  'street/scenario.yaml': SCENARIO,
  'law/authorities.yaml': `format: 1\nauthorities:${AUTHORITY('base', 'Base Act', '{ on: 1900-01-01, is: in-force }')}${AUTHORITY(
    'bar',
    'Bar Act',
    '{ on: 2026-01-01, is: in-force }, { on: 2026-07-01, is: ended }',
  )}\n`,
  'law/layers/ground.yaml': `format: 1
id: ground
title: Ground
rules:
  - id: guns-out
    of: approach
    with: { weapons: [pointed] }
    gives: { constitutional: forbidden, crowd-safety: discouraged }
    grave: [constitutional]
    by: [base]
    because: Nobody had threatened anybody.
    title: You pointed guns on arrival.
  - id: marked-arrival
    of: approach
    with: { marked: [true] }
    gives: { crowd-safety: commended }
    by: [base]
    because: Everyone could see who came.
    title: You arrived marked.
duties:
  - id: verify
    opens: federal-claim
    who: every-local-officer
    within: 1m
    source-of-time: instructor
    met-by: [{ verify-identity: { by: [independent-callback] } }]
    earlier: counts
    met: { jurisdiction: required }
    missed: { jurisdiction: forbidden }
    by: [base]
    because: Who they are decides what follows.
    titles: { met: You checked who they were., missed: You never checked who they were. }
suspends: []
`,
  'law/layers/barred.yaml': `format: 1
id: barred
title: Barred
rules:
  - id: no-lending
    of: assist
    with: { for: [civil-immigration] }
    gives: { jurisdiction: forbidden }
    by: [bar]
    because: The Bar Act keeps local officers out of this.
    title: You lent a hand with a civil arrest.
duties: []
suspends: []
`,
  'law/packs.yaml': `format: 1
packs:
  - { id: barred, title: The barred city, place: Here, words: codes, layers: [ground, barred], review: Training material. }
  - { id: plain, title: The plain city, place: There, words: plain, layers: [ground], review: Training material. }
`,
};

const files = new Map(Object.entries(FILES));

/** The street, compiled. */
export const STREET: Playbook = (() => {
  const { playbook, problems } = readScenario(files, 'street');
  if (playbook === null) throw new Error(`The street does not compile: ${JSON.stringify(problems, null, 1)}`);
  return playbook;
})();

/** Its law: packs `barred` and `plain`; the Bar Act ends on 2026-07-01. */
export const LAW: Law = (() => {
  const { law, problems } = readLaw(files);
  if (law === null) throw new Error(`The law does not read: ${JSON.stringify(problems, null, 1)}`);
  return law;
})();

/** The street with words of its scenario and of its law put in the place of others; each must be there. */
export function changed(
  scenario: readonly (readonly [was: string, is: string])[],
  law: readonly (readonly [was: string, is: string])[] = [],
): { readonly playbook: Playbook; readonly law: Law } {
  const put = (text: string, [was, is]: readonly [string, string]) => {
    if (!text.includes(was)) throw new Error(`There is no ${JSON.stringify(was)}.`);
    return text.replace(was, is);
  };
  const layer = 'law/layers/ground.yaml';
  const own = new Map(files)
    .set('street/scenario.yaml', scenario.reduce(put, SCENARIO))
    .set(layer, law.reduce(put, FILES[layer] ?? ''));
  const [read, ruled] = [readScenario(own, 'street'), readLaw(own)];
  if (read.playbook === null || ruled.law === null)
    throw new Error(JSON.stringify([...read.problems, ...ruled.problems], null, 1));
  return { playbook: read.playbook, law: ruled.law };
}

/** A command without the parts every command of these runs shares. */
export type Asked =
  | { readonly at: number; readonly choose: string }
  | { readonly at: number; readonly act: string }
  | { readonly at: number; readonly say: string; readonly of: string }
  | { readonly at: number };

/** Plays the street with these commands; throws if any is refused. `choose` is `decision/option`. */
export function played(
  asked: readonly Asked[],
  over: Partial<Opening> = {},
  playbook: Playbook = STREET,
): { readonly opening: Opening; readonly entries: readonly Entry[] } {
  const opening = {
    ...planOpening(playbook),
    pack: { id: 'barred', hash: `sha256:${'0'.repeat(64)}`, asOf: '2026-06-30' },
    ...over,
  };
  const engine = makeEngine(playbook, opening, 'grid');
  let { exercise } = openExercise(engine);
  const entries: Entry[] = [];
  for (const one of asked) {
    const stepped = step(engine, exercise, commandOf(one));
    if (!stepped.ok) throw new Error(`${JSON.stringify(one)} was refused: ${stepped.why}`);
    exercise = stepped.exercise;
    entries.push(...stepped.entries);
  }
  return { opening, entries };
}

function commandOf(one: Asked): Command {
  const seat = 'patrol';
  if ('choose' in one) {
    const [decision = '', option = ''] = one.choose.split('/');
    return { kind: 'choose', at: one.at, seat, decision, visit: 1, option };
  }
  if ('act' in one) return { kind: 'act', at: one.at, seat, action: one.act };
  if ('say' in one) return { kind: 'say', at: one.at, seat, decision: one.of, visit: 1, words: one.say };
  return { kind: 'advance', at: one.at };
}
