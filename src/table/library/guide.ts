/** The author's guide as the page holds it: what scenarios/GUIDE.md says, read when the page is built (cli/page/read-guide.ts). Plain JSON. */

/** A title, what stands before the first chapter, and the chapters in order. */
export interface Guide {
  readonly title: string;
  readonly lead: readonly Block[];
  readonly chapters: readonly Chapter[];
}
/** `id` is where links lead: unlike any other heading's. */
export interface Chapter {
  readonly id: string;
  readonly name: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'head'; readonly id: string; readonly name: string }
  | { readonly kind: 'text'; readonly words: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'note'; readonly blocks: readonly Block[] }
  | Code;

/** Words in a row. A link leads to a heading of the guide by its id, or to an address of the web. */
export type Inline =
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'strong'; readonly words: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly words: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly to: string; readonly words: readonly Inline[] };

/** A block of code with what it is for; `file` is the one it is about, as named from Deconflict's folder, else null. */
export interface Code {
  readonly kind: 'code';
  readonly use: Use;
  readonly file: string | null;
  readonly text: string;
}

/**
 * What a reader does with a block of code.
 *
 * `type`, `fails` and `stays` are commands: one that ends well, one that ends with a complaint, one that runs until it is stopped. `says`
 * is what the command before it says. `part` stands in a file. `find` is to be found in a file; `write` goes in its place, `below` after
 * it. `end` goes to the end of a file, `whole` is a new one. `wrong` is a mistake in place of the `right` that follows it.
 */
export type Use = (typeof USES)[number];
export const USES = [
  'type',
  'fails',
  'stays',
  'says',
  'part',
  'find',
  'write',
  'below',
  'end',
  'whole',
  'wrong',
  'right',
] as const;
