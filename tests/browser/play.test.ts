/**
 * The scenario, played to its debrief by keyboard alone: reckless from its first page, where everything is lacking that may be; the others
 * from the middle of the call, in English and in Spanish.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { StandingWord } from '#law/findings.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { textsIn } from '#table/words/texts.ts';
import { folder } from '../cli/deconflict.ts';
import { STRAIGHT } from './by-keyboard.ts';
import { ALL_MOTION, type Condition, LESS_MOTION, NO_SCENE, NO_SOUND, together } from './conditions.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { midway, resumeFrom } from './midway.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { BY_KEYS, begin, playPlan, type Reader } from './player.ts';
import { type Replayed, replayed } from './replayed.ts';
import { runNode } from './served.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';
import { treeDefects, wayDefects } from './tree.ts';

const ORDER: readonly StandingWord[] = ['grave', 'unsound', 'gaps', 'sound'];
/** How often the accessibility tree is asked: after every so many steps. */
const EVERY = 5;
/** `npm run prove` plays four calls in English and two in Spanish, each from its first page; `npm test` one so, and the end of one in each language. */
const LONG = process.env.PROVE_RUNS !== undefined;
/** How many of its last steps are played by hand of a call that begins in its middle. */
const LAST = LONG ? Number.POSITIVE_INFINITY : 5;
const patience = { timeout: 400_000 };

/** How a call is played. */
interface How {
  readonly reader?: Reader;
  readonly under?: Condition;
  /** So many steps by hand; all of them, from the first page, where it is left out. */
  readonly last?: number;
  /** What a screen reader gets is looked at on the way, and the way of Tab at three moments. */
  readonly heard?: boolean;
}

/** What was read on the page, and what the exported run comes to. */
interface Played extends Replayed {
  /** All that was shown to the trainee: the log at the end of play. */
  readonly log: string;
  readonly text: string;
}

async function play(
  name: string,
  { reader = BY_KEYS, under = LESS_MOTION, last = Number.POSITIVE_INFINITY, heard = false }: How,
): Promise<Played> {
  const whole = planOf(name);
  const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 }, ...under.options });
  await under.before(page);
  let plan = whole;
  if (last < whole.steps.length) {
    const way = midway(whole, whole.steps.length - last, { language: reader.lang });
    plan = way.rest;
    await resumeFrom(page, ADDRESS, way.file, reader);
  } else {
    const query = `seed=${seedOf(whole)}&clock=discussion&level=guided&extended=1&lang=${reader.lang}`;
    await begin(page, ADDRESS, PLAYBOOK, query, reader);
  }
  if (heard) expect(await wayDefects(page), 'the way of Tab at the start').toEqual([]);
  const midst = Math.floor(plan.steps.length / 2);
  await playPlan(page, PLAYBOOK, plan, reader, async (n) => {
    if (n === midst) expect(await under.wrong(page), 'what the page did wrong midway').toEqual([]);
    expect(await focused(page), `step ${n} leaves the focus on the desk`).not.toBe('BODY');
    if (!heard) return;
    if (n % EVERY === 0) expect(await treeDefects(page), `what is heard after step ${n}`).toEqual([]);
    if (n === midst) expect(await wayDefects(page), 'the way of Tab midway').toEqual([]);
  });
  const log = await page.getByRole('log', { name: reader.desk.play.log }).innerText();
  // Through the long debrief the keyboard alone goes once, in the call that is played whole.
  const inDebrief = plan === whole ? reader : { ...reader, hands: STRAIGHT };
  const standings = await readStandings(page, 'This is what I knew, and why I did it.', inDebrief);
  if (heard) {
    expect(await treeDefects(page), 'what is heard of the debrief').toEqual([]);
    expect(await wayDefects(page), 'the way of Tab in the debrief').toEqual([]);
  }
  const text = await exportRun(page, inDebrief);
  expect(await under.wrong(page), 'what the page did wrong where something was lacking').toEqual([]);
  expect(await under.met(page), 'what shows that it was lacking').toEqual([]);
  // That a blocked file did not come is no fault of the page's.
  expect(errors.filter((one) => !/Failed to load resource.*404/.test(one))).toEqual([]);
  const again = replayed(text);
  const { entries } = again.run;
  expect(again).toMatchObject({ equal: true, digest: entries.at(-1)?.digest, standings });
  const done = entries.flatMap(({ command }) =>
    command.kind === 'choose'
      ? [`${command.decision}/${command.option}`]
      : command.kind === 'act'
        ? [command.action]
        : [],
  );
  const meant = whole.steps.flatMap((step) =>
    step.kind === 'choose' ? [`${step.decision}/${step.option}`] : step.kind === 'act' ? [step.action] : [],
  );
  expect(done, 'every choice and act of the plan is in the run, in its order').toEqual(meant);
  return { ...again, log, text };
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

