/**
 * How the flagship's call presses at its own speed (live, ×1, time as it is): people of different paces are played on it from STARTEX to ENDEX.
 * Told are the words a minute that reach them, how long they stand with nothing to hear, answer or do, and how long they take to answer each
 * card, of how long there is. `node tests/bench/pressure.ts [--json] [--runs N]`.
 */
import { pathToFileURL } from 'node:url';
import { readSources } from '#cli/disk/sources.ts';
import { textOf } from '#exercise/words.ts';
import type { TraceEvent } from '#law/trace.ts';
import { Attention } from '#playtest/attention.ts';
import {
  answer,
  type Bot,
  begin,
  fraction,
  keyOf,
  LATER,
  type Move,
  most,
  oneOf,
  until,
} from '#playtest/bot.ts';
import { worth } from '#playtest/common-sense-policy.ts';
import { playOut } from '#playtest/play-out.ts';
import type { Card, SeatObservation } from '#playtest/seat-observation.ts';
import { stageOf } from '#playtest/stage.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { readScenario } from '#scenario/read.ts';
import { decodeTrace } from '../kernel/decode.ts';

const SCENARIO = 'residence-207';
const SEAT = 'patrol';

/**
 * A person at the desk. Reads a card at 0.75 to 1.6 times its reading time, then decides in a time drawn as human choices are (log-normal,
 * median 3.5 s, nine in ten under 9 s), whatever else is going on; between cards begins what seems called for, every 12 to 40 s. `quiet`
 * people answer cards and do nothing else.
 */
export class Person implements Bot {
  readonly #attention = new Attention();
  readonly #quiet: boolean;
  #seed = 0;
  #begun = 0;
  #nextAt = 0;

  constructor(quiet: boolean) {
    this.#quiet = quiet;
  }

  begin(seed: number): void {
    this.#attention.clear();
    this.#seed = seed;
    this.#begun = 0;
    this.#nextAt = this.#gap();
  }

