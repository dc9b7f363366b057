/** Plays a plan on the page as a trainee would: by keyboard or touch, finding everything by role and name, in the words of the reader's language. */
import type { Locator, Page } from 'playwright-core';
import type { Plan, PlanStep } from '#scenario/plan.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { DO } from '#table/actions/uncued.ts';
import { type DeskTexts, desk } from '#table/words/en/desk.ts';
import { BY_KEYBOARD, type Hands, STRAIGHT } from './by-keyboard.ts';
import { type Look, lookAt, nextLook } from './look.ts';

/** How long a person would look for something before saying it is not there. */
const PATIENCE_MS = 90_000;
/** How long something may take to come of a key; then the person looks again and thinks anew. */
const ANSWER_MS = 1_500;
/** A Wait as a card opens is not taken (TB18): then it is soon pressed again. */
const WAIT_ANSWER_MS = 300;
/** While time moves by itself something changes about as often. */
const MOVING_MS = 200;
/** What has just come up takes no answer before it could be read (TB113), and a moment later the page has noticed. */
const UNREAD_MS = 700;
const NOTICED_MS = 150;

/** In which language the page is read, and how it is worked. Where a text has no translation the page shows it in English, and so it is looked for. */
export interface Reader {
  readonly lang: string;
  readonly desk: DeskTexts;
  readonly hands: Hands;
  /** At the uncued level nobody shows an answer: it is looked for among the actions. */
  readonly uncued?: boolean;
  /** At the coaching level: takes the sheet of five steps that opened to its end. */
  readonly thinks?: (page: Page) => Promise<void>;
}
export const ENGLISH: Reader = { lang: 'en', desk, hands: STRAIGHT };
/** Where how one gets to things is looked at. */
export const BY_KEYS: Reader = { ...ENGLISH, hands: BY_KEYBOARD };

/** The page as a person finds it: parts by their role and name. */
export interface Table {
  readonly decision: Locator;
  readonly actions: Locator;
  readonly clock: Locator;
  readonly wait: Locator;
  readonly over: Locator;
}

/** Where the parts of the play screen are. */
export function tableOf(page: Page, { desk: { play } }: Reader = ENGLISH): Table {
  return {
    decision: page.getByRole('region', { name: play.decision, exact: true }),
    actions: page.getByRole('toolbar', { name: play.actions, exact: true }),
    clock: page.getByRole('timer', { name: play.clock, exact: true }),
    wait: page.getByRole('button', { name: play.wait, exact: true }),
    over: page.getByRole('button', { name: play.debrief, exact: true }),
  };
}

/** From the home screen: the scenario's link, then Start. `query` is put into the address first, as a link would. */
export async function begin(
  page: Page,
  address: string,
  playbook: Playbook,
  query: string,
  reader: Reader = ENGLISH,
): Promise<void> {
  await page.goto(`${address}#/`);
  // The first page is in the language of the browser; a link with `lang` in it is what changes that.
  const scenarios = page.getByRole('region', { name: ENGLISH.desk.home.scenarios, exact: true });
  const link = scenarios.getByRole('link', { name: patternOf(playbook, playbook.title, ENGLISH.lang) });
  await reader.hands.press(page, link);
  await page.getByRole('button', { name: ENGLISH.desk.brief.start, exact: true }).waitFor();
  await page.goto(`${address}#/play/${playbook.id}?${query}`);
  await start(page, reader);
}

/** How long a call may take to stand there. */
const CALL_MS = 5_000;

/**
 * From the brief into the call, by somebody's hands or else straight to the button. Where a brief is drawn anew between key down and key up,
 * nothing comes of the press: it is given again.
 */
export async function start(page: Page, reader?: Reader): Promise<void> {
  const { desk: words } = reader ?? ENGLISH;
  const button = page.getByRole('button', { name: words.brief.start, exact: true });
  const { clock } = tableOf(page, reader);
  for (let tries = 0; tries < 3; tries += 1) {
    if (reader) await reader.hands.press(page, button);
    else await button.press('Enter');
    const came = await clock.waitFor({ timeout: CALL_MS }).then(
      () => true,
      () => false,
    );
    if (came || !(await button.isVisible())) break;
  }
  await clock.waitFor();
}

/** Takes the steps of a plan, then lets time pass to the end; `between` looks at the page after each. Expectations of the plan are not asked here. */
export async function playPlan(
  page: Page,
  playbook: Playbook,
  plan: Plan,
  reader: Reader = ENGLISH,
  between: (step: number) => Promise<void> = async () => undefined,
): Promise<void> {
  for (const [n, step] of plan.steps.entries()) {
    await take(page, playbook, step, reader);
    await between(n);
  }
  await passUntil(page, reader, (seen) => isOver(seen, reader), 'the end');
}

