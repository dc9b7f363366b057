/**
 * Solo play: the Session over an exercise and a journal, and the one place of the table with real time.
 * It writes one command after another: step, append, and only when the journal has kept the entry does anybody see what came of it
 * (TB1). While the journal is written, exercise time stands still. When keeping fails, the session stops where the last kept entry
 * left it and says why (TB4): `retry` takes up what the journal holds, `goOnWithoutSaving` continues in memory.
 */
import type { Command } from '#exercise/commands.ts';
import type { Entry } from '#exercise/entries.ts';
import type { SeatView } from '#exercise/view.ts';
import type { Journal } from '#journal/journal.ts';
import { memoryJournal } from '#journal/memory.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Answer, Ask, ClockView, Session } from '#protocol/session.ts';
import { cardGrace, cardsOf } from './card-grace.ts';
import { type Core, type Played, replay } from './core.ts';
import { BEAT_MS, SLEPT_MS, TICK_MS } from './rhythm.ts';
import { type RunClock, runClock } from './run-clock.ts';
import { kindOf, type SaveTrouble, saveWord } from './save-trouble.ts';
import type { Start } from './start.ts';
import { viewAt } from './view-at.ts';

/** Why the clock stands though the run goes on; null while it runs or nothing of the kind happened. */
export type PauseReason = 'asked' | 'resumed' | 'hidden' | 'slept' | 'trouble';

export class LocalSession<S> implements Session {
  readonly #start: Start<S>;
  readonly #core: Core<S>;
  #viewOf: Core<S>['view'];
  readonly #at = (at: number): SeatView => this.#viewOf(this.#state, this.#trace, at);
  readonly #clock: RunClock;
  readonly #listeners = new Set<() => void>();
  #journal: Journal;
  #state: S;
  #trace: readonly TraceEvent[];
  #entries: readonly Entry[];
  #view: SeatView;
  #speed: 1 | 2 | 4 = 1;
  #reason: PauseReason | null;
  #trouble: SaveTrouble | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #timer: () => void = () => {};
  #ticked: number;
  #beaten: number;
  #beating = false;
  readonly #grace = cardGrace();
  #closed = false;

