/**
 * `deconflict rehearse <scenario>`: many seeded runs by bots, ruled under every pack, and what they tell of the scenario: as text, as JSON,
 * as one page (SPEC CL35 to CL37).
 */
import type { Law } from '#law/pack.ts';
import type { Under } from '#law/stack.ts';
import { findSeeds } from '#plans/find-seed.ts';
import { planOpening } from '#plans/plan-opening.ts';
import { settled } from '#plans/unsettled-opening.ts';
import { BOTS, type BotName } from '#playtest/bot.ts';
import { rehearse } from '#playtest/rehearse.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { writableOrSay, writeOrSay } from './disk/on-disk.ts';
import { lawIn, scenarioAt } from './disk/scenario-at.ts';
import { REHEARSED_IN } from './rehearse/rehearse-languages.ts';
import { toldOf } from './rehearse/rehearse-names.ts';
import { rehearsalPage } from './rehearse/rehearse-page.ts';
import { rehearsalProse } from './rehearse/rehearse-prose.ts';
import { print, progress, tell } from './terminal/print.ts';
import { truthAsked } from './terminal/truth-asked.ts';
import { CannotDo, type Given, readArguments, WrongUse, wholeNumber } from './terminal/wrong-use.ts';

/** 0 when it is told, whatever it found: what a scenario tells apart is for its author to judge. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['scenario'], {
    json: { type: 'boolean' },
    bot: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    pack: { type: 'string' },
    seat: { type: 'string' },
    extended: { type: 'string' },
    truth: { type: 'string' },
    lang: { type: 'string' },
    html: { type: 'string' },
  });
  const [scenario = ''] = at;
  const bots = botsAsked(given);
  const runs = wholeNumber(given, 'runs', USUAL_RUNS, [2, 100_000]);
  const seed = wholeNumber(given, 'seed', 1, [0, Number.MAX_SAFE_INTEGER - 100_000]);
  const extended = wholeNumber(given, 'extended', 100, [100, 200]);
  if (extended % 50 !== 0) throw new WrongUse('--extended takes 100, 150 or 200.');
  const tags = [...REHEARSED_IN.keys()];
  const words = REHEARSED_IN.get(String(given.lang ?? tags[0]));
  if (words === undefined)
    throw new WrongUse(`--lang takes ${tags.join(' or ')}, not "${String(given.lang)}".`);
  const { playbook, files } = scenarioAt(scenario);
  const truth = given.truth === undefined ? {} : { truth: truthAsked(given.truth, playbook) };
  if (
    truth.truth !== undefined &&
    findSeeds(playbook, planOpening(playbook), truth.truth, runs, seed).length < runs
  ) {
    throw new CannotDo('Too few seeds draw that truth. Ask for fewer runs.');
  }
  const law = lawIn(files);
  const seat = seatAsked(given, playbook);
  const laws = lawsAsked(given, playbook, law);
  if (typeof given.html === 'string') writableOrSay(given.html, 'The report');
  const tellsHowFar = (done: number, all: number) => progress(words.progress(done, all));
  const rehearsal = settled(() =>
    rehearse(playbook, { seat, laws, bots, runs, seed, extended, ...truth, progress: tellsHowFar }),
  );
  progress(null);
  if (rehearsal === null) {
    throw new CannotDo('The opening does not settle: effects trigger each other without end.');
  }
  const told = toldOf(rehearsal, playbook, law, words);
  if (typeof given.html === 'string') {
    writeOrSay(given.html, rehearsalPage(told), 'The report');
    tell(words.written(given.html));
  }
  print(given, rehearsal, () => rehearsalProse(told));
  return 0;
}

const USUAL_RUNS = 500;

function botsAsked({ bot }: Given): readonly BotName[] {
  if (typeof bot !== 'string') return BOTS;
  return bot.split(',').map((name) => {
    const found = BOTS.find((one) => one === name);
    if (found === undefined)
      throw new WrongUse(`There is no player "${name}". The players are: ${BOTS.join(', ')}.`);
    return found;
  });
}

function seatAsked({ seat }: Given, { seats }: Playbook): string {
  const alone = seats.filter(({ solo }) => solo).map(({ id }) => id);
  if (seat === undefined) return alone[0] ?? seats[0]?.id ?? '';
  const found = seats.find(({ id }) => id === seat);
  if (found === undefined) {
    throw new WrongUse(
      `There is no seat "${String(seat)}". Seats that one person can play: ${alone.join(', ')}.`,
    );
  }
  return found.id;
}

function lawsAsked({ pack }: Given, { asOf }: Playbook, law: Law): readonly Under[] {
  const all = Object.keys(law.packs);
  if (pack !== undefined && !all.includes(String(pack))) {
    throw new WrongUse(`There is no pack "${String(pack)}". The packs are: ${all.join(', ')}.`);
  }
  return all
    .filter((id) => pack === undefined || id === pack)
    .map((id) => ({ law, pack: id, asOf, switches: {} }));
}