/** Takes one step. */
export async function take(
  page: Page,
  playbook: Playbook,
  step: PlanStep,
  reader: Reader = ENGLISH,
): Promise<void> {
  const { play } = reader.desk;
  switch (step.kind) {
    case 'choose': {
      const say = sayOf(playbook, step.decision, step.option, reader.lang);
      if (reader.uncued === true) return fromMenu(page, reader, DO, say, { first: read });
      await passUntil(
        page,
        reader,
        (seen) => seen.find('button', say) !== undefined && !isBusy(seen, reader),
        step.decision,
      );
      await read(page);
      const before = await until(page, (seen) => seen.find('button', say)?.enabled === true);
      await reader.hands.press(page, tableOf(page, reader).decision.getByRole('button', { name: say }));
      return answered(page, reader, before);
    }
    case 'act': {
      const action = playbook.actions.find((one) => one.id === step.action);
      if (!action) throw new Error(`There is no action ${step.action}.`);
      const whom = action.talk === undefined ? null : calledIn(playbook, action.talk.to, reader.lang);
      return fromMenu(page, reader, action.group, patternOf(playbook, action.say, reader.lang), { whom });
    }
    case 'until': {
      const ask = askOf(playbook, step.decision, reader.lang);
      await passUntil(page, reader, (seen) => seen.find('heading', ask) !== undefined, step.decision);
      return;
    }
    case 'at':
      // A run that ends before the moment has let all its time pass.
      await passUntil(
        page,
        reader,
        (seen) => isOver(seen, reader) || clockOf(seen, reader) * 1000 >= step.atMs,
        'the moment',
      );
      return;
    case 'until-known': {
      const words = Object.entries(step.known).map(([fact, value]) => knownAs(playbook, fact, value, reader));
      await passUntil(
        page,
        reader,
        (seen) => {
          const text = seen.find('region', play.notebook)?.text ?? '';
          return words.every((word) => text.includes(word));
        },
        words.join(', '),
      );
      return;
    }
    case 'stop':
    case 'expect':
      return;
  }
}

/**
 * Reads what has just come up. On the page's own clock that takes a person's while (TB113, TB18); nobody is there to wait for it but until the
 * page has looked at its clock again.
 */
export async function read(page: Page): Promise<void> {
  await page.evaluate(
    async ([unread, noticed]) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + unread;
      await new Promise((resolve) => setTimeout(resolve, noticed));
      // What it noticed is drawn by then, however busy the machine is.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    [UNREAD_MS, NOTICED_MS] as const,
  );
}

/** Minutes and seconds of the clock, in seconds. */
export async function secondsOf(clock: Locator): Promise<number> {
  return inSeconds(await clock.innerText());
}

/** Opens the group's menu, and in it that of `whom`, reads it and picks what is said there; tries again while it is not on offer. */
async function fromMenu(
  page: Page,
  reader: Reader,
  of: string,
  say: RegExp,
  {
    first = async () => undefined,
    whom = null,
  }: { readonly first?: (page: Page) => Promise<void>; readonly whom?: RegExp | null },
): Promise<void> {
  const group = tableOf(page, reader).actions.getByRole('button', { name: reader.desk.groups[of] ?? of });
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const before = await passUntil(page, reader, (seen) => !isBusy(seen, reader), 'hands free');
    await reader.hands.press(page, group);
    const isOpen = (seen: Look) => seen.find('menu', ANY) !== undefined;
    let menu = await until(page, (seen) => isOpen(seen) || seen.all !== before.all);
    // Something else may have changed before it opens; a group with nothing in it opens none.
    if (!isOpen(menu)) menu = await until(page, isOpen, WAIT_ANSWER_MS);
    if (whom !== null && menu.find('menuitem', whom)) {
      await reader.hands.press(page, page.getByRole('menuitem', { name: whom }));
      menu = await until(page, (seen) => seen.find('menuitem', say) !== undefined);
    }
    if (menu.find('menuitem', say)) {
      await first(page);
      await reader.hands.press(page, page.getByRole('menuitem', { name: say }));
      return answered(page, reader, menu);
    }
    // A menu within a menu may take a second time.
    for (let i = 0; i < 2 && (await lookAt(page)).find('menu', ANY) !== undefined; i += 1) {
      await reader.hands.shut(page);
      await until(page, (seen) => !seen.find('menu', ANY));
    }
    await pass(page, reader, await lookAt(page));
  }
  throw new Error(`${String(say)} never came on offer.`);
}

const ANY = /(?:)/;

/** Presses Wait, again and again, until it is so; gives the moment in which it is. */
async function passUntil(
  page: Page,
  reader: Reader,
  isSo: (seen: Look) => boolean,
  what: string,
): Promise<Look> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const seen = await lookAt(page);
    if (reader.thinks !== undefined && seen.find('dialog', reader.desk.coaching.title) !== undefined) {
      await reader.thinks(page);
      continue;
    }
    if (isSo(seen)) return seen;
    if (isOver(seen, reader)) throw new Error(`The exercise ended before ${what} came: ${seen.all}`);
    await pass(page, reader, seen);
  }
  throw new Error(`Waited in vain for ${what}.`);
}

