/** The levels that show less or stop for more: uncued and coaching, each played to its debrief by keyboard. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Level, RunFile } from '#exercise/entries.ts';
import { AXES } from '#law/trace.ts';
import { desk } from '#table/words/en/desk.ts';
import { press, STRAIGHT } from './by-keyboard.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { midway, resumeFrom } from './midway.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { BY_KEYS, begin, playPlan, type Reader, take } from './player.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';

const LONG = process.env.PROVE_RUNS !== undefined;
/** So many steps of an uncued call show that a card is answered, and another. */
const FIRST = 4;

/** Plays a plan at a level to its debrief, by hand after so many steps, and takes the run along; `between` looks at the page after each step. */
async function played(
  page: Page,
  level: Level,
  { name, after }: { readonly name: string; readonly after: number },
  reader: Reader,
  between: () => Promise<void>,
): Promise<{ readonly run: RunFile; readonly text: string }> {
  const plan = planOf(name);
  const { file, rest } = midway(plan, after, { level });
  const query = `seed=${seedOf(plan)}&clock=discussion&level=${level}&extended=1`;
  if (after === 0) await begin(page, ADDRESS, PLAYBOOK, query, reader);
  else await resumeFrom(page, ADDRESS, file, reader);
  await playPlan(page, PLAYBOOK, rest, reader, between);
  // The way through the debrief by keyboard is in play.test.ts.
  const inDebrief = { ...reader, hands: STRAIGHT };
  expect(Object.keys(await readStandings(page, 'As I saw it then.', inDebrief))).toEqual([...AXES]);
  const text = await exportRun(page, inDebrief);
  const run = JSON.parse(text) as RunFile;
  expect(run.opening.level).toBe(level);
  expect(run.sealed, 'the run came to its end').not.toBeNull();
  const chosen = run.entries.flatMap(({ command }) =>
    command.kind === 'choose' ? [`${command.decision}/${command.option}`] : [],
  );
  expect(chosen, 'every answer of the plan, and no other').toEqual(
    plan.steps.flatMap((step) => (step.kind === 'choose' ? [`${step.decision}/${step.option}`] : [])),
  );
  return { run, text };
}

test('[TB64] uncued: answers are found among the actions, and nothing says that one is asked for; in `npm run prove` the call comes to its debrief', async () => {
  const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 } });
  const asks = PLAYBOOK.decisions.map(({ ask }) => PLAYBOOK.texts[ask] ?? ask);
  let looks = 0;
  const call = { name: 'ends-driven-off-watched', after: 0 };
  const reader = { ...BY_KEYS, uncued: true };
  const between = async () => {
    looks += 1;
    expect(await page.locator('[data-part=decision]').count(), 'a card is shown').toBe(0);
    const text = await page.locator('main').innerText();
    expect(asks.filter((ask) => text.includes(ask))).toEqual([]);
  };
  if (LONG) await played(page, 'uncued', call, reader, between);
  else {
    const plan = planOf(call.name);
    await begin(
      page,
      ADDRESS,
      PLAYBOOK,
      `seed=${seedOf(plan)}&clock=discussion&level=uncued&extended=1`,
      reader,
    );
    for (const step of plan.steps.slice(0, FIRST)) {
      await take(page, PLAYBOOK, step, reader);
      await between();
    }
  }
  expect(looks).toBeGreaterThanOrEqual(FIRST);
  expect(errors).toEqual([]);
});

test('[TB64] coaching: after each decision five steps are walked while the clock stands, and the debrief of the call says that it is ungraded', async () => {
  const { page, errors } = await pageOf({ viewport: { width: 1440, height: 900 } });
  const { coaching } = desk;
  const sheet = page.getByRole('dialog', { name: coaching.title, exact: true });
  const before: string[] = [];
  const thinks = async () => {
    const clock = page.locator('[data-part=clock]');
    const stood = await clock.innerText();
    // The first time, all five; later, straight on.
    for (const [n, step] of coaching.steps.entries()) {
      await sheet.getByRole('heading', { name: step.name }).waitFor();
      if (n === 0) {
        const last = before.at(-1);
        if (last !== undefined) await sheet.getByText(`“${last}”`).waitFor();
        before.push(`Thought ${before.length + 1}.`);
        await BY_KEYS.hands.write(page, sheet.getByRole('textbox'), before.at(-1) ?? '');
      }
      if (before.length > 1 || n === coaching.steps.length - 1) break;
      await press(page, sheet.getByRole('button', { name: coaching.next, exact: true }));
    }
    expect(await clock.innerText(), 'the clock stands').toBe(stood);
    await press(page, sheet.getByRole('button', { name: coaching.goOn, exact: true }));
    await sheet.waitFor({ state: 'hidden' });
  };
  const { run, text } = await played(
    page,
    'coaching',
    { name: 'ends-cleared-off-federal', after: 0 },
    { ...BY_KEYS, thinks },
    async () => {
      expect(await page.getByText(coaching.mark, { exact: true }).first().isVisible()).toBe(true);
    },
  );
  expect(before.length, 'a sheet for each turn but the last').toBeGreaterThan(1);
  await page.getByText(coaching.markWhy).first().waitFor();
  expect(
    before.filter((words) => text.includes(words)),
    'what was written is not kept',
  ).toEqual([]);
  expect(run.entries.length).toBeGreaterThan(0);
  expect(errors).toEqual([]);
});
