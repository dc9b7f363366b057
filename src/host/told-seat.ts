/** One seat as it is told: its own view, made after each kept entry of what the seat may know and of nothing else (SPEC HO1, EX9). */
import type { SeatView } from '#exercise/view.ts';
import type { RenderLocale } from '#exercise/words.ts';
import type { Session } from '#protocol/session.ts';
import type { Core, CoreWatch, Played } from './core.ts';
import { viewAt } from './view-at.ts';

/** The door of a seat with whoever runs the exercise on its other side. */
export interface SeatSession extends Session {
  /** From now on the seat is told everything in another language, what it was told before too; nothing of the run changes. */
  retell(locale: RenderLocale): void;
}

export class ToldSeat<S> {
  readonly #core: Core<S>;
  readonly #seat: string;
  readonly #listeners = new Set<() => void>();
  #watch: CoreWatch<S>;
  #locale: RenderLocale;
  #view: SeatView | null = null;
  #hasLeft = false;

  constructor(core: Core<S>, seat: string, locale: RenderLocale) {
    this.#core = core;
    this.#seat = seat;
    this.#locale = locale;
    this.#watch = core.watch(seat, locale);
  }

  view(): SeatView {
    if (this.#view === null) throw new Error('HO1: a seat is told before it is looked at.');
    return this.#view;
  }
  hasLeft(): boolean {
    return this.#hasLeft;
  }
  subscribe(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }
  changed(): void {
    for (const changed of [...this.#listeners]) changed();
  }
  close(): void {
    this.#listeners.clear();
  }

  /** What came of an entry. The last thing that is told to somebody who leaves is how it stood then. */
  tell(state: S, news: Played<S>['trace'], at: number): void {
    if (this.#hasLeft) return;
    this.#watch.feed(news);
    this.#view = { ...this.#watch.view(state, at), at };
    this.#hasLeft = !this.#core.ended(state) && !this.#core.isFilled(state, this.#seat);
  }
  /** Everything from STARTEX on. */
  anew({ state, trace }: Played<S>, at: number): void {
    if (this.#hasLeft) return;
    this.#watch = this.#core.watch(this.#seat, this.#locale);
    this.tell(state, trace, at);
  }
  retell(locale: RenderLocale, played: Played<S>, at: number): void {
    this.#locale = locale;
    this.anew(played, at);
  }
  /** Only time has passed, and nothing has fallen due. */
  show(state: S, at: number): void {
    if (this.#hasLeft) return;
    this.#view = viewAt(this.view(), at, (moment) => this.#watch.view(state, moment));
  }
}
