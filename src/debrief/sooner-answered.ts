/**
 * What brought the answer to who the men are sooner, and what would have: acts of the group `verify` before or while one waits for those
 * who would know, each found by playing the run without it or with it (SPEC DB16).
 */
import type { Command } from '#exercise/commands.ts';
import type { Engine } from '#exercise/exercise.ts';
import type { Act } from '#law/acts.ts';
import type { TraceEvent } from '#law/trace.ts';
import { chancesOf, WORTH_MS } from './could-have-known.ts';
import { type Chance, type Learned, PlayedOtherwise } from './played-otherwise.ts';
import type { Sooner } from './report.ts';
import type { Wording } from './wording.ts';

/** The fact that the question is about, in the law's vocabulary. */
const ANSWER = 'identity';

/** Whether an act has somebody's word checked with those who would know. */
export function isQuestion({ kind, fields }: Act): boolean {
  return kind === 'verify-identity' && fields.by === 'independent-callback';
}

/** The answer: the first time that who they are was learned as confirmed; null where it never was. */
export function answerIn(learned: readonly Learned[]): Learned | null {
  return learned.find(({ fact, basis }) => fact === ANSWER && basis === 'confirmed') ?? null;
}

/** Acts tried, and the answer they bring. `instead`: the question is among them, and not asked when it was. */
interface Way {
  readonly acts: readonly Chance[];
  readonly instead: boolean;
  readonly answer: Learned;
}

/** Null where the seat never asked, knew before it asked, or nothing made or would have made a difference of 15 seconds. */
export function soonerAnswered(
  engine: Engine,
  commands: readonly Command[],
  trace: readonly TraceEvent[],
  seat: string,
  words: Wording,
): Sooner | null {
  const asked = trace.find(
    (event) => event.kind === 'act' && event.seat === seat && event.human && event.acts.some(isQuestion),
  );
  if (asked?.kind !== 'act') return null;
  const run = new PlayedOtherwise(engine, commands, seat);
  const was = answerIn(run.learned);
  if (was !== null && was.at <= asked.at) return null;
  const { actions } = engine.playbook;
  const finds = new Set(
    actions.filter(({ group, acts }) => group === 'verify' && !acts.some(isQuestion)).map(({ id }) => id),
  );
  const begins = (command: Command, action: string) =>
    command.kind === 'act' && command.seat === seat && command.action === action;
  const done = trace.flatMap((event) =>
    event.kind === 'act' && event.seat === seat && event.human && 'action' in event.source
      ? [{ action: event.source.action, at: event.at }]
      : [],
  );
  const did = [...finds].flatMap((action) => {
    const first = done.find((one) => one.action === action);
    if (was === null || first === undefined || first.at > was.at) return [];
    const others = commands.filter((command) => !begins(command, action));
    const answer = answerIn(new PlayedOtherwise(engine, others, seat).learned);
    const isWorth = answer === null || answer.at - was.at >= WORTH_MS;
    return isWorth ? [{ ...first, did: words.did({ action }), without: answer?.at ?? null }] : [];
  });
  const before = new Set(done.filter(({ at }) => at < asked.at).map(({ action }) => action));
  const left = chancesOf(trace, seat).filter(({ action }) => finds.has(action) && !before.has(action));
  const question = 'action' in asked.source ? { action: asked.source.action, at: asked.at } : null;
  const ways = soonest(new Trial(engine, commands, run, question, seat), left, was);
  if (did.length + ways.length === 0) return null;
  return {
    asked: words.did(asked.source),
    at: asked.at,
    was: was?.at ?? null,
    did: did.sort((a, b) => a.at - b.at),
    could: ways.map(({ acts, instead, answer }) => ({
      acts: acts.map(({ action, at }) => ({ action, at, did: words.did({ action }) })),
      instead,
      wouldBe: answer.at,
    })),
  };
}

