/**
 * Keeps one exercise going, whoever plays it and wherever: one queue, one clock, one journal (SPEC HO1 to HO6). Solo play in a page is one
 * shell around it, a server's room another; neither steps an exercise itself.
 *
 * Commands are worked off one after another: step, append, and only when the journal has kept the entries is each seat told what came of
 * them. While anything waits in the queue exercise time stands still. Where keeping fails, the host stops where the last kept entry left it.
 */
import type { Command } from '#exercise/commands.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { RunStore } from '#journal/run-store.ts';
import type { Answer, Ask, ClockView } from '#protocol/session.ts';
import { type Core, type Played, replay } from './core.ts';
import type { HostStart, Order } from './host-start.ts';
import { type KeepTrouble, kindOf } from './keep-trouble.ts';
import { MomentNote } from './moment-note.ts';
import { SLEPT_MS, TICK_MS } from './rhythm.ts';
import { type RunClock, runClock } from './run-clock.ts';
import { type SeatSession, ToldSeat } from './told-seat.ts';

export class Host<S> {
  readonly #start: HostStart<S>;
  readonly #core: Core<S>;
  readonly #clock: RunClock;
  readonly #listeners = new Set<() => void>();
  readonly #seats = new Set<ToldSeat<S>>();
  #journal: RunStore;
  #played: Played<S>;
  /** The moment shown: the clock's own, but never past what is due and not yet told. */
  #shown: number;
  #speed: 1 | 2 | 4 = 1;
  #held: boolean;
  #trouble: KeepTrouble | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #timer: () => void = () => {};
  #ticked: number;
  readonly #note: MomentNote;
  #closed = false;

