/** The bots, each by what it is said to do: on the flagship under every pack, and on generated stories under generated packs. */
import { expect, test, vi } from 'vitest';
import type { Command } from '#exercise/commands.ts';
import { makeEngine } from '#exercise/engine.ts';
import { InvariantError } from '#exercise/invariant.ts';
import { openExercise } from '#exercise/open.ts';
import { seatView } from '#exercise/seat-view.ts';
import { step } from '#exercise/step.ts';
import { ACTS } from '#law/acts.ts';
import { isBreachSign, SIGN, WORDS } from '#law/algebra.ts';
import { judge } from '#law/judge.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import type { Under } from '#law/stack.ts';
import { AXES } from '#law/trace.ts';
import { BOTS, type Bot, type BotName, type Move } from '#playtest/bot.ts';
import { COMMON_SENSE, callsFor, worth } from '#playtest/common-sense-policy.ts';
import { LawAdvisor } from '#playtest/law-advisor.ts';
import { playOut } from '#playtest/play-out.ts';
import { randomBaseline } from '#playtest/random.ts';
import { rehearse } from '#playtest/rehearse.ts';
import type { Card, SeatObservation } from '#playtest/seat-observation.ts';
import { makeBot, type Stage, stageOf } from '#playtest/stage.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { decodeTrace } from '../kernel/decode.ts';
import { type Game, generatedGames, shippedGames } from '../verify/games.ts';
import { runOfBot } from './run-of-bot.ts';

vi.setConfig({ testTimeout: 120_000 });

const FLAGSHIP = shippedGames().find(({ name }) => name === 'residence-207 patrol');
if (FLAGSHIP === undefined) throw new Error('the flagship is not shipped');
const flagship: Game = FLAGSHIP;
/** Every pack once, its switches as they start. */
const LAWS = flagship.laws.filter(({ pack }, n, all) => all.findIndex((one) => one.pack === pack) === n);

function stageFor({ playbook, seats, extended }: Game, laws: readonly Under[] = LAWS): Stage {
  return stageOf(
    playbook,
    playbook.seats.findIndex(({ id }) => id === seats[0]),
    laws,
    extended,
  );
}

/** What a bot did at each look: the cards it had before it, and its move. */
interface Look {
  readonly at: number;
  readonly cards: readonly Card[];
  readonly mayAnswer: boolean;
  readonly move: Move;
}

/** The bot with everything it does written down; `before` and `after` run around each look. */
function watched(bot: Bot, looks: Look[], before = () => {}, after = () => {}): Bot {
  return {
    begin: (seed) => bot.begin(seed),
    next(observation: SeatObservation) {
      const seen = { at: observation.at, cards: observation.cards(), mayAnswer: observation.mayAnswer };
      before();
      const move = bot.next(observation);
      after();
      looks.push({ ...seen, move });
      return move;
    },
  };
}

/** All that a bot does in the runs of these seeds. */
function looksOf(game: Game, name: BotName, seeds: number, laws: readonly Under[] = LAWS): readonly Look[] {
  const stage = stageFor(game, laws);
  const looks: Look[] = [];
  const bot = watched(makeBot(name, stage, laws), looks);
  for (let seed = 1; seed <= seeds; seed++) playOut(stage, bot, seed);
  return looks;
}

/** Each answer with the card it was given to. */
function answersOf(looks: readonly Look[]) {
  return looks.flatMap(({ at, cards, move }) => {
    const take = move.take;
    const card = take === null ? undefined : cards.find((one) => one.decision === take.decision);
    return take === null || card === undefined ? [] : [{ at, card, take }];
  });
}

