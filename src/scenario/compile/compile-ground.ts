/** What compiling stands on, wherever in the story it is. */
import type { Scope } from '#language/condition.ts';
import type { Names } from '../draft/names.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import type { Slots } from '../draft/slots.ts';

/** What effects are compiled in: the draft, the names, what story conditions see, the region they stand in (null for none). */
export interface Ground {
  readonly draft: PlaybookDraft;
  readonly names: Names;
  readonly slots: Slots;
  readonly story: Scope;
  readonly region: string | null;
  /** The one seat whose action or option this is; absent where the story itself acts. */
  readonly seat?: number;
  /** Whom this talk is with: the speaker that `them` means. */
  readonly them?: number;
  /** Every version of a text, English first. */
  readonly versions: (textId: string, english: string) => readonly string[];
}
