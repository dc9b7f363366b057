/**
 * Reads an author's YAML into a plain value that remembers where everything stood (SPEC LG3).
 *
 * YAML 1.2 core schema. Never throws on any text (SPEC LG1): syntax errors, repeated keys, reserved keys, alias bombs,
 * depth beyond reason, bytes that are not UTF-8 and control characters are diagnostics. Aliases are followed; a node reached through one has the place of its anchor.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { characterProblems, strangeInValue } from './characters.ts';
import { commaCuts, remarkIn, unusedAnchor } from './cut-texts.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import { alignScalar } from './scalar-offset.ts';
import { firstMistake, ofBeginning } from './yaml-mistakes.ts';

export type Path = readonly (string | number)[];

/** A file as read. `value` is null where nothing could be read. */
export interface Source {
  readonly file: string;
  readonly value: unknown;
  /** Whether the file has something at this path. */
  has(path: Path): boolean;
  /** Where the value at `path` begins; for a missing one, the nearest parent that is there. */
  at(path: Path): Place;
  /** Where the key of the last step of `path` stands; as `at` if there is none. */
  atKey(path: Path): Place;
  /** What stands in the file as the value at `path`, to the letter, if it is a word, a number, a text or in brackets; null else. */
  written(path: Path): string | null;
  /** The remark behind the value at `path`, on its line; null where there is none. */
  remark(path: Path): string | null;
  /** The place of a character inside a scalar's text, by its offset there. */
  inside(path: Path, offset: number): Place;
}

/** Beyond these a text is refused: no scenario needs them, and hostile ones do. */
const DEEPEST = 64;
const MOST_NODES = 200_000;
const LONGEST_TEXT = 4_000_000;
const RESERVED_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** How a YAML text is read: `readYaml`, or a reader that remembers (yaml-memory.ts). */
export type ReadYaml = (
  file: string,
  text: string,
) => { readonly source: Source; readonly problems: readonly Diagnostic[] };

/** Reads one YAML text. The value is plain JSON; problems are in no particular order. */
export function readYaml(file: string, text: string): { source: Source; problems: Diagnostic[] } {
  const problems: Diagnostic[] = [];
  const start: Place = { file, line: 1, column: 1 };
  const nothing = (code: string, message: string, repair: string) => {
    problems.push({ ...start, code, severity: 'error', message, repair });
    return { source: emptySource(start), problems };
  };
  const tooMuch = 'Split the file: a scenario needs much less text and fewer levels.';
  if (text.length > LONGEST_TEXT) return nothing('LG0003', 'This file is too long to read.', tooMuch);
  if (deepestIndent(text) > DEEPEST) return nothing('LG0003', 'This file is nested too deeply.', tooMuch);
  const strange = characterProblems(file, text);
  problems.push(...strange);
  // What is not UTF-8 is not read further: words with letters lost would be told as something else.
  if (strange.some(({ code }) => code === 'LG0011')) return { source: emptySource(start), problems };
  const lines = new LineCounter();
  let root: Node | null;
  try {
    // Repeated keys are told by the tree below: the parser compares each key with all before it.
    const parsed = parseDocument(text, {
      lineCounter: lines,
      schema: 'core',
      prettyErrors: false,
      uniqueKeys: false,
    });
    root = parsed.contents;
    const mistake = firstMistake(parsed, text);
    if (mistake !== null) {
      const { line, col } = lines.linePos(Math.min(mistake.offset, text.length));
      const { message, repair } = mistake;
      problems.push({ file, line, column: col, code: 'LG0001', severity: 'error', message, repair });
    }
  } catch {
    return nothing('LG0003', 'This file is nested too deeply or refers to itself.', tooMuch);
  }
  const found: Diagnostic[] = [];
  const tree = new Tree(file, text, lines, found);
  const value = tree.read(root);
  // What a broken text seems to hold says nothing; that it is too deep does.
  const isBroken = problems.length > 0;
  problems.push(...found.filter(({ code }) => !isBroken || code === 'LG0003'));
  return { source: tree.source(value), problems };
}

interface Spot {
  readonly node: Node | null;
  readonly key: Node | null;
}

