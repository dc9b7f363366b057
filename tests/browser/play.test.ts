/** The scenario, played to its debrief by keyboard alone: careful and reckless, in each truth. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunFile } from '#exercise/entries.ts';
import type { StandingWord } from '#law/findings.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { folder } from '../cli/deconflict.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, playPlan } from './player.ts';
import { runNode } from './served.ts';
import { PLAYBOOK, planOf, SCENARIO } from './shipped.ts';

const ORDER: readonly StandingWord[] = ['grave', 'unsound', 'gaps', 'sound'];

/** What was read on the page and what the command line says of the exported run. */
interface Played {
  readonly standings: Readonly<Record<Axis, StandingWord>>;
  readonly ending: string | null;
}

async function play(name: string): Promise<Played> {
  const plan = planOf(name);
  const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 } });
  const wish = Object.entries(plan.truth)
    .map((pair) => pair.join('='))
    .join(',');
  const seeds = await runNode([
    'src/cli/main.ts',
    'seeds',
    SCENARIO,
    '--truth',
    wish,
    '--count',
    '1',
    '--json',
  ]);
  const seed = plan.seed ?? (JSON.parse(seeds) as readonly number[])[0];
  await begin(page, ADDRESS, PLAYBOOK, `seed=${seed}&clock=discussion&level=guided&extended=1`);
  await playPlan(page, PLAYBOOK, plan);
  const standings = await readStandings(page, 'This is what I knew, and why I did it.');
  const text = await exportRun(page);
  expect(errors).toEqual([]);
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
  const chosen = run.entries.filter(({ command }) => command.kind === 'choose' || command.kind === 'act');
  const meant = plan.steps.filter((step) => step.kind === 'choose' || step.kind === 'act');
  expect(chosen.length, 'every choice and act of the plan is in the run').toBe(meant.length);
  const ruled = JSON.parse(await runNode(['src/cli/main.ts', 'debrief', path, '--json'])) as {
    readonly axes: Readonly<Record<Axis, { readonly standing: StandingWord }>>;
  };
  expect(
    Object.fromEntries(AXES.map((axis) => [axis, ruled.axes[axis].standing])),
    'the command line rules as the page does',
  ).toEqual(standings);
  return { standings, ending: replayed.ending };
}

const endings = new Set<string | null>();

test.each(['federal', 'impostors'])(
  '[TB20] with the men %s, careful and reckless are played by keyboard alone: other endings, and careful stands higher on every axis',
  { timeout: 400_000 },
  async (truth) => {
    const careful = await play(`careful-${truth}`);
    const reckless = await play(`reckless-${truth}`);
    for (const axis of AXES) {
      const high = ORDER.indexOf(careful.standings[axis]);
      const low = ORDER.indexOf(reckless.standings[axis]);
      expect(low, `${axis} is exercised by the reckless run`).toBeGreaterThanOrEqual(0);
      expect(high, `${axis}: ${careful.standings[axis]} over ${reckless.standings[axis]}`).toBeGreaterThan(
        low,
      );
    }
    endings.add(careful.ending).add(reckless.ending);
  },
);

test('[TB20] the four runs came to four endings', () => {
  expect(endings.size).toBe(4);
  expect(endings).not.toContain(null);
});
