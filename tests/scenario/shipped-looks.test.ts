/** What the shipped scenarios show and sound like: equal in both truths, every look of it seen in some plan, every action aimed. */
import { describe, expect, test, vi } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { debrief } from '#debrief/debrief.ts';
import { makeEngine } from '#exercise/engine.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import type { SeenToken } from '#exercise/view.ts';
import type { TraceEvent } from '#law/trace.ts';
import { runPlan } from '#plans/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { opening } from '../exercise/fixture.ts';
import { momentsOfPlan } from '../verify/evidence/moments.ts';

vi.setConfig({ testTimeout: 300_000 });

const files = readSources();
const TONGUE = { lang: 'en', words: 'codes' } as const;

function playbookOf(id: string): Playbook {
  const playbook = shippedPlaybook(id);
  return playbook;
}

const LONG = process.env.PROVE_RUNS !== undefined;
/** Plans that between them show every look and mark; `npm run prove` plays all plans. */
const SHOWING = [
  ...['law-helps-the-team', 'ends-called-out-alone', 'ends-still-holding', 'ends-scattered-drawn'],
  ...['reckless-federal', 'reckless-impostors', 'careful-impostors', 'helps-the-hurt'],
  ...['takes-what-is-asked-for', 'ends-apart-but-the-child', 'answer-comes-after-they-left'],
];

/** The playbook with one truth and all others at their first value, so that the first is the only difference. */
function drawn(playbook: Playbook, value: number): Playbook {
  return {
    ...playbook,
    truths: playbook.truths.map((truth, n) => ({
      ...truth,
      weights: truth.weights.map((row) => row.map((_, i) => Number(i === (n === 0 ? value : 0)))),
    })),
  };
}

/** What a trainee who does nothing sees and hears at each of these seconds. Where nothing happened in between it is what it was. */
function untouched(playbook: Playbook, seconds: readonly number[]): string[] {
  const engine = makeEngine(playbook, opening({ scenario: playbook.id }), 'grid');
  const opened = openExercise(engine);
  let { exercise } = opened;
  const trace: TraceEvent[] = [...opened.trace];
  let shown = '';
  return seconds.map((second) => {
    const stepped = step(engine, exercise, { kind: 'advance', at: second * 1_000 });
    if (!stepped.ok) throw new Error(stepped.why);
    exercise = stepped.exercise;
    trace.push(...stepped.trace);
    if (shown !== '' && stepped.trace.length === 0) return shown;
    const { tokens, sounds, log } = seatView(engine, exercise, trace, 'patrol', TONGUE);
    shown = JSON.stringify({ tokens, sounds, log });
    return shown;
  });
}

describe('residence-207', () => {
  const playbook = playbookOf('residence-207');

  test('[SC23] the men look, move and sound the same in both truths until their own agency is asked', () => {
    const team = playbook.slots[playbook.truths[0]?.slot ?? -1];
    expect(team?.id).toBe('truth.team');
    const fifteenMinutes = 15 * 60 - 1;
    const seconds = Array.from({ length: fifteenMinutes }, (_, n) => n + 1);
    const [federal, impostors] = [0, 1].map((value) => untouched(drawn(playbook, value), seconds));
    expect(impostors).toEqual(federal);
    expect(new Set(federal).size).toBeGreaterThan(80);
    // Past it they part: who asked gets an answer in one truth only.
    const past = [fifteenMinutes + 60];
    expect(untouched(drawn(playbook, 0), past)).not.toEqual(untouched(drawn(playbook, 1), past));
  });

  test('[SC23] every look and every mark is seen in some shipped plan, and nobody stands where the map has no place', () => {
    const seen = new Set<string>();
    const tokens: SeenToken[] = [];
    const paths = planPaths(files, 'residence-207');
    const first = paths.filter((path) => SHOWING.some((id) => path.endsWith(`/${id}.plan.yaml`)));
    expect(first.length).toBe(SHOWING.length);
    for (const path of LONG ? paths : first) {
      const { plan } = readPlanFor(playbook, files, path);
      if (plan === null) throw new Error(path);
      const run = runPlan(playbook, plan, { toEnd: true, mover: 'grid' });
      for (const { view } of momentsOfPlan(run)) {
        tokens.push(...view.tokens);
        for (const one of view.tokens) seen.add(`${one.id}: ${one.how ?? one.mark}`);
      }
    }
    const written = playbook.tokens.flatMap(({ id, looks = [], mark }) => [
      ...looks.flatMap(({ how }) => (how === null ? [] : [`${id}: ${playbook.texts[how]}`])),
      ...(mark === undefined ? [] : [`${id}: ${mark}`]),
    ]);
    expect(written.length).toBeGreaterThan(120);
    const plain = (text: string) => text.replace(/\{[^{}|]*\|([^{}|]*)\}/g, '$1');
    expect(written.map(plain).filter((one) => !seen.has(one))).toEqual([]);
    for (const one of tokens) {
      const counted = one.kind === 'group' ? one.people >= 2 : one.people === Number(one.kind === 'person');
      if (!counted || (one.kind === 'thing') !== (one.mark !== null)) expect(one).toBe('drawn as what it is');
    }
  });

  test('[SC24] what is to be talked over stands in the debrief in the reader’s language, and in no view', () => {
    const { plan } = readPlanFor(playbook, files, 'residence-207/plans/ends-nobody-knew.plan.yaml');
    if (plan === null) throw new Error('no plan');
    const { opening, entries, engine, exercise, trace } = runPlan(playbook, plan, { toEnd: true });
    const asked = (language: string) =>
      debrief({ playbook, opening, entries, law: shippedLaw(), language }).hotWash ?? [];
    expect(asked('en')).toHaveLength(7);
    expect(asked('en')[2]).toBe('Whose information reached whom?');
    expect(asked('es')[2]).toBe('¿Quién habló y a quién le llegó lo que dijo?');
    const view = JSON.stringify(seatView(engine, exercise, trace, 'patrol', TONGUE));
    for (const question of asked('en')) expect(view).not.toContain(question);
    const { hotWash: _, ...silent } = playbook;
    expect(debrief({ playbook: silent, opening, entries, law: shippedLaw() })).not.toHaveProperty('hotWash');
  });

  test('[SC22] each standing action is about something one can point at', () => {
    expect(playbook.actions.filter(({ about = [] }) => about.length === 0).map(({ id }) => id)).toEqual([]);
    expect(playbook.actions.length).toBeGreaterThan(25);
  });
});
