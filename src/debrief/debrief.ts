/** The debrief of one seat's run: everything a person reads after ENDEX, computed from the journal (SPEC DB1). */
import { ENGINE_VERSION } from '#exercise/engine-version.ts';
import type { Entry, Opening } from '#exercise/entries.ts';
import type { Engine, Exercise } from '#exercise/exercise.ts';
import { judge } from '#law/judge.ts';
import { type Law, packOf } from '#law/pack.ts';
import { toldAs } from '#law/told.ts';
import type { TraceEvent } from '#law/trace.ts';
import { lawIn } from '#law/translations.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { aimsOf } from './aims.ts';
import { authorityNote } from './authority-note.ts';
import { couldHaveKnown } from './could-have-known.ts';
import { findingsInContext } from './findings-in-context.ts';
import { knowledgeLadder } from './knowledge-ladder.ts';
import { replayedRun } from './replayed-run.ts';
import type { DebriefReport } from './report.ts';
import { soonerAnswered } from './sooner-answered.ts';
import { timeline } from './timeline.ts';
import { toldOthers } from './told-others.ts';
import { turningPoint } from './turning-point.ts';
import { whatWasSo } from './what-was-so.ts';
import { whatWouldChange } from './what-would-change.ts';
import { whyStandings } from './why-standing.ts';
import { type ValueWords, type Wording, wordingOf } from './wording.ts';

export interface DebriefOf {
  readonly playbook: Playbook;
  readonly opening: Opening;
  readonly entries: readonly Entry[];
  readonly law: Law;
  /** The pack and the day to rule under; left out, those that the opening pins. */
  readonly pack?: string;
  readonly asOf?: string;
  /** The seat debriefed; left out, the first that a person played. */
  readonly seat?: string;
  /** Words for the values of facts, where the reader's desk has better ones than their names. */
  readonly valueWords?: ValueWords;
  /** False where nobody reads what would have been otherwise: what could have been known, what would have brought it sooner, what would change a finding. */
  readonly couldHaveKnown?: false;
  /** The reader's language; left out, that of the run. */
  readonly language?: string;
}

/**
 * The debrief of a run, whether ended or not (what is not yet due then has no finding).
 *
 * Deterministic; texts in the reader's language. Throws where the pack is unknown or the entries are not of this playbook (EX3): who
 * reads a run from outside replays it first.
 */
export function debrief(run: DebriefOf): DebriefReport {
  const { playbook, opening } = run;
  const lang = run.language ?? opening.language;
  const law = lawIn(run.law, lang);
  const pack = packOf(law, run.pack ?? opening.pack.id);
  const asOf = run.asOf ?? opening.pack.asOf;
  const seat = run.seat ?? opening.seats[0] ?? '';
  const { engine, exercise, trace, equal, differsAt } = replayedRun(run);
  if (!equal) throw new Error(`EX3: entry ${differsAt} does not replay.`);
  const locale = { lang, words: pack.words };
  const words = wordingOf(engine, locale, run.valueWords);
  const really = whatWasSo(playbook, exercise.slots);
  const under = { law, pack: pack.id, asOf, switches: opening.switches, seat };
  const judged = judge(trace, under);
  const ruling = toldAs(law, judged, really);
  const changes =
    run.couldHaveKnown === false
      ? null
      : whatWouldChange(trace, under, judged.findings, factsOf(playbook, seat), words);
  const objectives = aimsOf(playbook, trace, seat, ruling.findings, law, pack.id, words);
  const commands = run.entries.map(({ command }) => command);
  const sooner = run.couldHaveKnown === false ? null : soonerAnswered(engine, commands, trace, seat, words);
  const turn = turningPoint(engine, exercise, run.entries, trace, seat, words);
  return {
    language: lang,
    scenario: { id: playbook.id, title: words.text(playbook.title) },
    seat: seatOf(playbook, seat, words),
    seed: opening.seed,
    level: opening.level,
    endedAt: exercise.at,
    ending: { ...endingOf(playbook, exercise, trace, words), ...(turn === null ? {} : { turn }) },
    truth: truthOf(playbook, exercise, words),
    pack: { id: pack.id, title: pack.title, asOf, review: pack.review },
    ruling,
    why: whyStandings(ruling, objectives, words.ask),
    findings: findingsInContext(
      ruling.findings,
      trace,
      run.entries,
      words,
      (id) => authorityNote(law, id, asOf),
      (who, fact) => firstValue(engine, who, fact),
    ).map((one) => (changes === null ? one : { ...one, changes: changes(one.finding) })),
    timeline: timeline(trace, seat, words, ruling.findings),
    couldHaveKnown: run.couldHaveKnown === false ? [] : couldHaveKnown(engine, commands, trace, seat, words),
    ...(sooner === null ? {} : { sooner }),
    ladder: knowledgeLadder(
      trace,
      playbook.seats.map((one) => one.id),
      (speaker) => seatOfSpeaker(playbook, speaker),
      words,
    ),
    told: toldOthers(trace, seat, words, (fact) => firstValue(engine, seat, fact)),
    objectives,
    ...(playbook.hotWash === undefined ? {} : { hotWash: playbook.hotWash.map((id) => words.text(id)) }),
  };
}

/** Whether this version of the engine can replay a run of that version; older runs are read from their seal. */
export function canReplay(opening: Opening): boolean {
  return opening.engine === ENGINE_VERSION;
}

function seatOf(playbook: Playbook, id: string, words: Wording): DebriefReport['seat'] {
  const seat = playbook.seats.find((one) => one.id === id);
  return { id, callsign: seat ? words.seat(id) : id, role: seat ? words.text(seat.role) : id };
}

function endingOf(
  playbook: Playbook,
  exercise: Exercise,
  trace: readonly TraceEvent[],
  words: Wording,
): DebriefReport['ending'] {
  const ending = playbook.endings[exercise.ended];
  if (ending) return { id: ending.id, title: words.text(ending.title), text: words.text(ending.text) };
  const ended = trace.findLast((event) => event.kind === 'ended');
  return { id: ended?.kind === 'ended' ? ended.ending : 'running', title: '', text: '' };
}

/** Only what its author has words for: the rest is the scenario's own machinery. */
function truthOf(playbook: Playbook, exercise: Exercise, words: Wording): DebriefReport['truth'] {
  return playbook.truths.flatMap(({ slot, label, says }) => {
    const said = says?.[exercise.slots[slot] ?? -1];
    return label === undefined || said === undefined
      ? []
      : [{ label: words.text(label), value: words.text(said) }];
  });
}

function factsOf({ seats, slots }: Playbook, seat: string): readonly string[] {
  const own = seats.findIndex(({ id }) => id === seat);
  return slots.flatMap(({ known }) => (known?.seat === own ? [known.fact] : []));
}

function firstValue(engine: Engine, seat: string, fact: string): string | null {
  const index = engine.playbook.seats.findIndex((one) => one.id === seat);
  const slot = engine.playbook.slots.find((one) => one.known?.seat === index && one.known.fact === fact);
  return slot?.values?.[slot.start] ?? null;
}

function seatOfSpeaker(playbook: Playbook, speaker: string): string | null {
  const seat = playbook.speakers.find((one) => one.id === speaker)?.seat ?? null;
  return seat === null ? null : (playbook.seats[seat]?.id ?? null);
}
