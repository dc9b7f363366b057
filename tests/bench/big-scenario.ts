/**
 * A scenario as large as nobody has written yet, for measuring its reading: so many states in four regions, each with a decision of
 * five options, conditions over what is known and what the world is, ways on, lines and standing actions. It reads without an error.
 */
import type { Files } from '#scenario/read.ts';

const [REGIONS, OPTIONS, SLOTS, ACTIONS] = [4, 5, 40, 60];
const DEEDS = ['Stand here by', 'Walk over to', 'Talk across', 'Look around', 'Send word to'];
const ACTS = [
  '{ approach: { marked: true, cover: true } }',
  '{ approach: { marked: false } }',
  '{ verify-identity: { by: independent-callback, for: public-safety } }',
  '{ notify: { whom: command } }',
  '{ request-supervisor: {} }',
];
const BASES = ['heard', 'seen', 'confirmed', 'confirmed'];
const VALUES = ['unknown', 'claimed', 'credential-shown', 'confirmed', 'refuted'];

/** Its file, `big/scenario.yaml`, with so many states (a multiple of four) and five times as many options. */
export function bigScenario(states: number): Files {
  const regions = Array.from({ length: REGIONS }, (_, r) => region(r, states / REGIONS));
  return new Map([['big/scenario.yaml', `${HEAD}${regions.join('')}${TAIL}`]]);
}

function region(r: number, many: number): string {
  const states = Array.from({ length: many }, (_, n) => state(r, n, many));
  return `  r${r}:\n    start: s${r}-0\n    states:\n${states.join('')}`;
}

function state(r: number, n: number, many: number): string {
  const id = `${r}-${n}`;
  const next = (by: number) => `s${r}-${(n + by) % many}`;
  const slot = (r * many + n) % SLOTS;
  const options = Array.from({ length: OPTIONS }, (_, o) => {
    const when = o === 0 ? '' : `when: "me.identity != '${VALUES[o]}' || done.a${(n + o) % ACTIONS} < 9", `;
    const then = `[{ set: { w${slot}: v${o} } }, { go: ${next(o + 1)} }]`;
    return `              - { id: o${o}, say: "${DEEDS[o]} post ${id}.", ${when}acts: [${ACTS[o]}], takes: ${10 + o}s, then: ${then} }\n`;
  });
  return `      s${id}:
        enter:
          - radio: { from: control, text: "Post ${id} is yours, ${slot} units are near." }
          - when: "world.w${slot} == 'v1' && known.patrol.identity != 'confirmed'"
            do: [{ add: { crowd: 1 } }]
        after: { 4m: [{ go: ${next(1)} }] }
        on: [{ when: "world.crowd >= ${200 + (n % 40)} && story.r${r} == 's${id}'", do: [{ add: { crowd: -50 } }], go: ${next(2)} }]
        decide:
          - id: d${id}
            seat: patrol
            ask: "What now, at ${id}?"
            within: 2m
            silence: [{ go: ${next(3)} }]
            options:
${options.join('')}`;
}

const HEAD = `format: 1
id: big
title: A very long day
asOf: 2026-06-30
startsAt: "17:12:00"
minutes: 60
brief: { role: You are on patrol., situation: A long day begins., note: Nobody is hurt. }
objectives:
  - { id: identity, axis: jurisdiction, seat: patrol, text: Establish who they are., met: "known.patrol.identity in ['confirmed', 'refuted']" }
seats:
  patrol: { callsign: Unit 31, role: Patrol officer, agency: local, solo: true }
  dispatch: { callsign: Control, role: Dispatcher, agency: local }
facts: { use: [identity] }
world:
${Array.from({ length: SLOTS }, (_, n) => `  w${n}: { values: [v0, v1, v2, v3, v4] }\n`).join('')}meters:
  crowd: { label: People gathered, start: 2, range: [0, 250] }
places: { car: At your car, oak: By the oak }
people:
  you: { name: You, seat: patrol, token: { kind: person, side: local, at: car } }
  control: { name: Control, seat: dispatch }
story:
`;

const TAIL = `actions:
${Array.from(
  { length: ACTIONS },
  (_, n) =>
    `  a${n}: { seat: [patrol], group: verify, say: "Ask for help with matter ${n}.", when: "done.a${n} < 2", acts: [${ACTS[n % 5]}], takes: 20s, then: [{ tell: { to: patrol, learn: { identity: ${VALUES[1 + (n % 4)]} }, from: control, basis: ${BASES[n % 4]} } }, { end: true }] }\n`,
).join('')}endings:
  - { id: over, title: Over, text: The day is over. }
`;
