/** What may stand above every screen and change it: only an author's page has it, the product none. */
import type { ComponentType } from 'react';
import type { Room } from '../runs/open-run.ts';
import type { Lang } from '../words/languages.ts';
import type { Screen } from './screens.ts';

export interface Overlay {
  /** Drawn above the screen. */
  readonly Strip: ComponentType;
  /** Opens a screen, and mends what stands in its way if it can, or says in `lang` why not; `reopen` opens what the address says by then. */
  readonly opening: (
    room: Room,
    lang: Lang,
    open: () => Promise<Screen>,
    reopen: () => Promise<Screen>,
  ) => Promise<Screen>;
  /** Told after every draw where the page is and how it can be changed. */
  readonly here: (page: PageNow) => void;
}

/** The page as it is now. */
export interface PageNow {
  readonly room: Room;
  /** Null while it is loading, or where something is in the way. */
  readonly screen: Screen | null;
  readonly lang: Lang;
  /** The screen that the address leads to, made anew. */
  readonly reopen: () => Promise<Screen>;
  /** Puts it in place of a screen of the same kind. */
  readonly show: (screen: Screen) => void;
  /** Goes to the address as if it had just been typed. */
  readonly go: () => void;
}