test('[RH50] whatever is hidden from the seat, a bot does the same', () => {
  for (const name of BOTS) {
    const moves = [false, true].map((isScrambled) => {
      const stage = stageFor(flagship);
      const { run, tables } = stage.kernel;
      // What is left of its own acts a seat sees too: they say how long they go on.
      const left = `left.${flagship.playbook.seats[stage.observation.seat]?.id}.`;
      const own = new Set([
        ...(tables.knownOf[stage.observation.seat] ?? []),
        ...flagship.playbook.slots.flatMap(({ id }, n) => (id.startsWith(left) ? [n] : [])),
      ]);
      const kept: Int32Array[] = [];
      const looks: Look[] = [];
      const bot = watched(
        makeBot(name, stage, LAWS),
        looks,
        () => {
          if (!isScrambled) return;
          kept.push(run.slots.slice(), run.place.slice(), run.due.slice());
          run.slots.forEach((value, slot) => {
            if (!own.has(slot)) run.slots[slot] = value ^ 1;
          });
          run.place.fill(0);
          run.due.fill(7);
        },
        () => {
          if (!isScrambled) return;
          run.due.set(kept.pop() ?? []);
          run.place.set(kept.pop() ?? []);
          run.slots.set(kept.pop() ?? []);
        },
      );
      for (let seed = 1; seed <= 3; seed++) playOut(stage, bot, seed);
      return looks.map(({ at, move }) => [at, move.take?.n ?? -1]);
    });
    expect(moves[0]?.length, name).toBeGreaterThan(100);
    expect(moves[1], name).toEqual(moves[0]);
  }
});

/** The same story with every id of a decision, option and action, and every ref, changed. */
function renamed(playbook: Playbook): Playbook {
  const names = new Map(playbook.actions.map(({ id }, n) => [id, `action-${n}`]));
  return {
    ...playbook,
    id: 'another',
    decisions: playbook.decisions.map((decision, d) => ({
      ...decision,
      id: `decision-${d}`,
      options: decision.options.map((option, o) => ({ ...option, id: `option-${o}`, ref: 'F99z' })),
    })),
    actions: playbook.actions.map((action, n) => ({ ...action, id: `action-${n}`, ref: null })),
    slots: playbook.slots.map((slot) => {
      // `done.<action>` and `left.<seat>.<action>`
      const action = slot.id.match(/^(?:done|left\.[^.]+)\.(.+)$/)?.[1];
      const other = action === undefined ? undefined : names.get(action);
      return other === undefined
        ? slot
        : { ...slot, id: `${slot.id.slice(0, -(action?.length ?? 0))}${other}` };
    }),
  };
}

test('[RH50] no bot goes by an id or a ref: the same story under other names is played the same', () => {
  const playbook = renamed(flagship.playbook);
  // A decision's id sets the order in which its options are seen, so who goes by that order keeps it.
  const decisions = playbook.decisions.map((one, d) => ({
    ...one,
    id: flagship.playbook.decisions[d]?.id ?? one.id,
  }));
  for (const name of BOTS) {
    const other = { ...flagship, playbook: name === 'first' ? { ...playbook, decisions } : playbook };
    const [here, there] = [flagship, other].map((game) =>
      looksOf(game, name, 2).map(({ at, move }) => [at, move.take?.n ?? -1]),
    );
    expect(there, name).toEqual(here);
  }
});

/** A stage for a generated story, which may go on for ever: it is stopped after a minute. */
const briefly = (game: Game): Stage => ({ ...stageFor(game, game.laws), limit: 60_000 });

test('[RH50] every bot plays generated stories too, and stops where a story never does', () => {
  const outcomes = new Set<string>();
  for (const game of generatedGames(12)) {
    for (const name of BOTS) {
      try {
        const stage = briefly(game);
        outcomes.add(playOut(stage, makeBot(name, stage, game.laws), 3));
      } catch (error) {
        // A generated story may not settle at its opening.
        if (!(error instanceof InvariantError && error.rule === 'EX12')) throw error;
      }
    }
  }
  expect([...outcomes].sort()).toEqual(['ended', 'endless']);
  const { playbook } = flagship;
  const states = playbook.states.map((one) => ({ ...one, enter: null, after: [], decide: [], settle: [] }));
  const still = stageFor({ ...flagship, playbook: { ...playbook, states } });
  expect(playOut(still, makeBot('hasty', still, LAWS), 1)).toBe('stuck');
});

