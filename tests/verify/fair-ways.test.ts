/** Ways on from single situations of a small scenario: by an answer that cuts, none after a duty was left for something longer, none at all. */

import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/disk/shipped.ts';
import { readScenario } from '#scenario/read.ts';
import type { Move } from '#verify/exhaustive/belief-graph.ts';
import { Exploration } from '#verify/exhaustive/exploration.ts';
import { Archive } from '#verify/sampled/archive.ts';
import { FairWays } from '#verify/sampled/fair-ways.ts';
import { filesOf } from '../scenario/pages.ts';
import { proved, told } from './prove-small.ts';

const law = shippedLaw();

/**
 * A van is held, and after some seconds, or at once, the men are confirmed: it must go within a minute. Ninety seconds later somebody else
 * lets it go. A note takes two minutes.
 */
const held = (confirmedAfter: string | null, asks = '') => {
  const confirmed = `- { tell: { to: patrol, learn: { identity: confirmed }, from: lead, basis: confirmed } }
            - { observe: identity-confirmed }
            - { after: { 90s: [{ observe: let-go }, { go: over }] } }`;
  return `story:
  contact:
    start: holding
    states:
      holding:
        enter:
            - { observe: { holding: { what: vehicle } } }
            ${confirmedAfter === null ? confirmed : ''}
        after:
          ${confirmedAfter ?? '1s'}:
            ${confirmedAfter === null ? '[]' : confirmed}
${asks}
      over: { after: { 2m: [{ end: true }] } }
actions:
  let-go: { seat: [patrol], group: verify, say: Let the van go., when: "done['let-go'] == 0", acts: [{ release: { who: vehicle, notice: given } }], takes: 5s, then: [{ observe: let-go }, { go: over }] }
  note: { seat: [patrol], group: note, say: Write it all down., acts: [{ observe-log: {} }], takes: 2m, then: [] }
`;
};
const ASKS = `        decide:
          - id: still-here
            seat: patrol
            ask: They ask whether you are still there.
            at: 60s
            within: 45s
            options:
              - { id: nod, say: Nod., acts: [{ announce: {} }], takes: 5s, then: [] }
              - { id: talk, say: Tell them all of it., acts: [{ explain: {} }], takes: 2m, then: [] }`;

/** What comes of a situation: after seconds that pass and what is begun, an action or an option by its id. */
function comesTo(sections: string, ...steps: readonly (number | string)[]) {
  const { files } = filesOf([{ kind: 'broken', line: 0, column: 0, file: null, text: sections }]);
  const { playbook, problems } = readScenario(files, 'base');
  if (playbook === null || law === null) throw new Error(JSON.stringify(problems, null, 1));
  const seat = playbook.seats.findIndex(({ solo }) => solo);
  const under = { law, pack: 'neutral', asOf: playbook.asOf, switches: {} };
  const exploration = new Exploration({ playbook, files, seat, under });
  const idOf = ({ action, decision, option }: { action: number; decision: number; option: number }) =>
    playbook.actions[action]?.id ?? playbook.decisions[decision]?.options[option]?.id;
  const { sources } = exploration.system.kernel.tables;
  const moves = steps.map((step): Move => {
    if (typeof step === 'number') return { move: -1, ms: step * 1000 };
    return { move: sources.findIndex((source) => idOf(source) === step), ms: 0 };
  });
  const truths = exploration.truths[0] ?? [];
  const archive = new Archive(exploration);
  for (const [n, move] of moves.entries()) {
    archive.kept.push({ truths, before: n - 1, moves: [move], state: new Int32Array(0), isGrave: false });
  }
  const ways = new FairWays(exploration, archive, []);
  return moves.map((_, n) => ways.of(n)).at(-1);
}

/** Two doors: behind one the run stands still for ever, and the truth says which. */
const doors = (told = '') => `story:
  contact:
    start: hall
    states:
      hall:
        enter: [${told}]
        decide:
          - id: which-door
            seat: patrol
            ask: There are two doors.
            at: 2s
            within: 45s
            silence: [{ go: dark }]
            options:
              - { id: left, say: Take the left door., acts: [], takes: 8s, then: [{ go: over, when: "truth.team == 'federal'" }, { go: dark, when: "truth.team != 'federal'" }] }
              - { id: right, say: Take the right door., acts: [], takes: 8s, then: [{ go: dark, when: "truth.team == 'federal'" }, { go: over, when: "truth.team != 'federal'" }] }
      dark: {}
      over: { after: { 30s: [{ end: true }] } }
`;

test('[RH43] one play has to lead on under every truth that the seat has not told apart', () => {
  expect(comesTo(doors(), 1, 9), 'nothing told').toBe('none');
  const words = `{ after: { 5s: [{ say: { from: lead, text: Left., id: left-said }, when: "truth.team == 'federal'" }] } }`;
  expect(comesTo(doors(words), 1, 9), 'somebody said it').toBe('fair');
});

test('[RH43] who does something long while a duty is owed can still answer, which cuts it, and then meet the duty', () => {
  expect(comesTo(held('5s', ASKS), 20, 'note', 50), 'the question stands').toBe('fair');
  expect(comesTo(held('5s', ASKS), 20, 'note', 10), 'the question is to come').toBe('fair');
  expect(comesTo(held('5s', ASKS), 70, 'let-go', 1, 'nod', 1), 'what was cut is begun again').toBe('fair');
});

test('[RH43] [RH38] a duty left for something that outlasts it is no trap; one that comes while something runs is', () => {
  expect(comesTo(held('5s'), 20, 'note', 10)).toBe('neglected');
  expect(comesTo(held('30s'), 20, 'note', 5)).toBe('none');
  const traps = (sections: string) => told(proved(sections)).filter((one) => one.startsWith('SC0804'));
  expect(traps(held(null))).toEqual([]);
  expect(traps(held('30s')).map((one) => one.slice(0, 12))).toEqual(['SC0804 note:']);
});
