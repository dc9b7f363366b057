/**
 * `node tests/reveal-frames.ts`: the reveal in frames. Plays the flagship's careful plan on the built page in a real browser, the sand
 * table drawn by WebGL, and keeps the moments in which the scene changes its meaning: assets/reveal/<n>-<name>.png, and all of them as
 * one moving picture, assets/reveal.gif (needs ffmpeg; without it the frames are there and the exit code is 1).
 *
 * Build first (`npm run build`), or name a build with DECONFLICT_DIST. Nothing is staged: each frame is the page as a trainee has it then.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { PlanStep } from '#scenario/plan.ts';
import { launchOptions } from './browser/chromium.ts';
import { begin, take } from './browser/player.ts';
import { ROOT, runNode, serveAt } from './browser/served.ts';
import { PLAYBOOK, planOf, SCENARIO } from './browser/shipped.ts';

const PLAN = 'careful-federal';
const OUT = join(ROOT, 'assets/reveal');
const GIF = join(ROOT, 'assets/reveal.gif');
const SIZE = { width: 1280, height: 800 };
const LARGEST_MB = 2;
/** Software draws slowly: so long after a step everything stands where it should. */
const SETTLED_MS = 1_500;
/** How long each frame is looked at in the moving picture. */
const LOOK_S = 2.2;

/** Before or after which step of the plan a frame is taken. */
const MOMENTS: readonly (readonly ['before' | 'after', string, string])[] = [
  ['before', 'choose way-in/lights-and-cover', 'the-call'],
  ['after', 'choose way-in/lights-and-cover', 'rolling-in'],
  ['after', 'act camera-on', 'arrival'],
  ['before', 'choose first-words/who-leads', 'who-is-in-charge'],
  ['before', 'choose the-case/hold-it', 'they-say'],
  ['after', 'act say-again', 'card-shown'],
  ['before', 'choose filming/she-may', 'people-come'],
  ['before', 'choose the-crowd-task/wait-for-sergeant', 'more-people'],
  ['after', 'choose van-moves/hold-until-answer', 'van-held'],
  ['after', 'until-known', 'confirmed'],
  ['after', 'act bring-ambulance', 'the-crowd-now'],
];

const plan = planOf(PLAN);
const wish = Object.entries(plan.truth)
  .map((pair) => pair.join('='))
  .join(',');
const seeds = ['src/cli/main.ts', 'seeds', SCENARIO, '--truth', wish, '--count', '1', '--json'];
const seed = plan.seed ?? (JSON.parse(await runNode(seeds)) as readonly number[])[0] ?? 1;

const served = await serveAt();
const browser = await chromium.launch({ ...(await launchOptions('drawn')), headless: true });
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
try {
  const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce', colorScheme: 'dark' });
  page.setDefaultTimeout(120_000);
  await begin(page, served.address, PLAYBOOK, `seed=${seed}&clock=discussion&level=guided&lang=en`);
  await page.locator('[data-part=sand-table] canvas').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await play(page);
} finally {
  await browser.close();
  await served.stop();
}
process.exitCode = picture() ? 0 : 1;

/** Plays as far as the last moment. Throws if a moment never came: then the plan has changed. */
async function play(page: Page): Promise<void> {
  const left = [...MOMENTS];
  for (const step of plan.steps) {
    const name = nameOf(step);
    for (const when of ['before', 'after'] as const) {
      if (when === 'after') await take(page, PLAYBOOK, step);
      while (left[0]?.[0] === when && left[0][1] === name) {
        const [, , title] = left.shift() ?? MOMENTS[0] ?? [];
        if (when === 'before') await asked(page);
        await page.waitForTimeout(SETTLED_MS);
        const n = String(MOMENTS.length - left.length).padStart(2, '0');
        await page.screenshot({
          path: join(OUT, `${n}-${title}.png`),
          animations: 'disabled',
          caret: 'hide',
        });
        console.log(`${n}-${title}`);
      }
    }
    if (left.length === 0) return;
  }
  throw new Error(`These moments never came: ${left.map(([, , title]) => title).join(', ')}`);
}

/** Lets time pass until somebody asks, as the next step of the plan will want. */
async function asked(page: Page): Promise<void> {
  const wait = page.getByRole('button', { name: 'Wait', exact: true });
  const option = page.getByRole('region', { name: 'Decision', exact: true }).getByRole('button');
  for (let i = 0; i < 120 && (await option.count()) === 0; i++) {
    if (await wait.isEnabled()) await wait.press('Enter').catch(() => undefined);
    await page.waitForTimeout(150);
  }
}

function nameOf(step: PlanStep): string {
  if (step.kind === 'choose') return `choose ${step.decision}/${step.option}`;
  return step.kind === 'act' ? `act ${step.action}` : step.kind;
}

/** All frames in one picture of few colours, looked at one after the other. Says whether it was made and is small enough. */
function picture(): boolean {
  const frames = readdirSync(OUT).filter((file) => file.endsWith('.png'));
  const scaled = 'scale=960:-1:flags=lanczos';
  const made = spawnSync(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-y', '-framerate', String(1 / LOOK_S), '-pattern_type', 'glob'],
      ...['-i', join(OUT, '*.png')],
      ...['-lavfi', `${scaled},split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none`],
      ...['-loop', '0', GIF],
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (made.status !== 0) {
    console.error(`The moving picture was not made: ${made.error?.message ?? made.stderr}`);
    return false;
  }
  const megabytes = statSync(GIF).size / 1_000_000;
  console.log(`${frames.length} frames, ${megabytes.toFixed(2)} MB`);
  return megabytes <= LARGEST_MB;
}