test('[RH51] random takes every option there is about as often, and lets one card in eleven lapse', () => {
  const { bots } = rehearse(flagship.playbook, {
    ...{ seat: 'patrol', laws: LAWS.slice(0, 1), bots: ['random'], runs: 165, seed: 1, extended: 100 },
  });
  const [first] = bots[0]?.decisions ?? [];
  if (first === undefined) throw new Error('nothing was put');
  expect(first.put).toBe(165);
  const share = 150 / first.options.length;
  for (const { taken } of first.options) expect(Math.abs(taken - share)).toBeLessThan(4 * Math.sqrt(share));
  expect(Math.abs(first.lapsed - 15)).toBeLessThan(4 * Math.sqrt(15));
  // What is on offer for half a minute, as talk at the door is, may be missed by all of them.
  expect(bots[0]?.actions.filter(({ offered }) => offered > 110).every(({ taken }) => taken > 0)).toBe(true);
});

test('[RH51] longest, hasty and a habit take what they are named after, and nothing else tells them from random', () => {
  const { sources, optionsAt } = stageFor(flagship).kernel.tables;
  for (const { card, take } of answersOf(looksOf(flagship, 'longest', 8))) {
    expect(take.text.length).toBe(Math.max(...card.choices.map(({ text }) => text.length)));
  }
  const hasty = answersOf(looksOf(flagship, 'hasty', 10));
  expect(hasty.length).toBeGreaterThan(50);
  for (const { at, card, take } of hasty) {
    expect(take.takesMs).toBe(Math.min(...card.choices.map(({ takesMs }) => takesMs)));
    expect(at - card.opened).toBeGreaterThanOrEqual(2_000);
  }
  expect(looksOf(flagship, 'hasty', 5).some(({ move }) => move.take?.decision === -1)).toBe(false);
  const stage = stageFor(flagship);
  const baselines = [1, 2, 3].map((habit) => {
    const looks: Look[] = [];
    const bot = watched(randomBaseline(habit), looks);
    for (let seed = 1; seed <= 6; seed++) playOut(stage, bot, seed);
    const taken = new Map<string, number>();
    for (const { card, take } of answersOf(looks)) {
      const key = card.choices.map(({ n }) => n).join();
      expect(taken.get(key) ?? take.n).toBe(take.n);
      taken.set(key, take.n);
    }
    return [...taken].sort().join(' ');
  });
  expect(new Set(baselines).size).toBe(3);
  // The first card comes at the same moment to each, and is answered at the same moment.
  const firsts = (['random', 'longest', 'first'] as const).map((name) => {
    const [one] = answersOf(looksOf(flagship, name, 1));
    return [one?.at, one?.card.decision];
  });
  expect(new Set(firsts.map(String)).size).toBe(1);
  expect(sources.length).toBeGreaterThan(optionsAt[1] ?? 0);
});

test('[RH51] first takes the option that a person in its seat sees first', () => {
  const { playbook } = flagship;
  const stage = stageFor(flagship);
  const seen: string[][] = [];
  for (let seed = 1; seed <= 4; seed++) {
    const { opening, entries } = runOfBot(playbook, stage, makeBot('first', stage, LAWS), seed, 'any');
    const engine = makeEngine(playbook, opening, 'grid');
    let { exercise, trace } = openExercise(engine);
    const give = (command: Command) => {
      const stepped = step(engine, exercise, command);
      if (!stepped.ok) throw new Error(`refused: ${command.kind} at ${exercise.at}`);
      exercise = stepped.exercise;
      trace = [...trace, ...stepped.trace];
    };
    for (const { command } of entries) {
      if (command.kind === 'choose') {
        if (command.at > exercise.at) give({ kind: 'advance', at: command.at });
        const { decisions } = seatView(engine, exercise, trace, command.seat, { lang: 'en', words: 'plain' });
        const card = decisions.find(
          (one) => one.decision === command.decision && one.visit === command.visit,
        );
        seen.push([command.option, card?.options[0]?.id ?? '']);
      }
      give(command);
    }
  }
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter(([taken, first]) => taken !== first)).toEqual([]);
});

const sightOf = (seen: readonly string[], known: Readonly<Record<string, string>> = {}) => ({
  sees: () => new Set(seen),
  knows: (fact: string) => known[fact] ?? null,
});

