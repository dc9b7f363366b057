/** The scenario, played to its debrief by keyboard alone: careful and reckless, in each truth, each lacking something else; and careful in Spanish. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RunFile } from '#exercise/entries.ts';
import type { StandingWord } from '#law/findings.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { textsIn } from '#table/words/texts.ts';
import { folder } from '../cli/deconflict.ts';
import { ALL_MOTION, type Condition, LESS_MOTION, NO_SCENE, NO_SOUND } from './conditions.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, ENGLISH, playPlan, type Reader } from './player.ts';
import { runNode } from './served.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';
import { treeDefects, wayDefects } from './tree.ts';

const ORDER: readonly StandingWord[] = ['grave', 'unsound', 'gaps', 'sound'];
/** How often the accessibility tree is asked: after every so many steps. */
const EVERY = 3;
const patience = { timeout: 400_000 };

/** What was read on the page and what the command line says of the exported run. */
interface Played {
  readonly standings: Readonly<Record<Axis, StandingWord>>;
  readonly ending: string | null;
  readonly lang: string;
  /** All that was shown to the trainee: the log at the end of play. */
  readonly log: string;
}

/** Plays a plan under a condition. `heard`: what a screen reader gets is looked at on the way, and the way of Tab at three moments. */
async function play(
  name: string,
  reader: Reader = ENGLISH,
  { options, before, wrong, met }: Condition = LESS_MOTION,
  heard = false,
): Promise<Played> {
  const plan = planOf(name);
  const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 }, ...options });
  await before(page);
  const query = `seed=${seedOf(plan)}&clock=discussion&level=guided&extended=1&lang=${reader.lang}`;
  await begin(page, ADDRESS, PLAYBOOK, query, reader);
  if (heard) expect(await wayDefects(page), 'the way of Tab at the start').toEqual([]);
  const midway = Math.floor(plan.steps.length / 2);
  await playPlan(page, PLAYBOOK, plan, reader, async (n) => {
    if (n === midway) expect(await wrong(page), 'what the page did wrong midway').toEqual([]);
    if (!heard) return;
    expect(await focused(page), `step ${n} leaves the focus on the desk`).not.toBe('BODY');
    if (n % EVERY === 0) expect(await treeDefects(page), `what is heard after step ${n}`).toEqual([]);
    if (n === midway) expect(await wayDefects(page), 'the way of Tab midway').toEqual([]);
  });
  const log = await page.getByRole('log', { name: reader.desk.play.log }).innerText();
  const standings = await readStandings(page, 'This is what I knew, and why I did it.', reader);
  if (heard) {
    expect(await treeDefects(page), 'what is heard of the debrief').toEqual([]);
    expect(await wayDefects(page), 'the way of Tab in the debrief').toEqual([]);
  }
  const text = await exportRun(page, reader);
  expect(await wrong(page), 'what the page did wrong where something was lacking').toEqual([]);
  expect(await met(page), 'what shows that it was lacking').toEqual([]);
  // That a blocked file did not come is no fault of the page's.
  expect(errors.filter((one) => !/Failed to load resource.*404/.test(one))).toEqual([]);
  const path = join(folder(), `${name}.run.json`);
  writeFileSync(path, text);
  const run = JSON.parse(text) as RunFile;
  const replayed = JSON.parse(await runNode(['src/cli/main.ts', 'replay', path, '--json'])) as {
    readonly digest: string;
    readonly ending: string | null;
    readonly entries: number;
    readonly equal: boolean;
  };
  expect(replayed).toMatchObject({
    equal: true,
    digest: run.entries.at(-1)?.digest,
    entries: run.entries.length,
  });
  const done = run.entries.flatMap(({ command }) =>
    command.kind === 'choose'
      ? [`${command.decision}/${command.option}`]
      : command.kind === 'act'
        ? [command.action]
        : [],
  );
  const meant = plan.steps.flatMap((step) =>
    step.kind === 'choose' ? [`${step.decision}/${step.option}`] : step.kind === 'act' ? [step.action] : [],
  );
  expect(done, 'every choice and act of the plan is in the run, in its order').toEqual(meant);
  const ruled = JSON.parse(await runNode(['src/cli/main.ts', 'debrief', path, '--json'])) as {
    readonly axes: Readonly<Record<Axis, { readonly standing: StandingWord }>>;
  };
  expect(
    Object.fromEntries(AXES.map((axis) => [axis, ruled.axes[axis].standing])),
    'the command line rules as the page does',
  ).toEqual(standings);
  return { standings, ending: replayed.ending, lang: run.opening.language, log };
}

function focused(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.tagName);
}

const english = new Map<string, Played>();

test.each([
  { truth: 'federal', careful: NO_SCENE, reckless: NO_SOUND, heard: false },
  { truth: 'impostors', careful: LESS_MOTION, reckless: ALL_MOTION, heard: true },
])(
  '[TB20] [TB74] [TB75] [TB76] [TB78] with the men $truth, careful and reckless are played by keyboard alone: other endings, and careful stands higher on every axis',
  patience,
  async ({ truth, careful: one, reckless: other, heard }) => {
    // Two people at two pages: each waits for the other's answers less than for its own.
    const [careful, reckless] = await Promise.all([
      play(`careful-${truth}`, ENGLISH, one),
      play(`reckless-${truth}`, ENGLISH, other, heard),
    ]);
    for (const axis of AXES) {
      const high = ORDER.indexOf(careful.standings[axis]);
      const low = ORDER.indexOf(reckless.standings[axis]);
      expect(low, `${axis} is exercised by the reckless run`).toBeGreaterThanOrEqual(0);
      expect(high, `${axis}: ${careful.standings[axis]} over ${reckless.standings[axis]}`).toBeGreaterThan(
        low,
      );
    }
    english.set(`careful-${truth}`, careful).set(`reckless-${truth}`, reckless);
  },
);

test('[TB20] the four runs came to four endings', () => {
  const endings = new Set([...english.values()].map(({ ending }) => ending));
  expect(endings.size).toBe(4);
  expect(endings).not.toContain(null);
});

test(
  '[TB20] in Spanish, careful is played by keyboard alone in each truth, and comes to the same as in English',
  patience,
  async () => {
    // Everything is found by its role and its Spanish name, out of the tables the page itself reads; where a text has no Spanish yet, the
    // page shows it in English, and under that name it is found.
    const { desk } = await textsIn('es');
    const reader = { ...ENGLISH, lang: 'es', desk };
    const names = ['careful-federal', 'careful-impostors'] as const;
    const played = await Promise.all(names.map((name) => play(name, reader)));
    for (const [i, name] of names.entries()) {
      const { standings, ending, lang, log } = played[i] as Played;
      expect(lang).toBe('es');
      const before = english.get(name);
      expect(before, 'the same run was played in English before').toBeDefined();
      expect({ standings, ending }).toEqual({ standings: before?.standings, ending: before?.ending });
      expect(log, 'what is read is not English').not.toBe(before?.log);
    }
  },
);