/** Whether one stands higher than the other on every axis. */
function standsHigher(careful: Replayed, reckless: Replayed): void {
  for (const axis of AXES) {
    const high = ORDER.indexOf(careful.standings[axis]);
    const low = ORDER.indexOf(reckless.standings[axis]);
    expect(low, `${axis} is exercised by the reckless run`).toBeGreaterThanOrEqual(0);
    expect(high, `${axis}: ${careful.standings[axis]} over ${reckless.standings[axis]}`).toBeGreaterThan(low);
  }
}

const calls = new Map<string, Played>();

test(
  '[TB20] [TB74] [TB75] [TB76] [TB78] reckless is played by keyboard alone from home to standings, without WebGL, without sound, with less motion; the command line replays and rules it as the page does',
  patience,
  async () => {
    const under = together(NO_SCENE, NO_SOUND, LESS_MOTION);
    const reckless = await play('reckless-impostors', { under, heard: true });
    const path = join(folder(), 'reckless.run.json');
    writeFileSync(path, reckless.text);
    const again = JSON.parse(await runNode(['src/cli/main.ts', 'replay', path, '--json'])) as object;
    const { digest, ending, run } = reckless;
    expect(again).toMatchObject({ equal: true, digest, ending, entries: run.entries.length });
    const ruled = JSON.parse(await runNode(['src/cli/main.ts', 'debrief', path, '--json'])) as {
      readonly axes: Readonly<Record<Axis, { readonly standing: StandingWord }>>;
    };
    expect(
      Object.fromEntries(AXES.map((axis) => [axis, ruled.axes[axis].standing])),
      'the command line rules as the page does',
    ).toEqual(reckless.standings);
    calls.set('reckless-impostors', reckless);
  },
);

test(
  '[TB20] [TB76] with the men impostors, where the page may move, careful stands higher on every axis',
  patience,
  async () => {
    const careful = await play('careful-impostors', { under: ALL_MOTION, last: LAST });
    calls.set('careful-impostors', careful);
    const reckless = calls.get('reckless-impostors');
    if (reckless === undefined) throw new Error('The reckless run was played before.');
    standsHigher(careful, reckless);
  },
);

test.runIf(LONG)(
  '[TB20] with the men federal, careful and reckless: other endings, and careful stands higher on every axis',
  patience,
  async () => {
    const careful = await play('careful-federal', { last: LAST });
    const reckless = await play('reckless-federal', { last: LAST });
    standsHigher(careful, reckless);
    calls.set('careful-federal', careful).set('reckless-federal', reckless);
  },
);

test.runIf(LONG)('[TB20] the four runs came to four endings', () => {
  const endings = new Set([...calls.values()].map(({ ending }) => ending));
  expect(endings.size).toBe(4);
  expect(endings).not.toContain(null);
});

test(
  '[TB20] in Spanish, careful is played by keyboard alone and comes to the same as in English',
  patience,
  async () => {
    // Everything is found by its role and its Spanish name, out of the tables the page itself reads; where a text has no Spanish yet, the
    // page shows it in English, and under that name it is found.
    const { desk } = await textsIn('es');
    const reader = { ...BY_KEYS, lang: 'es', desk };
    for (const name of ['careful-impostors', ...(LONG ? ['careful-federal'] : [])]) {
      const { standings, ending, run, log } = await play(name, { reader, last: LAST });
      expect(run.opening.language).toBe('es');
      const before = calls.get(name);
      expect(before, 'the same run was played in English before').toBeDefined();
      expect({ standings, ending }).toEqual({ standings: before?.standings, ending: before?.ending });
      expect(log, 'what is read is not English').not.toBe(before?.log);
    }
  },
);
