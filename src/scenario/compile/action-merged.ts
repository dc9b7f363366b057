/** A standing action with its fields from library and scenario together, each with the place where it was written. */

import type { Site } from '../draft/site.ts';
import type { ActionWritten, LibraryWritten, TalkWritten } from '../schema/schema.ts';

/** A library as read, under the name by which scenarios use it. */
export interface Library {
  readonly written: LibraryWritten;
  readonly site: Site;
}
/** An action whole: each field with the place where it was written. */
export interface ActionMerged {
  readonly id: string;
  readonly written: ActionWritten;
  /** The place of a field: in the scenario where it gives it, else in the library. */
  at(field: keyof ActionWritten): Site;
  /** Of talk: with whom, what is done and how (talk.ts). */
  readonly talk?: TalkMerged;
}

/** With whom one talks, and when that is possible at all; `site` is where the scenario says so. */
export interface TalkMerged {
  readonly to: string;
  readonly site: Site;
  readonly when: string | boolean | undefined;
  readonly about: readonly string[] | undefined;
  readonly way: NonNullable<TalkWritten['way']>;
  readonly tone: TalkWritten['tone'];
}
