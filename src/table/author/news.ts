/** What a watching program tells the author's page after each save: plain JSON, whole each time. */
import type { Diagnostic } from '#language/diagnostic.ts';

/** Where the page asks for it; the answer never ends (server-sent events). */
export const NEWS_ADDRESS = './author/news';

/** The state of the author's folder as last read. */
export interface News {
  /** Counts what was saved since the program was started. */
  readonly save: number;
  /** What can be played, by scenario: the hash of the last playbook that could be compiled. */
  readonly playbooks: Readonly<Record<string, string>>;
  /** Scenarios whose text as it now stands cannot be played; the page keeps what it last could. */
  readonly broken: readonly string[];
  /** A number that is another one when the law, the words of a pack or a map are others. */
  readonly rest: number;
  readonly problems: readonly Diagnostic[];
  /** True while what takes longer (plans, proofs) is still being worked out for this save. */
  readonly checking: boolean;
}
