/** The call on a phone, with a finger: 390 CSS pixels wide, nothing but taps. */
import { expect, test } from 'vitest';
import { AXES } from '#law/trace.ts';
import { BY_TOUCH } from './by-touch.ts';
import { exportRun, readStandings } from './debriefing.ts';
import { midway, resumeFrom } from './midway.ts';
import { ADDRESS, pageOf } from './page-of.ts';
import { begin, ENGLISH, playPlan, take } from './player.ts';
import { PLAYBOOK, planOf, seedOf } from './shipped.ts';
import { ZOOMED } from './zoom.ts';

const FINGER = { ...ENGLISH, hands: BY_TOUCH };
const PLAN = 'reckless-federal';
/** How many of the last steps are taken of a call that has begun elsewhere; `npm run prove` takes all, from home. */
const LAST = process.env.PROVE_RUNS ? Number.POSITIVE_INFINITY : 5;
/** So many steps show that decisions are asked, answered and followed by others. */
const STEPS = 5;

test('[TB77] on a touch screen 390 wide the call is played to its debrief by taps alone', async () => {
  const { page, errors } = await pageOf({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
  // Whatever is worked here is worked by a finger.
  await page.addInitScript(() => {
    const keys: string[] = [];
    Object.assign(globalThis, { keys });
    addEventListener('keydown', (event) => keys.push(event.key), true);
  });
  const plan = planOf(PLAN);
  const whole = LAST >= plan.steps.length;
  const query = `seed=${seedOf(plan)}&clock=discussion&extended=1`;
  const { file, rest } = whole ? { file: '', rest: plan } : midway(plan, plan.steps.length - LAST);
  if (whole) await begin(page, ADDRESS, PLAYBOOK, query, FINGER);
  else await resumeFrom(page, ADDRESS, file, FINGER);
  // How the call came onto the page is not what is looked at.
  await page.evaluate(() =>
    Reflect.set(globalThis, 'keys', Object.assign(Reflect.get(globalThis, 'keys'), { length: 0 })),
  );
  await playPlan(page, PLAYBOOK, rest, FINGER);
  const standings = await readStandings(page, 'With one finger.', FINGER);
  expect(Object.keys(standings)).toEqual([...AXES]);
  const run = JSON.parse(await exportRun(page, FINGER)) as { readonly sealed: unknown };
  expect(run.sealed).not.toBeNull();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'keys'))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(errors).toEqual([]);
});

test('[TB72] at 400 %, 320 by 256, the first decisions of the call are answered by finger', async () => {
  const { page, errors } = await pageOf({ viewport: ZOOMED, hasTouch: true });
  const plan = planOf(PLAN);
  await begin(page, ADDRESS, PLAYBOOK, `seed=${seedOf(plan)}&clock=discussion&extended=1`, FINGER);
  for (const step of plan.steps.slice(0, STEPS)) await take(page, PLAYBOOK, step, FINGER);
  expect(await page.locator('[data-part=log]').innerText()).not.toBe('');
  expect(errors).toEqual([]);
});