test('[RH52] common sense knows the vocabulary and no more', () => {
  for (const [kind, lines] of Object.entries(COMMON_SENSE)) {
    expect(Object.keys(ACTS), kind).toContain(kind);
    for (const { of = {}, worth: value } of lines) {
      expect(Math.abs(value)).toBeLessThanOrEqual(3);
      for (const [field, wanted] of Object.entries(of)) {
        if (field !== 'for') expect(ACTS[kind]?.fields[field], `${kind} ${field}`).toContain(wanted);
      }
    }
    for (const seen of callsFor(kind)) expect(Object.keys(OBSERVATIONS)).toContain(seen);
  }
  const act = (kind: string, fields = {}) => [{ kind, fields }];
  expect(worth(act('use-force', { level: 'pointed' }), sightOf([]))).toBeLessThan(0);
  expect(worth(act('render-aid'), sightOf([]))).toBe(0);
  expect(worth(act('render-aid'), sightOf(['person-injured']))).toBe(3);
  const vouch = act('inform', { what: 'verified-and-neutral' });
  expect(worth(vouch, sightOf([], { identity: 'claimed' }))).toBeLessThan(0);
  expect(worth(vouch, sightOf([], { identity: 'confirmed' }))).toBeGreaterThan(0);
});

test('[RH52] careful answers a card it could have read, in time, and helps whoever is hurt in front of it', () => {
  const looks = looksOf(flagship, 'careful', 10);
  for (const { at, card } of answersOf(looks)) {
    expect(at).toBeGreaterThanOrEqual(Math.min(card.opened + card.readingMs, card.lapses - 2_000));
  }
  const { bots } = rehearse(flagship.playbook, {
    ...{ seat: 'patrol', laws: LAWS.slice(0, 1), bots: ['careful'], runs: 30, seed: 1, extended: 100 },
  });
  const lapsed = bots[0]?.decisions.reduce((sum, one) => sum + one.lapsed, 0);
  const aid = bots[0]?.packs[0]?.duties.find(({ duty }) => duty.endsWith('/medical-aid'));
  expect(lapsed).toBe(0);
  expect(aid?.met).toBeGreaterThan(4 * (aid?.missed ?? 0));
});

/** How many breaches of rules that count the judge found in the run that was played last. */
function breachesIn({ judges }: Stage): number {
  const [ruled] = judges;
  ruled?.rule();
  let breaches = 0;
  for (let i = 0; ruled !== undefined && i < ruled.spokenN; i++) {
    const [axis, rule] = [ruled.spoken[i * 5] ?? 0, ruled.spoken[i * 5 + 1] ?? 0];
    const sign = ruled.law.ruleSigns[rule * 3 + axis] ?? -1;
    if (isBreachSign(sign) && (sign & SIGN.counts) !== 0) breaches += 1;
  }
  return breaches;
}

test('[RH53] who goes by the book does nothing that the law is against, on any story under any law; the worst does', () => {
  const games = [
    ...LAWS.map((law) => ({ ...flagship, laws: [law] })),
    ...generatedGames(16).map((game) => ({ ...game, laws: game.laws.slice(0, 1) })),
  ];
  let [bad, deeds] = [0, 0];
  for (const game of games) {
    for (const name of ['by-the-book', 'worst'] as const) {
      try {
        const stage = game.playbook === flagship.playbook ? stageFor(game, game.laws) : briefly(game);
        const looks: Look[] = [];
        const bot = watched(makeBot(name, stage, game.laws), looks);
        for (let seed = 1; seed <= 3; seed++) {
          playOut(stage, bot, seed);
          const breaches = breachesIn(stage);
          if (name === 'worst') bad += breaches;
          else expect(breaches, `${game.name} under ${game.laws[0]?.pack}, seed ${seed}`).toBe(0);
        }
        if (name === 'by-the-book') deeds += looks.filter(({ move }) => move.take !== null).length;
      } catch (error) {
        if (!(error instanceof InvariantError && error.rule === 'EX12')) throw error;
      }
    }
  }
  expect(bad).toBeGreaterThan(100);
  expect(deeds).toBeGreaterThan(200);
});