  next(observation: SeatObservation): Move {
    const { at } = observation;
    this.#attention.look(observation);
    const [card] = observation.mayAnswer ? observation.cards() : [];
    if (card !== undefined) {
      const ready = this.#readyAt(card);
      if (at < ready) return until(ready);
      const best = most(card.choices, ({ acts }) => worth(acts, observation));
      const choice = oneOf(best, this.#seed, 'person option', keyOf(card));
      if (choice === undefined) return until(LATER);
      this.#attention.did(choice, at);
      return answer(card, choice);
    }
    if (this.#quiet || !observation.isFree) return until(LATER);
    // Whoever has missed a call asks at once.
    const again = observation.missed === 0 ? undefined : observation.actions().find((one) => one.asksAgain);
    if (again !== undefined && at >= this.#nextAt - 10_000) {
      this.#nextAt = at + this.#gap();
      return begin(again);
    }
    if (at < this.#nextAt) return until(this.#nextAt);
    const wanted = most(observation.actions(), (one) => this.#attention.wants(one, observation));
    const action = oneOf(wanted, this.#seed, 'person action', this.#begun);
    this.#begun += 1;
    this.#nextAt = at + this.#gap();
    if (action === undefined || this.#attention.wants(action, observation) <= 0) return until(this.#nextAt);
    this.#attention.did(action, at);
    return begin(action);
  }

  /** The moment at which the answer is pressed; beyond the card's time it never is. */
  #readyAt(card: Card): number {
    const pace = 0.75 + 0.85 * fraction(this.#seed, 'person pace', 0);
    return Math.ceil(
      card.opened + card.readingMs * pace + 3_500 * Math.exp(0.74 * this.#normal(keyOf(card))),
    );
  }

  /** Box-Muller over the two draws of a card. */
  #normal(key: number): number {
    const u = Math.max(1e-9, fraction(this.#seed, 'person u', key));
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * fraction(this.#seed, 'person v', key));
  }

  #gap(): number {
    return Math.ceil(12_000 + 28_000 * fraction(this.#seed, 'person gap', this.#begun));
  }
}

/** What one run was like for its seat. Times in seconds. */
export interface Felt {
  readonly ending: string;
  readonly words: number;
  readonly minutes: number;
  /** The most words told within any 60 seconds, and when these began. */
  readonly busiest: { readonly words: number; readonly from: number };
  /** The longest stretch with nothing told, no card open and nothing being done, and when it began. */
  readonly silence: { readonly seconds: number; readonly from: number };
  /** The longest stretch with nothing told, whatever the seat did meanwhile. */
  readonly unheard: { readonly seconds: number; readonly from: number };
  readonly answers: readonly {
    readonly decision: string;
    readonly took: number | null;
    readonly had: number;
  }[];
}

/** Reads a run's trace as its seat felt it. */
export function feltIn(playbook: Playbook, trace: readonly TraceEvent[]): Felt {
  const told: { at: number; words: number }[] = [];
  const held: [number, number][] = [];
  const open = new Map<string, { at: number; lapses: number }>();
  const doing = new Map<number, number>();
  const answers: { decision: string; took: number | null; had: number }[] = [];
  let [end, ending] = [0, ''];
  const close = (key: string, decision: string, at: number, isAnswer: boolean) => {
    const card = open.get(key);
    if (card === undefined) return;
    open.delete(key);
    held.push([card.at, at]);
    const had = (card.lapses - card.at) / 1000;
    answers.push({ decision, took: isAnswer ? (at - card.at) / 1000 : null, had });
  };
  for (const event of trace) {
    end = Math.max(end, event.at);
    if (event.kind === 'told' && event.to.includes(SEAT)) {
      const text = event.text === '' ? '' : textOf(playbook, event.text, { lang: 'en', words: 'plain' });
      told.push({ at: event.at, words: text.split(/\s+/).filter((word) => word !== '').length });
    } else if (event.kind === 'asked' && event.seat === SEAT)
      open.set(`${event.decision} ${event.visit}`, { at: event.at, lapses: event.lapses });
    else if (event.kind === 'lapsed' && event.seat === SEAT) {
      const key = `${event.decision} ${event.visit}`;
      // What the story takes back is nobody's late answer.
      if (event.why === 'moved-on') open.delete(key);
      else close(key, event.decision, event.at, false);
    } else if (event.kind === 'act' && event.seat === SEAT && event.human) {
      const { source } = event;
      if ('decision' in source) close(`${source.decision} ${source.visit}`, source.decision, event.at, true);
      doing.set(event.id, event.at);
    } else if ((event.kind === 'done' || event.kind === 'cut') && event.seat === SEAT)
      held.push([doing.get(event.act) ?? event.at, event.at]);
    else if (event.kind === 'ended') ending = event.ending;
  }
  const words = told.reduce((sum, one) => sum + one.words, 0);
  return {
    ending,
    words,
    minutes: end / 60_000,
    busiest: busiestMinute(told),
    silence: longestGap([...told.map(({ at }): [number, number] => [at, at]), ...held], end),
    unheard: longestGap(
      told.map(({ at }): [number, number] => [at, at]),
      end,
    ),
    answers,
  };
}

function busiestMinute(told: readonly { readonly at: number; readonly words: number }[]): Felt['busiest'] {
  let best = { words: 0, from: 0 };
  for (const { at: from } of told) {
    const words = told.reduce(
      (sum, { at, words: n }) => (at >= from && at < from + 60_000 ? sum + n : sum),
      0,
    );
    if (words > best.words) best = { words, from: from / 1000 };
  }
  return best;
}

function longestGap(held: readonly (readonly [number, number])[], end: number): Felt['silence'] {
  let best = { seconds: 0, from: 0 };
  let free = 0;
  for (const [from, to] of [...held, [end, end] as const].sort((a, b) => a[0] - b[0])) {
    const seconds = (from - free) / 1000;
    if (seconds > best.seconds) best = { seconds, from: free / 1000 };
    free = Math.max(free, to);
  }
  return best;
}

/** Plays so many runs of the flagship by a kind of person. */
export function feelings(playbook: Playbook, runs: number, quiet: boolean): readonly Felt[] {
  const stage = stageOf(
    playbook,
    playbook.seats.findIndex(({ id }) => id === SEAT),
    [],
    100,
  );
  const person = new Person(quiet);
  return Array.from({ length: runs }, (_, n) => {
    playOut(stage, person, n + 1);
    return feltIn(playbook, decodeTrace(stage.kernel.run));
  });
}

/** The playbook of the flagship. */
export function flagship(): Playbook {
  const { playbook } = readScenario(readSources(), SCENARIO);
  if (playbook === null) throw new Error(`${SCENARIO} does not read`);
  return playbook;
}

const at = (list: readonly number[], share: number) =>
  [...list].sort((a, b) => a - b)[Math.floor(share * (list.length - 1))] ?? 0;
const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function main(): void {
  const runs = Number(process.argv[process.argv.indexOf('--runs') + 1] ?? 100) || 100;
  const playbook = flagship();
  const kinds = { active: feelings(playbook, runs, false), quiet: feelings(playbook, runs, true) };
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(kinds)}\n`);
    return;
  }
  const lines: string[] = [];
  for (const [kind, felt] of Object.entries(kinds)) {
    const of = (what: (one: Felt) => number) => felt.map(what);
    const worst = (what: 'silence' | 'unheard') => most(felt, (one) => one[what].seconds)[0]?.[what];
    const full = most(felt, (one) => one.busiest.words)[0]?.busiest;
    const [silence, unheard] = [worst('silence'), worst('unheard')];
    lines.push(
      `${kind} people, ${runs} runs`,
      `  words a minute, whole call: ${at(
        of((one) => one.words / one.minutes),
        0.5,
      ).toFixed(0)} (median), busiest minute ${at(
        of((one) => one.busiest.words),
        0.5,
      )} (median), ${full?.words} (most, from ${clock(full?.from ?? 0)})`,
      `  longest silence, nothing told, asked or done: ${at(
        of((one) => one.silence.seconds),
        0.5,
      ).toFixed(0)} s (median), ${silence?.seconds.toFixed(0)} s (most, from ${clock(silence?.from ?? 0)})`,
      `  longest with nothing told: ${at(
        of((one) => one.unheard.seconds),
        0.5,
      ).toFixed(0)} s (median), ${unheard?.seconds.toFixed(0)} s (most, from ${clock(unheard?.from ?? 0)})`,
    );
  }
  const all = Object.values(kinds).flat();
  lines.push('', 'answers, seconds:      10 %  median   90 %   time given   unanswered');
  for (const { id } of playbook.decisions) {
    const cards = all.flatMap((one) => one.answers.filter(({ decision }) => decision === id));
    const took = cards.flatMap((one) => one.took ?? []);
    const share = cards.length === 0 ? 0 : ((cards.length - took.length) / cards.length) * 100;
    const [low, mid, high] = [0.1, 0.5, 0.9].map((share) => at(took, share).toFixed(0).padStart(7));
    const had = at(
      cards.map((one) => one.had),
      0.5,
    )
      .toFixed(0)
      .padStart(12);
    lines.push(`  ${id.padEnd(20)}${low}${mid}${high}${had}${`${share.toFixed(0)} %`.padStart(13)}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