  constructor(start: HostStart<S>) {
    const { core, played } = start;
    this.#start = start;
    this.#core = core;
    this.#journal = start.journal;
    this.#played = played;
    this.#shown = Math.max(core.at(played.state), Math.min(start.at, core.nextDue(played.state) ?? start.at));
    this.#clock = runClock(this.#shown);
    this.#held = start.held;
    this.#ticked = this.#now();
    this.#note = new MomentNote(start.run, start.tempo);
    this.#setGoing();
    if (!this.#isLive()) void this.inTurn(() => this.#jumpOn());
  }

  /** Milliseconds since STARTEX, as they are shown. */
  at(): number {
    return this.#shown;
  }
  clock(): ClockView {
    return { policy: this.#core.clock, speed: this.#speed, paused: this.#isLive() && this.#held };
  }
  ended(): boolean {
    return this.#core.ended(this.#played.state);
  }
  /** All that was kept, and what came of it. For whoever runs the exercise, never for a seat (EX9). */
  played(): Played<S> {
    return this.#played;
  }
  /** What stops the host; null while it goes on. */
  trouble(): KeepTrouble | null {
    return this.#trouble;
  }
  /** Whether anything waits to be worked off, or is being kept. */
  isBusy(): boolean {
    return this.#waiting > 0;
  }
  /** Whether time runs, or would if nothing were being kept. */
  isMoving(): boolean {
    return this.#clock.running() || this.#waiting > 0;
  }
  /** Called after every change, after it is kept; returns how to stop listening. */
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /**
   * The door of a seat that somebody plays, told in their language: all that reaches its owner, and what they ask is asked as that seat.
   * When the seat is left it is told nothing more, not even if somebody else sits there later (HO3). Throws where nobody plays the seat.
   *
   * @param passesOver Asked in its turn of each ask: one that it names is answered as if it were done, and nothing is.
   */
  open(seat: string, locale: RenderLocale, passesOver: (ask: Ask) => boolean = () => false): SeatSession {
    const { state } = this.#played;
    if (!this.#core.isFilled(state, seat)) throw new Error(`HO3: nobody plays ${seat}.`);
    const told = new ToldSeat(this.#core, seat, locale);
    told.anew(this.#played, this.#shown);
    this.#seats.add(told);
    return {
      view: () => told.view(),
      clock: () => this.clock(),
      subscribe: (changed) => told.subscribe(changed),
      send: (ask) =>
        this.inTurn(async () => {
          if (told.hasLeft()) return { ok: false, why: 'not-open' };
          if (passesOver(ask)) return { ok: true };
          return this.#writeAndGoOn((at) => ({ ...ask, at, seat }));
        }),
      retell: (other) => {
        told.retell(other, this.#played, this.#shown);
        this.#changed();
      },
      close: () => {
        told.close();
        this.#seats.delete(told);
      },
    };
  }

  /** Gives what whoever directs asks: somebody sits down or leaves, an inject, the end. Answered in its turn, as asks of seats are. */
  give(order: Order): Promise<Answer> {
    return this.inTurn(() => this.#writeAndGoOn((at) => ({ ...order, at })));
  }

  /**
   * Discussion clock: lets so much time pass, from one due moment to the next. `watch` is called in its turn, and what it answers after each
   * moment: true where that is enough. Where time runs by itself it does nothing.
   */
  letPass(ms: number, watch: () => () => boolean): Promise<Answer> {
    return this.inTurn(async () => {
      if (this.#isLive()) return { ok: true };
      const isEnough = watch();
      const until = this.#core.at(this.#played.state) + ms;
      for (let to = -1; to < until && !this.ended(); ) {
        const moment = Math.min(until, this.#core.nextDue(this.#played.state) ?? until);
        const answer = await this.#write(() => ({ kind: 'advance', at: moment }));
        if (!answer.ok) return answer;
        to = isEnough() ? until : moment;
      }
      await this.#jumpOn();
      return { ok: true };
    });
  }

  /** Holds the clock, or lets it go as far as nothing else holds it. */
  hold(on: boolean): void {
    this.#held = on;
    this.#setGoing();
    this.#changed();
  }
  speed(times: 1 | 2 | 4): void {
    this.#speed = times;
    this.#clock.speed(this.#now(), times);
    this.#setGoing();
    this.#changed();
  }

  /** After trouble: takes up what the journal holds now, which may be more than this host saw (another writer, an unheard success). */
  takeUp(): Promise<boolean> {
    return this.inTurn(async () => {
      if (!this.#trouble) return true;
      const { run, tempo } = this.#start;
      try {
        const kept = await this.#journal.read(run);
        if (!kept) return this.stop('gone');
        const again = replay(this.#core, kept.entries);
        if (!again.ok) return this.stop('replay');
        await this.#journal.beat(run, this.#core.at(again.played.state), tempo.date());
        this.#trouble = null;
        this.#take(again.played, kept.meta.at, null);
        return true;
      } catch (cause) {
        return this.stop(kindOf(cause));
      }
    });
  }
  /** From now on entries are kept there, where all of them so far have to be already. */
  keepIn(journal: RunStore): void {
    this.#journal = journal;
    this.#trouble = null;
    this.#setGoing();
    this.#changed();
  }
  /** Stops for trouble; answers false. */
  stop(why: KeepTrouble): false {
    this.#trouble = why;
    this.#start.onStopped(why);
    this.#setGoing();
    this.#changed();
    return false;
  }

  /** Does something between two commands, after all that was asked so far; exercise time stands still meanwhile (HO2). */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
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

  /** Notes the moment shown, at most once a second unless it must be now (JN5). */
  async beat(must = false): Promise<void> {
    if (this.#trouble || this.#closed) return;
    try {
      await this.#note.note(this.#journal, this.#shown, must);
    } catch (cause) {
      if (!this.#closed) this.stop(kindOf(cause));
    }
  }

  /** Stops clock, timers and listeners; the journal keeps what it has. */
  close(): void {
    if (this.#closed) return;
    this.#clock.stand(this.#now());
    void this.beat(true);
    this.#closed = true;
    this.#timer();
    this.#listeners.clear();
    for (const seat of this.#seats) seat.close();
  }

  async #writeAndGoOn(commandAt: (at: number) => Command): Promise<Answer> {
    const answer = await this.#write(commandAt);
    if (answer.ok) await this.#jumpOn();
    return answer;
  }

  /** One command: stepped, appended with what fell due before it, then told. */
  async #write(commandAt: (at: number) => Command): Promise<Answer> {
    if (this.#trouble || this.#closed) return { ok: false, why: 'not-saved' };
    const { state, trace, entries } = this.#played;
    const at = Math.max(this.#core.at(state), this.#clock.at(this.#now()));
    const step = this.#core.step(state, commandAt(at));
    if (!step.ok) return { ok: false, why: step.why };
    try {
      const kept = await this.#journal.append(this.#start.run, entries.length, step.entries);
      if (kept === 'conflict') this.stop('conflict');
    } catch (cause) {
      this.stop(kindOf(cause));
    }
    if (this.#trouble) return { ok: false, why: 'not-saved' };
    const played = {
      state: step.state,
      trace: [...trace, ...step.trace],
      entries: [...entries, ...step.entries],
    };
    this.#take(played, at, step.trace);
    return { ok: true };
  }

  /** Discussion clock: time goes from one due moment to the next while nobody is to act. */
  async #jumpOn(): Promise<void> {
    if (this.#isLive()) return;
    for (let to = this.#jump(); to !== null; to = this.#jump()) {
      const moment = to;
      const answer = await this.#write(() => ({ kind: 'advance', at: moment }));
      if (!answer.ok || this.ended()) return;
    }
  }
  #jump(): number | null {
    return this.#core.jump(this.#played.state);
  }

  /** What was kept is where the exercise stands now, and each seat is told; `news` null where seats are told everything anew. */
  #take(played: Played<S>, at: number, news: Played<S>['trace'] | null): void {
    this.#played = played;
    this.#shown = Math.max(at, this.#core.at(played.state));
    this.#clock.set(this.#now(), this.#shown);
    for (const seat of this.#seats) {
      if (news === null) seat.anew(played, this.#shown);
      else seat.tell(played.state, news, this.#shown);
    }
    this.#changed();
  }

  #tick(): void {
    const now = this.#now();
    if (now - this.#ticked > SLEPT_MS) {
      this.#ticked = now;
      this.#clock.set(now, this.#shown);
      this.#start.onStopped('slept');
      this.#setGoing();
      return;
    }
    this.#ticked = now;
    const at = this.#clock.at(now);
    const due = this.#core.nextDue(this.#played.state);
    if (due !== null && due <= at) {
      void this.inTurn(() => this.#write((moment) => ({ kind: 'advance', at: moment })));
      return;
    }
    this.#show(at);
    this.#changed();
    void this.beat();
    this.#wake();
  }

  #wake(): void {
    this.#timer();
    if (this.#closed || !this.#clock.running()) return;
    const due = this.#core.nextDue(this.#played.state);
    const untilDue = due === null ? TICK_MS : (due - this.#clock.at(this.#now())) / this.#speed;
    this.#timer = this.#start.tempo.after(Math.max(1, Math.min(TICK_MS, Math.ceil(untilDue))), () =>
      this.#tick(),
    );
  }

  /** Lets the clock run exactly when nothing holds it (HO5). */
  #setGoing(): void {
    const held =
      this.#closed || this.#trouble || this.#held || this.#waiting > 0 || !this.#isLive() || this.ended();
    if (held) {
      this.#clock.stand(this.#now());
      const { state } = this.#played;
      this.#show(
        Math.min(this.#clock.at(this.#now()), this.#core.nextDue(state) ?? Number.POSITIVE_INFINITY),
      );
      this.#timer();
      return;
    }
    if (!this.#clock.running()) this.#ticked = this.#now();
    this.#clock.go(this.#now());
    this.#wake();
  }

  #show(at: number): void {
    if (at <= this.#shown) return;
    this.#shown = at;
    for (const seat of this.#seats) seat.show(this.#played.state, at);
  }

  #isLive(): boolean {
    return this.#core.clock === 'live';
  }
  #now(): number {
    return this.#start.tempo.now();
  }
  #changed(): void {
    if (this.#closed) return;
    for (const changed of [...this.#listeners]) changed();
    for (const seat of [...this.#seats]) seat.changed();
  }
}