/**
 * Lets a little time pass. On the discussion clock time moves by itself while the seat is busy or has said that it waits; only when it
 * stands is Wait pressed.
 */
async function pass(page: Page, reader: Reader, seen: Look): Promise<void> {
  const { play } = reader.desk;
  const stands = seen.find('button', play.wait)?.enabled === true && !shows(seen, movingSigns(reader));
  if (!stands) {
    await nextLook(page, MOVING_MS);
    return;
  }
  const { wait } = tableOf(page, reader);
  try {
    await reader.hands.press(page, wait);
  } catch (error) {
    // Where the button went away on the way there, the exercise moved on by itself; or a sheet of the coach came over it.
    const sheet = page.getByRole('dialog', { name: reader.desk.coaching.title });
    if ((await wait.isVisible()) && !(await sheet.isVisible())) throw error;
    return;
  }
  await answered(page, reader, seen, WAIT_ANSWER_MS);
}

/** After a key: until something came of it and all of it is kept. */
async function answered(page: Page, reader: Reader, before: Look, patience = ANSWER_MS): Promise<void> {
  const { play } = reader.desk;
  await until(
    page,
    (seen) => seen.all !== before.all && !shows(seen, [play.saving]) && !seen.find('menu', ANY),
    patience,
  );
}

/** Looks until it is so, but no longer than something may take to come; gives the last look. */
async function until(page: Page, isSo: (seen: Look) => boolean, patience = ANSWER_MS): Promise<Look> {
  const deadline = Date.now() + patience;
  let seen = await lookAt(page);
  for (let left = patience; !isSo(seen) && left > 0; left = deadline - Date.now())
    seen = await nextLook(page, left);
  return seen;
}

/** What the desk says while time passes by itself: busy with nothing to answer, with a card that waits, or being kept. */
function movingSigns({ desk: { play } }: Reader): readonly string[] {
  return [play.doing, play.waits('', '').trim().split(' ').slice(-8).join(' '), play.saving];
}

/** Moving by itself, or where an answer would cut an act short. */
function isBusy(seen: Look, reader: Reader): boolean {
  return shows(seen, [...movingSigns(reader), reader.desk.play.cuts('').trim()]);
}

function shows(seen: Look, signs: readonly string[]): boolean {
  const text = seen.find('main', '')?.text ?? '';
  return signs.some((sign) => text.includes(sign));
}

function isOver(seen: Look, { desk: { play } }: Reader): boolean {
  return seen.find('button', play.debrief) !== undefined;
}

function clockOf(seen: Look, { desk: { play } }: Reader): number {
  return inSeconds(/\d+:\d+/.exec(seen.find('timer', play.clock)?.text ?? '')?.[0] ?? '');
}

function inSeconds(text: string): number {
  const [minutes = 0, seconds = 0] = text.split(':').map(Number);
  return minutes * 60 + seconds;
}

function sayOf(playbook: Playbook, decision: string, option: string, lang: string): RegExp {
  const found = playbook.decisions
    .find((one) => one.id === decision)
    ?.options.find((one) => one.id === option);
  if (!found) throw new Error(`There is no option ${decision}/${option}.`);
  return patternOf(playbook, found.say, lang);
}

function askOf(playbook: Playbook, decision: string, lang: string): RegExp {
  const found = playbook.decisions.find((one) => one.id === decision);
  if (!found) throw new Error(`There is no decision ${decision}.`);
  return patternOf(playbook, found.ask, lang);
}

/** What the notebook says of a value: the desk's words, else the scenario's, else the value itself with its hyphens opened. */
function knownAs(playbook: Playbook, fact: string, value: string, { lang, desk: words }: Reader): string {
  const id = `fact.${fact}.${value}`;
  return (
    words.values[fact]?.[value] ??
    playbook.translations[lang]?.[id] ??
    playbook.texts[id] ??
    value.replaceAll('-', ' ')
  );
}

/** A speaker by any of their names, and by nothing but a whole name. */
function calledIn(playbook: Playbook, speaker: number, lang: string): RegExp {
  const names = playbook.speakers[speaker]?.names ?? [];
  return new RegExp(`^(?:${names.map(({ name }) => patternOf(playbook, name, lang).source).join('|')})$`);
}

/** A text of the playbook as a pattern: whichever of two ways of speaking the pack prefers. */
function patternOf(playbook: Playbook, id: string, lang: string): RegExp {
  const text = playbook.translations[lang]?.[id] ?? playbook.texts[id] ?? id;
  const parts = text.split(/(\{[^{}|]*\|[^{}|]*\})/);
  const pattern = parts.map((part) => {
    const either = /^\{([^{}|]*)\|([^{}|]*)\}$/.exec(part);
    return either ? `(?:${plain(either[1] ?? '')}|${plain(either[2] ?? '')})` : plain(part);
  });
  return new RegExp(pattern.join(''));
}

/** Names are compared with white space folded, so a pattern must fold it too. */
function plain(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
