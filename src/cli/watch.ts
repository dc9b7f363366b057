/**
 * `deconflict watch [folder] [--no-page]`: checks what an author writes whenever it is saved, and serves the page from it.
 *
 * What reading finds is printed and shown at once, what plans, law and a short proof find as soon as it is known. A run that is being played on the page
 * goes on in the changed scenario. `PORT` (5209) and `HOST` (127.0.0.1) say where the page is.
 */
import { type Diagnostic, inReadingOrder } from '#language/diagnostic.ts';
import type { News } from '#table/author/news.ts';
import { renamed } from './disk/from-here.ts';
import { SCENARIOS } from './disk/sources.ts';
import { followParts, nameFromHere, type Part, partsOf } from './disk/watch-folder.ts';
import { closed, listening, placeOf, untilToldToEnd } from './page/listening.ts';
import { marked, sayProblems } from './terminal/print.ts';
import { type Given, readArguments } from './terminal/wrong-use.ts';
import { type Desk, deskReader } from './watch/watch-desk.ts';
import { type LaterFound, laterChecks } from './watch/watch-later.ts';
import { buildPage, PAGE } from './watch/watch-page.ts';
import { type AuthorServer, authorServer } from './watch/watch-server.ts';

/** Watches until it is told to end; 0 after an orderly end (SPEC CL42). Throws CannotDo where the page's address cannot be used. */
export async function run(args: readonly string[]): Promise<number> {
  const { folder, given } = wanted(args);
  const parts = partsOf(folder);
  const place = placeOf(process.env, 5209, 'npx deconflict watch');
  const watched = new Watched(parts);
  // What it began would keep the program alive: it ends with the command, however that ends.
  try {
    watched.begin();
    if (given['no-page'] !== true) {
      const addresses = await listening(watched.serve(PAGE), place, 'http');
      await buildPage(() => say('Building the page …'));
      for (const address of addresses) say(`The page is at ${address}`);
    }
    say('Save a file to have it checked. Press Ctrl+C to stop.');
    await untilToldToEnd();
  } finally {
    await watched.end();
  }
  return 0;
}

function wanted(args: readonly string[]): { readonly folder: string; readonly given: Given } {
  const options = { 'no-page': { type: 'boolean' } } as const;
  const names = args.some((arg) => !arg.startsWith('-')) ? ['folder'] : [];
  const { at, given } = readArguments(args, names, options);
  return { folder: at[0] ?? SCENARIOS, given };
}

/** A folder being watched: what it last came to, and everybody who is told. */
class Watched {
  readonly #parts: readonly Part[];
  readonly #read = deskReader();
  readonly #later: ReturnType<typeof laterChecks>;
  readonly #stop: () => void;
  #desk: Desk;
  #found: LaterFound | null = null;
  #save = 0;
  /** The last save of which nothing more will be found. */
  #given = -1;
  /** Counts the texts beside the playbooks that the page shows. */
  #rest = 0;
  #server: AuthorServer | null = null;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    const followed = followParts(parts, ({ changed, files, since }) => {
      const before = this.#desk;
      this.#desk = this.#read(files, changed);
      this.#save += 1;
      if (before.law !== this.#desk.law || changed.some((file) => file.endsWith('.tmj'))) this.#rest += 1;
      this.#tell(changed.map((file) => nameFromHere(parts, file)).join(', '), performance.now() - since);
      this.#lookLonger(changed);
    });
    this.#stop = followed.stop;
    this.#desk = this.#read(followed.files);
    this.#later = laterChecks(
      (found) => this.#tellLater(found),
      (save, cause) => {
        this.#given = save;
        this.#server?.tell(this.#desk, this.#news());
        say(`Plans, law and proof could not be checked this time: ${cause.message}`);
      },
    );
  }

  begin(): void {
    this.#tell(null, 0);
    this.#lookLonger([]);
  }
  serve(page: string): AuthorServer['server'] {
    this.#server = authorServer(page, this.#desk, this.#news());
    return this.#server.server;
  }
  async end(): Promise<void> {
    this.#stop();
    this.#later.stop();
    if (this.#server !== null) await closed(this.#server.server);
  }

  #lookLonger(changed: readonly string[]): void {
    const { files, playable, broken, law } = this.#desk;
    const playbooks = new Map([
      ...[...playable].map(([id, { playbook }]) => [id, playbook] as const),
      ...broken.map((id) => [id, null] as const),
    ]);
    this.#later.start({ save: this.#save, files, playbooks, law, changed });
  }

  #tell(saved: string | null, ms: number): void {
    // The page first: whoever looks at it waits for more than a line of print.
    this.#server?.tell(this.#desk, this.#news());
    const problems = this.#problems();
    const what = saved === null ? 'read' : `${saved} saved`;
    const took = saved === null ? '' : ` (${(ms / 1000).toFixed(2)} s)`;
    say(`${what}: ${countOf(problems)}${took}`);
    sayProblems(problems);
  }

  #tellLater(found: LaterFound): void {
    if (found.save !== this.#save) return;
    const before = this.#isChecked() ? (this.#found?.problems ?? []) : [];
    this.#found = found;
    this.#server?.tell(this.#desk, this.#news());
    const known = new Set(before.map((problem) => JSON.stringify(problem)));
    const problems = this.#named(found.problems.filter((problem) => !known.has(JSON.stringify(problem))));
    const plans = found.plans === 1 ? '1 plan' : `${found.plans} plans`;
    const waits = this.#desk.broken.map((id) => `; ${id} has to wait until it can be played`).join('');
    const what = PROVED[found.proof] ?? `${plans} played, law checked${waits}`;
    // While a proof of others is coming, that is told with it.
    const left = found.proof === 'coming' ? [] : found.unproved;
    const unproved = left.map((id) => `; ${id} is not proved until its plans go as written`).join('');
    say(`${what}${unproved}: ${countOf(problems)} (${(found.ms / 1000).toFixed(1)} s)`);
    sayProblems(problems);
  }

  #news(): News {
    const { playable, broken } = this.#desk;
    const found = this.#isChecked() ? (this.#found?.problems ?? []) : [];
    return {
      save: this.#save,
      playbooks: Object.fromEntries([...playable].map(([id, { listing }]) => [id, listing.hash])),
      broken,
      rest: this.#rest,
      problems: inReadingOrder([...this.#problems(), ...this.#named(found)]),
      checking: this.#given !== this.#save && (!this.#isChecked() || this.#found?.proof === 'coming'),
    };
  }
  #isChecked(): boolean {
    return this.#found?.save === this.#save;
  }
  #problems(): readonly Diagnostic[] {
    return this.#named(this.#desk.problems);
  }
  #named(problems: readonly Diagnostic[]): readonly Diagnostic[] {
    return problems.map((problem) => renamed(problem, (file) => nameFromHere(this.#parts, file)));
  }
}

/** What is said of a proof; null where there is none yet. */
const PROVED: Readonly<Record<LaterFound['proof'], string | null>> = {
  coming: null,
  none: null,
  'in part': 'partly proved; `check` goes further',
  whole: 'proved completely',
};

function say(text: string): void {
  marked('stdout', 'dim', new Date().toTimeString().slice(0, 8), ` ${text}`);
}

function countOf(problems: readonly Diagnostic[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  return problems.length === 0
    ? 'no problems'
    : `${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
}