  constructor(start: Start<S>) {
    const { core, played } = start;
    this.#start = start;
    this.#core = core;
    this.#viewOf = core.view;
    this.#journal = start.journal;
    this.#state = played.state;
    this.#trace = played.trace;
    this.#entries = played.entries;
    const at = Math.max(core.at(played.state), Math.min(start.at, core.nextDue(played.state) ?? start.at));
    this.#clock = runClock(at);
    this.#view = { ...core.view(played.state, played.trace, at), at };
    this.#reason = start.resumed && this.#live() && !core.ended(played.state) ? 'resumed' : null;
    this.#ticked = this.#now();
    this.#beaten = this.#now();
    this.#setGoing();
    if (!this.#live()) void this.#enqueue(() => this.#jumpOn());
  }

  view(): SeatView {
    return this.#view;
  }
  clock(): ClockView {
    return { policy: this.#core.clock, speed: this.#speed, paused: this.#live() && this.#reason !== null };
  }
  pauseReason(): PauseReason | null {
    return this.#reason;
  }
  saved(): { readonly state: 'saved' | 'saving' | 'failed'; readonly why: string | null } {
    if (this.#trouble) return { state: 'failed', why: saveWord(this.#trouble) };
    if (!this.#journal.lasting) return { state: 'failed', why: 'memory' };
    return { state: this.#waiting > 0 ? 'saving' : 'saved', why: null };
  }
  /** What stops the session; null while it goes on. */
  trouble(): SaveTrouble | null {
    return this.#trouble;
  }
  ended(): boolean {
    return this.#core.ended(this.#state);
  }
  /** All that was kept, and what came of it. */
  played(): Played<S> {
    return { state: this.#state, trace: this.#trace, entries: this.#entries };
  }
  journal(): Journal {
    return this.#journal;
  }
  /** From now on the same run is told by `view`, in another language; nothing of the run changes (TB13). */
  retell(view: Core<S>['view']): void {
    this.#viewOf = view;
    this.#view = { ...this.#at(this.#view.at), at: this.#view.at };
    this.#changed();
  }
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  send(ask: Ask): Promise<Answer> {
    return this.#enqueue(async () => {
      if (ask.kind === 'wait' && this.#grace.covers(this.#now())) return { ok: true };
      const answer = await this.#write((at) => ({ ...ask, at, seat: this.#core.seat }));
      if (answer.ok) await this.#jumpOn();
      return answer;
    });
  }

  pass(ms: number): Promise<Answer> {
    return this.#enqueue(async () => {
      if (this.#live()) return { ok: true };
      const until = this.#core.at(this.#state) + ms;
      const asked = cardsOf(this.#view);
      for (let to = -1; to < until && !this.ended(); ) {
        const moment = Math.min(until, this.#core.nextDue(this.#state) ?? until);
        const answer = await this.#write(() => ({ kind: 'advance', at: moment }));
        if (!answer.ok) return answer;
        to = [...cardsOf(this.#view)].some((card) => !asked.has(card)) ? until : moment;
      }
      await this.#jumpOn();
      return { ok: true };
    });
  }

  pause(on: boolean): void {
    if (this.#trouble || !this.#live()) return;
    this.#reason = on ? 'asked' : null;
    this.#setGoing();
    if (on) void this.#beat(true);
    this.#changed();
  }
  speed(times: 1 | 2 | 4): void {
    this.#speed = times;
    this.#clock.speed(this.#now(), times);
    this.#setGoing();
    this.#changed();
  }
  /** The page was hidden: nobody watches, so in solo play the clock stops and stays stopped until the person goes on (TB3). */
  hide(): void {
    if (this.#clock.running() || this.#waiting > 0) this.#stopFor('hidden');
    void this.#beat(true);
  }

  /** After trouble: takes up what the journal holds now, which may be more than this session saw (another tab, an unheard success). */
  async retry(): Promise<boolean> {
    return this.#enqueue(async () => {
      if (!this.#trouble) return true;
      try {
        const kept = await this.#journal.read(this.#start.run);
        if (!kept) return this.#fail('gone');
        const again = replay(this.#core, kept.entries);
        if (!again.ok) return this.#fail('replay');
        await this.#journal.beat(
          this.#start.run,
          this.#core.at(again.played.state),
          this.#start.tempo.date(),
        );
        this.#trouble = null;
        this.#take(again.played, kept.meta.at);
        return true;
      } catch (cause) {
        return this.#fail(kindOf(cause));
      }
    });
  }

  /** After the run was deleted: keeps it anew under its name, as far as this session has it, and goes on there. */
  keepAgain(): Promise<unknown> {
    return this.#enqueue(() => this.#keepIn(this.#journal).catch((cause) => this.#fail(kindOf(cause))));
  }
  /** After trouble: goes on in memory from the last kept entry; everything so far stays in the journal as far as that kept it. */
  goOnWithoutSaving(): Promise<void> {
    return this.#keepIn(memoryJournal());
  }
  async #keepIn(journal: Journal): Promise<void> {
    const { run, opening, title, tempo, bodies } = this.#start;
    const meta = { title, touched: tempo.date(), at: this.#view.at, state: 'running' as const };
    await journal.create(run, opening, meta, this.#entries, bodies);
    this.#journal = journal;
    this.#trouble = null;
    this.#reason = this.#live() ? 'asked' : null;
    this.#setGoing();
    this.#changed();
  }

  close(): void {
    if (this.#closed) return;
    this.#clock.stand(this.#now());
    void this.#beat(true);
    this.#closed = true;
    this.#timer();
    this.#listeners.clear();
  }

  /** One command: stepped, appended with what fell due before it, then told. */
  async #write(commandAt: (at: number) => Command): Promise<Answer> {
    if (this.#trouble || this.#closed) return { ok: false, why: 'not-saved' };
    const at = Math.max(this.#core.at(this.#state), this.#clock.at(this.#now()));
    const step = this.#core.step(this.#state, commandAt(at));
    if (!step.ok) return { ok: false, why: step.why };
    const expected = this.#entries.length;
    try {
      const kept = await this.#journal.append(this.#start.run, expected, step.entries);
      if (kept === 'conflict') this.#fail('conflict');
    } catch (cause) {
      this.#fail(kindOf(cause));
    }
    if (this.#trouble) return { ok: false, why: 'not-saved' };
    const entries = [...this.#entries, ...step.entries];
    this.#take({ state: step.state, trace: [...this.#trace, ...step.trace], entries }, at);
    return { ok: true };
  }

  /** Discussion clock: time goes from one due moment to the next while nobody is to act. */
  async #jumpOn(): Promise<void> {
    if (this.#live()) return;
    for (let to = this.#core.jump(this.#state); to !== null; to = this.#core.jump(this.#state)) {
      const moment = to;
      const answer = await this.#write(() => ({ kind: 'advance', at: moment }));
      if (!answer.ok || this.ended()) return;
    }
  }

  #take(played: Played<S>, at: number): void {
    this.#state = played.state;
    this.#trace = played.trace;
    this.#entries = played.entries;
    const moment = Math.max(at, this.#core.at(played.state));
    this.#clock.set(this.#now(), moment);
    const view = { ...this.#viewOf(played.state, played.trace, moment), at: moment };
    this.#grace.note(this.#view, view, this.#now());
    this.#view = view;
    this.#changed();
  }

  /** One after another; exercise time stands still while something is being written. */
  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    this.#clock.stand(this.#now());
    const result = this.#queue.then(work).finally(() => {
      this.#waiting -= 1;
      this.#setGoing();
      this.#changed();
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }

  #tick(): void {
    const now = this.#now();
    if (now - this.#ticked > SLEPT_MS) {
      this.#clock.set(now, this.#view.at);
      this.#stopFor('slept');
      return;
    }
    this.#ticked = now;
    const at = this.#clock.at(now);
    const due = this.#core.nextDue(this.#state);
    if (due !== null && due <= at) {
      void this.#enqueue(() => this.#write((moment) => ({ kind: 'advance', at: moment })));
      return;
    }
    this.#view = viewAt(this.#view, at, this.#at);
    this.#changed();
    void this.#beat();
    this.#wake();
  }

  #wake(): void {
    this.#timer();
    if (this.#closed || !this.#clock.running()) return;
    const due = this.#core.nextDue(this.#state);
    const untilDue = due === null ? TICK_MS : (due - this.#clock.at(this.#now())) / this.#speed;
    this.#timer = this.#start.tempo.after(Math.max(1, Math.min(TICK_MS, Math.ceil(untilDue))), () =>
      this.#tick(),
    );
  }

  /** Lets the clock run exactly when nothing holds it. */
  #setGoing(): void {
    const held =
      this.#closed || this.#trouble || this.#reason || this.#waiting > 0 || !this.#live() || this.ended();
    if (held) {
      this.#clock.stand(this.#now());
      this.#showMoment();
      this.#timer();
      return;
    }
    if (!this.#clock.running()) this.#ticked = this.#now();
    this.#clock.go(this.#now());
    this.#wake();
  }

  /** The shown moment is the clock's own, but never past what is due and not yet told. */
  #showMoment(): void {
    const at = Math.min(
      this.#clock.at(this.#now()),
      this.#core.nextDue(this.#state) ?? Number.POSITIVE_INFINITY,
    );
    if (at > this.#view.at) this.#view = viewAt(this.#view, at, this.#at);
  }

  #stopFor(reason: PauseReason): void {
    if (!this.#live() || this.ended()) return;
    this.#reason ??= reason;
    this.#setGoing();
    this.#changed();
  }

  #fail(why: SaveTrouble): false {
    this.#trouble = why;
    this.#reason = this.#live() ? 'trouble' : null;
    this.#setGoing();
    this.#changed();
    return false;
  }

  /** Notes the time that was shown, at most once a second unless it must be now. */
  async #beat(must = false): Promise<void> {
    const now = this.#now();
    if (this.#trouble || this.#beating || this.#closed || (!must && now - this.#beaten < BEAT_MS)) return;
    this.#beaten = now;
    this.#beating = true;
    try {
      await this.#journal.beat(this.#start.run, this.#view.at, this.#start.tempo.date());
    } catch (cause) {
      if (!this.#closed) this.#fail(kindOf(cause));
    } finally {
      this.#beating = false;
    }
  }

  #live(): boolean {
    return this.#core.clock === 'live';
  }
  #now(): number {
    return this.#start.tempo.now();
  }
  #changed(): void {
    if (this.#closed) return;
    for (const changed of [...this.#listeners]) changed();
  }
}