class Tree {
  readonly #file: string;
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #problems: Diagnostic[];
  readonly #spots = new Map<string, Spot>();
  readonly #anchors = new Map<string, Node>();
  readonly #named = new Set<Scalar>();
  readonly #repeated = new Set<Node>();
  #count = 0;
  #full = false;

  constructor(file: string, text: string, lines: LineCounter, problems: Diagnostic[]) {
    this.#file = file;
    this.#text = text;
    this.#lines = lines;
    this.#problems = problems;
  }

  read(root: Node | null): unknown {
    const value = this.#read(root, null, []);
    for (const node of this.#named) {
      if (this.#full || this.#repeated.has(node)) continue;
      const { offset, problem } = unusedAnchor(node, this.#text);
      this.#problems.push({ ...this.#placeAt(offset), ...problem });
    }
    return value;
  }

  source(value: unknown): Source {
    const climb = (path: Path): Spot | undefined => {
      for (let length = path.length; length >= 0; length--) {
        const spot = this.#spots.get(name(path.slice(0, length)));
        if (spot !== undefined) return spot;
      }
      return undefined;
    };
    const start = (spot: Spot | undefined): Place => this.#place(spot?.node ?? spot?.key ?? null);
    return {
      file: this.#file,
      value,
      has: (path) => this.#spots.has(name(path)),
      at: (path) => start(climb(path)),
      atKey: (path) => {
        const spot = climb(path);
        return spot?.key ? this.#place(spot.key) : start(spot);
      },
      written: (path) => {
        const node = this.#spots.get(name(path))?.node;
        const isWhole = isScalar(node) || (isCollection(node) && node.flow === true);
        return isWhole && node.range ? this.#text.slice(node.range[0], node.range[1]) : null;
      },
      remark: (path) => remarkBehind(this.#text, this.#spots.get(name(path))),
      inside: (path, offset) => {
        const node = climb(path)?.node ?? null;
        if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return start(climb(path));
        const raw = this.#text.slice(node.range[0], node.range[1]);
        return this.#placeAt(node.range[0] + alignScalar(raw, node.value, offset));
      },
    };
  }

  #read(node: Node | null, key: Node | null, path: (string | number)[]): unknown {
    this.#count++;
    if (this.#count > MOST_NODES || path.length > DEEPEST) return this.#refuse(node ?? key);
    const real = this.#follow(node);
    this.#spots.set(name(path), { node: real, key });
    if (isScalar(real)) return this.#scalar(real.value, real);
    this.#remember(real);
    if (isSeq(real)) {
      return real.items.map((item, index) => this.#read(item as Node | null, null, [...path, index]));
    }
    if (isMap(real)) return this.#map(real.items, path);
    return null;
  }

  #map(pairs: readonly { readonly key: unknown; readonly value: unknown }[], path: (string | number)[]) {
    const result: Record<string, unknown> = {};
    const cut = commaCuts(pairs);
    for (const { node, message, repair } of cut.told) this.#report(node, 'LG0005', message, repair);
    for (const pair of pairs) {
      if (cut.pieces.has(pair)) continue;
      const keyNode = pair.key as Node | null;
      const key = isScalar(keyNode) ? String(keyNode.value) : null;
      if (isScalar(keyNode)) this.#remember(keyNode);
      if (key !== null && keyNode !== null) this.#characters(key, keyNode);
      if (key === null || RESERVED_KEYS.has(key)) {
        this.#report(
          keyNode,
          'LG0004',
          `\`${key ?? 'This'}\` cannot be a key.`,
          'Give it another name: a plain word.',
        );
        continue;
      }
      if (Object.hasOwn(result, key)) {
        const repair = 'Remove one of the two, or give it another name.';
        const first = this.#spots.get(name([...path, key]))?.key ?? null;
        const notes = [{ ...this.#place(first), message: `The first \`${key}\` is here.` }];
        this.#report(keyNode, 'LG0002', 'This key appears twice.', repair, notes);
      }
      result[key] = this.#read(pair.value as Node | null, keyNode, [...path, key]);
    }
    return result;
  }

  #scalar(value: unknown, node: Node): unknown {
    const remark = remarkIn(node, this.#text);
    if (remark !== null) this.#problems.push({ ...this.#placeAt(remark.offset), ...remark.problem });
    if (typeof value === 'string') this.#characters(value, node);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.#report(
      node,
      'LG0001',
      'This number cannot be used.',
      'Write a whole number, or put the text in quotes.',
    );
    return null;
  }

  /** What is written as an escape; what stands in the file itself is told already. */
  #characters(value: string, node: Node): void {
    for (const { at, code, message, repair } of strangeInValue(value)) {
      const start = node.range?.[0] ?? 0;
      const place = start + alignScalar(this.#text.slice(start, node.range?.[1]), value, at);
      if (this.#text[place] === value[at]) continue;
      this.#problems.push({ ...this.#placeAt(place), code, severity: 'error', message, repair });
    }
  }

  #follow(node: Node | null): Node | null {
    if (!isAlias(node)) {
      if (isScalar(node)) this.#remember(node);
      return node;
    }
    const anchored = this.#anchors.get(node.source);
    if (anchored === undefined) {
      const { repair } = ofBeginning(this.#text, node.range?.[0] ?? 0);
      const message = `There is no anchor \`&${node.source}\` before this. Text that begins with \`*\` must be in quotes.`;
      this.#report(node, 'LG0001', message, repair);
      return null;
    }
    this.#repeated.add(anchored);
    return anchored;
  }

  /** An anchor is remembered when met, so an alias inside it would be endless; depth stops that. */
  #remember(node: Node | null): void {
    if (node !== null && 'anchor' in node && typeof node.anchor === 'string') {
      this.#anchors.set(node.anchor, node);
      if (isScalar(node)) this.#named.add(node);
    }
  }

  #refuse(node: Node | null): null {
    if (!this.#full) {
      const message = 'This is nested too deeply, or repeated too often through aliases.';
      this.#report(node, 'LG0003', message, 'Use fewer levels, and write repeated parts out.');
    }
    this.#full = true;
    return null;
  }

  #report(
    node: Node | null,
    code: string,
    message: string,
    repair: string,
    notes?: Diagnostic['notes'],
  ): void {
    const problem = { ...this.#place(node), code, severity: 'error', message, repair } as const;
    this.#problems.push(notes === undefined ? problem : { ...problem, notes });
  }

  #place(node: Node | null): Place {
    return this.#placeAt(node?.range?.[0] ?? 0);
  }

  #placeAt(offset: number): Place {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.#text.length));
    return { file: this.#file, line: Math.max(1, line), column: Math.max(1, col) };
  }
}

function emptySource(start: Place): Source {
  const here = () => start;
  const none = () => null;
  const places = { at: here, atKey: here, inside: here };
  return { file: start.file, value: null, has: () => false, ...places, written: none, remark: none };
}

/** What stands behind ` #` on the line of a value, or of its key where it has none. */
function remarkBehind(text: string, spot: Spot | undefined): string | null {
  const end = spot?.node?.range?.[1] ?? spot?.key?.range?.[1];
  if (end === undefined) return null;
  return /^[^\n#]*#(.*)$/m.exec(text.slice(end, text.indexOf('\n', end) + 1 || undefined))?.[1] ?? null;
}

const [OPENS, OPENS_KEYS, CLOSES, CLOSES_KEYS, LINE_END] = [...'[{]}\n'].map((char) => char.charCodeAt(0));

/** Open flow brackets at the deepest point, quotes ignored: a cheap guard before the parser recurses. */
function deepestIndent(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let n = 0; n < text.length; n++) {
    const char = text.charCodeAt(n);
    if (char === OPENS || char === OPENS_KEYS) deepest = Math.max(deepest, ++depth);
    else if (char === CLOSES || char === CLOSES_KEYS) depth = Math.max(0, depth - 1);
    else if (char === LINE_END && depth > 4 * DEEPEST) break;
  }
  return deepest > 4 * DEEPEST ? deepest : 0;
}

function name(path: Path): string {
  return path.join('\u0000');
}
