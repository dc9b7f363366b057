/** Why a file that somebody picked is not taken in. */

/** What is wrong with what it holds. */
export type FileProblem =
  | 'unreadable'
  | 'not-utf8'
  | 'not-a-run'
  | 'unknown-scenario'
  | 'other-version'
  | 'does-not-replay';

export interface RefusedImport {
  readonly ok: false;
  readonly problem: FileProblem | 'too-big' | 'not-kept';
  /** What the sentence needs: the reader's own sentence, the scenario, the entry. */
  readonly why: string;
}
