/** Reads a debrief as a person would, by role and name, and takes the run along. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { StandingWord } from '#law/findings.ts';
import { AXES, type Axis } from '#law/trace.ts';
import { ENGLISH, type Reader, tableOf } from './player.ts';

/** From the end of play to the standings: reasons first. */
export async function readStandings(
  page: Page,
  why: string,
  reader: Reader = ENGLISH,
): Promise<Readonly<Record<Axis, StandingWord>>> {
  const { desk, hands } = reader;
  await hands.press(page, tableOf(page, reader).over);
  await page.getByRole('heading', { name: desk.debrief.title, exact: true }).waitFor();
  for (const axis of AXES) {
    const early = page.getByRole('region', { name: desk.axes[axis], exact: true });
    if ((await early.count()) > 0) throw new Error(`${axis} is shown before the reasons are given.`);
  }
  const say = page.getByRole('region', { name: desk.debrief.why, exact: true });
  await hands.write(page, say.getByRole('textbox'), why);
  await hands.press(page, say.getByRole('button', { name: desk.debrief.show }));
  const read = await Promise.all(
    AXES.map(async (axis) => [axis, await standingOf(page, axis, reader)] as const),
  );
  return Object.fromEntries(read) as Record<Axis, StandingWord>;
}

/** From home to the standings of the only run that is over, with nothing said. */
export async function showDebrief(page: Page, { desk, hands }: Reader = ENGLISH): Promise<void> {
  await hands.press(page, page.getByRole('button', { name: desk.home.debrief, exact: true }));
  await hands.press(page, page.getByRole('button', { name: desk.debrief.show }));
  await page.getByRole('region', { name: desk.axes.jurisdiction, exact: true }).waitFor();
}

/** The standing that an axis' region tells in words. */
async function standingOf(page: Page, axis: Axis, { desk }: Reader): Promise<StandingWord> {
  const region = page.getByRole('region', { name: desk.axes[axis], exact: true });
  await region.waitFor();
  const text = await region.innerText();
  const lines = text.split('\n').map((line) => line.trim());
  const found = (Object.keys(desk.standings) as StandingWord[]).find((word) =>
    lines.includes(desk.standings[word]),
  );
  if (found === undefined) throw new Error(`No standing in: ${text}`);
  return found;
}

/** Presses "Export session" and returns the text of the file that comes. */
export async function exportRun(page: Page, { desk, hands }: Reader = ENGLISH): Promise<string> {
  // A whole run has a long debrief: the way there by Tab is no part of the wait for the file.
  const button = page.getByRole('button', { name: desk.debrief.export });
  await hands.reach(page, button);
  const [coming] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    hands.press(page, button),
  ]);
  const at = mkdtempSync(join(tmpdir(), 'deconflict-'));
  try {
    // The browser may run elsewhere, so the file is brought over.
    const path = join(at, 'exported.run.json');
    await coming.saveAs(path);
    return readFileSync(path, 'utf8');
  } finally {
    rmSync(at, { recursive: true });
  }
}
