/** Where in an author's law file something stands, and how a problem there is reported. */
import type { Diagnostic } from '#language/diagnostic.ts';
import { suggest } from '#language/did-you-mean.ts';
import type { Path, Source } from '#language/yaml-reader.ts';

/** A place in a file under check; problems go to the list it shares with every other site. */
export class Site {
  readonly #source: Source;
  readonly #path: Path;
  readonly #problems: Diagnostic[];

  constructor(source: Source, path: Path, problems: Diagnostic[]) {
    this.#source = source;
    this.#path = path;
    this.#problems = problems;
  }

  /** The file it is in. */
  get file(): string {
    return this.#source.file;
  }

  /** A place further in. */
  into(...steps: Path): Site {
    return new Site(this.#source, [...this.#path, ...steps], this.#problems);
  }

  /** Reports an error where the value stands. */
  error(code: string, message: string, repair: string): void {
    this.#report('error', code, message, repair);
  }

  /** Reports a warning where the value stands. */
  warning(code: string, message: string, repair: string): void {
    this.#report('warning', code, message, repair);
  }

  /** Reports an error at the key of this place: for names that are keys. */
  errorAtKey(code: string, message: string, repair: string): void {
    this.#problems.push({ ...this.#source.atKey(this.#path), code, severity: 'error', message, repair });
  }

  /** Reports a name that is not among those that exist. */
  unknown(code: string, what: string, written: string, known: readonly string[], atKey = false): void {
    const message = `There is no ${what} \`${written}\`.`;
    if (atKey) this.errorAtKey(code, message, suggest(written, known));
    else this.error(code, message, suggest(written, known));
  }

  #report(severity: 'error' | 'warning', code: string, message: string, repair: string): void {
    this.#problems.push({ ...this.#source.at(this.#path), code, severity, message, repair });
  }
}