/** Ways that bring the answer sooner: each act by itself, then each other one beside the best of these, then all that help. */
function soonest(trial: Trial, left: readonly Chance[], was: Learned | null): readonly Way[] {
  const alone = left.flatMap((one) => trial.sooner([], one, was) ?? []).sort(laterFirst);
  const best = alone.at(-1);
  if (best === undefined) return [];
  const isNew = ({ action }: Chance) => best.acts.every((one) => one.action !== action);
  const beside = left
    .filter(isNew)
    .flatMap((one) => trial.sooner(trial.aside(best), one, best.answer) ?? [])
    .sort(laterFirst);
  const more = beside.flatMap((way) => trial.aside(way).filter(isNew));
  const all =
    beside.length < 2 ? null : trial.play([...trial.aside(best), ...more], beside.at(-1)?.answer ?? null);
  return [...alone, ...beside, ...(all === null ? [] : [all])];
}

function laterFirst(a: Way, b: Way): number {
  return b.answer.at - a.answer.at;
}

/** Tries acts before the question, or while one waits for its answer. */
class Trial {
  readonly #engine: Engine;
  readonly #commands: readonly Command[];
  readonly #seat: string;
  readonly #run: PlayedOtherwise;
  /** Where the question was put by a standing action; null where by an option, which stays where it is. */
  readonly #question: Chance | null;
  /** The run without its question. */
  #unasked: PlayedOtherwise | null = null;

  constructor(
    engine: Engine,
    commands: readonly Command[],
    run: PlayedOtherwise,
    question: Chance | null,
    seat: string,
  ) {
    this.#engine = engine;
    this.#commands = commands;
    this.#run = run;
    this.#question = question;
    this.#seat = seat;
  }

  /** The acts of a way without the question. */
  aside({ acts }: Way): readonly Chance[] {
    return acts.filter(({ action }) => action !== this.#question?.action);
  }

  /** That act beside others, when it came on offer or right before the question, once or (where once tells only half) twice. */
  sooner(beside: readonly Chance[], one: Chance, than: Learned | null): Way | null {
    const late = { ...one, at: Math.max(one.at, this.#question?.at ?? 0) };
    for (const acts of [[one], [late], [one, one], [late, late]]) {
      const way = this.play([...beside, ...acts], than);
      if (way !== null) return way;
    }
    return null;
  }

  /**
   * Acts that could all be done by the time of the question are done first, and then it is put; else they are done while one waits,
   * and it is put once more where that brings something. Null where the answer comes no sooner.
   */
  play(acts: readonly Chance[], than: Learned | null): Way | null {
    const way = acts.toSorted((a, b) => a.at - b.at);
    const last = way.at(-1)?.at ?? 0;
    const question = this.#question;
    if (question === null) return this.#held(this.#run, way, false, than);
    if (last <= question.at)
      return this.#held(this.#withoutQuestion(question), [...way, question], true, than);
    return (
      this.#held(this.#run, way, false, than) ??
      this.#held(this.#run, [...way, { ...question, at: last }], false, than)
    );
  }

  #held(run: PlayedOtherwise, way: readonly Chance[], instead: boolean, than: Learned | null): Way | null {
    const [outcome] = run.each([way]);
    const answer = answerIn(outcome?.learned ?? []);
    if (!outcome || answer === null || (than !== null && than.at - answer.at < WORTH_MS)) return null;
    return { acts: way.map(({ action }, n) => ({ action, at: outcome.begun[n] ?? 0 })), instead, answer };
  }

  #withoutQuestion({ action, at }: Chance): PlayedOtherwise {
    const n = this.#commands.findIndex(
      (command) =>
        command.kind === 'act' &&
        command.seat === this.#seat &&
        command.action === action &&
        command.at === at,
    );
    this.#unasked ??= new PlayedOtherwise(this.#engine, this.#commands.toSpliced(n, 1), this.#seat);
    return this.#unasked;
  }
}