test('[RH53] the duties in the book are those of the judge: what the run shows as missed stood open to its end', () => {
  let missed = 0;
  for (const law of LAWS.slice(0, 2)) {
    const stage = stageFor(flagship, [law]);
    const [ruled] = stage.judges;
    if (ruled === undefined) throw new Error('nobody judges');
    const book = new LawAdvisor(stage.kernel.run, ruled.law);
    for (let seed = 1; seed <= 4; seed++) {
      book.clear();
      const met: string[] = [];
      playOut(stage, makeBot('random', stage, [law]), seed, () => {
        for (const { duty } of book.duties()) met.push(ruled.law.stack.duties[duty]?.item.id ?? '');
      });
      const ruling = judge(decodeTrace(stage.kernel.run), { ...law, seat: 'patrol' });
      for (const { on } of ruling.findings) {
        if (!('duty' in on) || on.outcome === 'met') continue;
        missed += 1;
        expect(met, `${law.pack}, seed ${seed}`).toContain(on.duty);
      }
    }
  }
  expect(missed).toBeGreaterThan(20);
});

test('[RH54] a rehearsal counts what the judge of the law finds, run by run, and comes out the same twice', () => {
  const wish = {
    seat: 'patrol',
    laws: LAWS,
    bots: ['careful', 'worst'] as const,
    runs: 5,
    seed: 40,
    extended: 100,
  };
  const once = rehearse(flagship.playbook, wish);
  expect(rehearse(flagship.playbook, wish)).toEqual(once);
  expect(once).toEqual(JSON.parse(JSON.stringify(once)));
  const stage = stageOf(flagship.playbook, 0, LAWS, 100);
  const bot = makeBot('careful', stage, LAWS);
  const rulings = [40, 41, 42, 43, 44].map((seed) => {
    playOut(stage, bot, seed);
    const trace = decodeTrace(stage.kernel.run);
    return LAWS.map((law) => judge(trace, { ...law, seat: 'patrol' }));
  });
  const careful = once.bots.find((one) => one.bot === 'careful');
  LAWS.forEach(({ pack }, n) => {
    const numbers = careful?.packs.find((one) => one.pack === pack);
    for (const axis of AXES) {
      const ours = rulings.map((of) => of[n]?.axes[axis]);
      for (const word of WORDS) {
        const share = ours.filter((one) => one?.standing === word).length / 5;
        expect(numbers?.axes[axis].standings[word]).toBe(share);
      }
      expect(numbers?.axes[axis].kept).toBe(ours.reduce((sum, one) => sum + (one?.kept ?? 0), 0));
      expect(numbers?.axes[axis].due).toBe(ours.reduce((sum, one) => sum + (one?.due ?? 0), 0));
    }
  });
});

test('[RH54] every card put is answered, lapses, is overtaken or stands when the story ends; every run has an ending', () => {
  const { bots } = rehearse(flagship.playbook, {
    ...{
      seat: 'patrol',
      laws: LAWS,
      bots: ['by-the-book', 'careful', 'random', 'hasty'],
      runs: 4,
      seed: 7,
      extended: 100,
    },
  });
  // Those that go by the law play anew under each pack.
  expect(bots.length).toBe(3 + LAWS.length);
  for (const one of bots) {
    expect(Object.values(one.endings).reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(one.packs.length).toBe(one.bot === 'by-the-book' ? 1 : LAWS.length);
    for (const { decision, put, lapsed, overtaken, options } of one.decisions) {
      const taken = options.reduce((sum, option) => sum + option.taken, 0);
      expect(taken + lapsed + overtaken, `${one.bot} ${decision}`).toBe(put);
      for (const option of options) expect(option.taken).toBeLessThanOrEqual(put);
    }
    for (const { standings } of one.packs.flatMap(({ axes }) => Object.values(axes))) {
      expect(Object.values(standings).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    const { least, lower, median, upper, most } = one.durations;
    expect([least, lower, median, upper, most]).toEqual(
      [least, lower, median, upper, most].toSorted((a, b) => a - b),
    );
  }
});
