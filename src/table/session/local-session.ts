/**
 * Solo play: one seat of an exercise that the page itself keeps going (host/host.ts), with what only somebody alone has: their own clock,
 * and a journal on their own machine. Nobody sees what came of an entry before the journal has kept it (TB1). When keeping fails, the
 * session stops where the last kept entry left it and says why (TB4): `retry` takes up what the journal holds, `goOnWithoutSaving`
 * continues in memory.
 */
import type { SeatView } from '#exercise/view.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { Played } from '#host/core.ts';
import { Host } from '#host/host.ts';
import { type KeepTrouble, kindOf } from '#host/keep-trouble.ts';
import type { SeatSession } from '#host/told-seat.ts';
import type { Journal } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';
import type { Answer, Ask, ClockView, SoloSession } from '#protocol/session.ts';
import { cardGrace, cardsOf } from './card-grace.ts';
import { saveWord } from './save-trouble.ts';
import type { Start } from './start.ts';

/** Why the clock stands though the run goes on; null while it runs or nothing of the kind happened. */
export type PauseReason = 'asked' | 'resumed' | 'hidden' | 'slept' | 'trouble';

export class LocalSession<S> implements SoloSession {
  readonly #start: Start<S>;
  readonly #host: Host<S>;
  readonly #seat: SeatSession;
  readonly #grace = cardGrace();
  #journal: Journal;
  #reason: PauseReason | null;
  /** What was shown when cards were last looked at. */
  #noted: SeatView;

  constructor(start: Start<S>) {
    const { core, journal, tempo, run, played, at, locale } = start;
    this.#start = start;
    this.#journal = journal;
    this.#reason = start.resumed && core.clock === 'live' && !core.ended(played.state) ? 'resumed' : null;
    this.#host = new Host({
      ...{ core, journal, tempo, run, played, at },
      held: this.#reason !== null,
      onStopped: (why) => this.#stopped(why),
    });
    this.#seat = this.#host.open(start.opening.seats[0] ?? '', locale, (ask) => this.#isTooSoon(ask));
    this.#noted = this.#seat.view();
    this.#host.subscribe(() => this.#note());
  }

  view(): SeatView {
    return this.#seat.view();
  }
  clock(): ClockView {
    return this.#host.clock();
  }
  pauseReason(): PauseReason | null {
    return this.#reason;
  }
  saved(): ReturnType<SoloSession['saved']> {
    const trouble = this.#host.trouble();
    if (trouble) return { state: 'failed', why: saveWord(trouble) };
    if (!this.#journal.lasting) return { state: 'failed', why: 'memory' };
    return { state: this.#host.isBusy() ? 'saving' : 'saved', why: null };
  }
  /** What stops the session; null while it goes on. */
  trouble(): KeepTrouble | null {
    return this.#host.trouble();
  }
  ended(): boolean {
    return this.#host.ended();
  }
  /** All that was kept, and what came of it. */
  played(): Played<S> {
    return this.#host.played();
  }
  journal(): Journal {
    return this.#journal;
  }
  /** From now on the same run is told in another language; nothing of the run changes (TB13). */
  retell(locale: RenderLocale): void {
    this.#seat.retell(locale);
  }
  subscribe(changed: () => void): () => void {
    return this.#host.subscribe(changed);
  }

  send(ask: Ask): Promise<Answer> {
    return this.#seat.send(ask);
  }

  pass(ms: number): Promise<Answer> {
    return this.#host.letPass(ms, () => {
      const asked = cardsOf(this.view());
      return () => [...cardsOf(this.view())].some((card) => !asked.has(card));
    });
  }

  pause(on: boolean): void {
    if (this.#host.trouble() || !this.#isLive()) return;
    this.#hold(on ? 'asked' : null);
    if (on) void this.#host.beat(true);
  }
  speed(times: 1 | 2 | 4): void {
    this.#host.speed(times);
  }
  /** The page was hidden: nobody watches, so in solo play the clock stops and stays stopped until the person goes on (TB3). */
  hide(): void {
    if (this.#host.isMoving()) this.#stopFor('hidden');
    void this.#host.beat(true);
  }

  /** After trouble: takes up what the journal holds now, which may be more than this session saw (another tab, an unheard success). */
  retry(): Promise<boolean> {
    return this.#host.takeUp();
  }
  /** After the run was deleted: keeps it anew under its name, as far as this session has it, and goes on there. */
  keepAgain(): Promise<unknown> {
    return this.#host.inTurn(() =>
      this.#keepIn(this.#journal).catch((cause) => this.#host.stop(kindOf(cause))),
    );
  }
  /** After trouble: goes on in memory from the last kept entry; everything so far stays in the journal as far as that kept it. */
  goOnWithoutSaving(): Promise<void> {
    return this.#keepIn(memoryJournal());
  }
  close(): void {
    this.#host.close();
  }

  async #keepIn(journal: Journal): Promise<void> {
    const { run, opening, title, tempo, bodies } = this.#start;
    const meta = { title, touched: tempo.date(), at: this.#host.at(), state: 'running' as const };
    await journal.create(run, opening, meta, this.#host.played().entries, bodies);
    this.#journal = journal;
    this.#reason = this.#isLive() ? 'asked' : null;
    this.#host.keepIn(journal);
    this.#hold(this.#reason);
  }

  #stopped(why: KeepTrouble | 'slept'): void {
    if (why === 'slept') this.#stopFor('slept');
    else this.#hold(this.#isLive() ? 'trouble' : null);
  }
  #stopFor(reason: PauseReason): void {
    if (this.#isLive() && !this.ended()) this.#hold(this.#reason ?? reason);
  }
  /** The clock is held exactly while there is a reason to. */
  #hold(reason: PauseReason | null): void {
    this.#reason = reason;
    this.#host.hold(reason !== null);
  }

  /** Somebody who waits just as a card comes up did not mean the card (TB18). */
  #isTooSoon(ask: Ask): boolean {
    return ask.kind === 'wait' && this.#grace.covers(this.#start.tempo.now());
  }
  #note(): void {
    const view = this.view();
    this.#grace.note(this.#noted, view, this.#start.tempo.now());
    this.#noted = view;
  }
  #isLive(): boolean {
    return this.#start.core.clock === 'live';
  }
}
