/**
 * Reads the author's guide: Markdown to the few shapes that its page draws and its tests run (SPEC SC50).
 *
 * The info string of a block of code says its language, what it is for and its file: `sh`, `sh fails`, `sh stays`; `text` (what was said);
 * `yaml find=FILE` with `yaml write` or `yaml below` after it; `yaml part=FILE`, `yaml end=FILE`, `yaml whole=FILE`; `yaml wrong=FILE`
 * with `yaml right` after it. Markdown that is none of these shapes is refused, so that nothing is dropped in silence.
 */
import { type MarkedToken, marked, type Token } from 'marked';
import type { Block, Chapter, Code, Guide, Inline, Use } from '#table/library/guide.ts';

/** The guide of a Markdown text. Throws one sentence for each thing in it that the page cannot show, with what it stands in. */
export function readGuide(text: string): Guide {
  const problems: string[] = [];
  const ids = new Set<string>();
  const head = (name: string): string => {
    const id = idOf(name);
    if (ids.has(id)) problems.push(`Two headings have the name “${name}”.`);
    ids.add(id);
    return id;
  };
  const all = tokensOf(marked.lexer(text));
  const [first, ...rest] = all;
  if (first?.type !== 'heading' || first.depth !== 1)
    throw new Error('The guide must begin with its title: `# …`.');
  const lead: Block[] = [];
  const chapters: (Chapter & { readonly blocks: Block[] })[] = [];
  for (const token of rest) {
    if (token.type === 'heading' && token.depth === 2) {
      chapters.push({ id: head(token.text), name: token.text, blocks: [] });
      continue;
    }
    (chapters.at(-1)?.blocks ?? lead).push(...blockOf(token, head, problems));
  }
  const guide = { title: first.text, lead, chapters };
  for (const to of linksIn(guide)) {
    if (to.startsWith('#') && !ids.has(to.slice(1))) problems.push(`No heading has the name “${to}”.`);
  }
  problems.push(...loose(lead), ...chapters.flatMap(({ blocks }) => loose(blocks)));
  if (problems.length > 0) throw new Error(`scenarios/GUIDE.md: ${problems.join(' ')}`);
  return guide;
}

/** Every block of code of these blocks, in reading order. */
export function codeIn(blocks: readonly Block[]): Code[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [block];
    if (block.kind === 'list') return block.items.flatMap(codeIn);
    return block.kind === 'note' ? codeIn(block.blocks) : [];
  });
}

/** Words as one plain text. */
export function plainText(words: readonly Inline[]): string {
  return words
    .map((one) => (one.kind === 'plain' || one.kind === 'code' ? one.text : plainText(one.words)))
    .join('');
}

/** The id of a heading, as code hosts make it: small letters, hyphens for spaces, nothing else. */
function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Without extensions the lexer gives its own tokens and no others. */
function tokensOf(tokens: readonly Token[]): readonly MarkedToken[] {
  return (tokens as readonly MarkedToken[]).filter(({ type }) => type !== 'space');
}

function blockOf(token: MarkedToken, head: (name: string) => string, problems: string[]): readonly Block[] {
  const inside = (tokens: readonly Token[]) =>
    tokensOf(tokens).flatMap((one) => blockOf(one, head, problems));
  const words = (tokens: readonly Token[] | undefined) => wordsOf(tokens ?? [], problems);
  switch (token.type) {
    case 'heading':
      if (token.depth === 3) return [{ kind: 'head', id: head(token.text), name: token.text }];
      break;
    case 'paragraph':
    case 'text':
      return [{ kind: 'text', words: words(token.tokens) }];
    case 'list':
      return [
        { kind: 'list', ordered: token.ordered, items: token.items.map(({ tokens }) => inside(tokens)) },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map(({ tokens }) => words(tokens)),
          rows: token.rows.map((row) => row.map(({ tokens }) => words(tokens))),
        },
      ];
    case 'blockquote':
      return [{ kind: 'note', blocks: inside(token.tokens) }];
    case 'code': {
      const code = codeOf(token.lang ?? '', token.text);
      if (code !== null) return [code];
      break;
    }
  }
  problems.push(`The page cannot show this: ${token.raw.slice(0, 60).trim()}.`);
  return [];
}

function wordsOf(tokens: readonly Token[], problems: string[]): Inline[] {
  return tokensOf(tokens).flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return [{ kind: 'plain', text: token.text.replace(/\s*\n\s*/g, ' ') }];
      case 'codespan':
        return [{ kind: 'code', text: token.text }];
      case 'strong':
        return [{ kind: 'strong', words: wordsOf(token.tokens, problems) }];
      case 'em':
        return [{ kind: 'emphasis', words: wordsOf(token.tokens, problems) }];
      case 'link':
        if (/^(#[a-z0-9-]+|https:\/\/\S+)$/.test(token.href))
          return [{ kind: 'link', to: token.href, words: wordsOf(token.tokens, problems) }];
        break;
    }
    problems.push(`The page cannot show these words: ${token.raw.slice(0, 60)}.`);
    return [];
  });
}

const COMMANDS: Readonly<Record<string, Use>> = { sh: 'type', 'sh fails': 'fails', 'sh stays': 'stays' };
const WITH_FILE: readonly Use[] = ['part', 'find', 'end', 'whole', 'wrong'];
const WITHOUT_FILE: readonly Use[] = ['write', 'below', 'right'];

/** The block that an info string asks for; null where it asks for none. */
function codeOf(info: string, text: string): Code | null {
  const made = (use: Use, file: string | null = null): Code => ({ kind: 'code', use, file, text });
  const command = COMMANDS[info];
  if (command !== undefined) return made(command);
  if (info === 'text') return made('says');
  const [, word, file] = /^yaml (\w+)(?:=(\S+))?$/.exec(info) ?? [];
  const use = (file === undefined ? WITHOUT_FILE : WITH_FILE).find((one) => one === word);
  return use === undefined ? null : made(use, file ?? null);
}

/** What a block must stand after; a sentence for each that stands alone. */
const AFTER: Readonly<Partial<Record<Use, readonly Use[]>>> = {
  says: ['type', 'fails', 'stays', 'write', 'below', 'wrong', 'says'],
  write: ['find'],
  below: ['find'],
  right: ['wrong', 'says'],
};

function loose(blocks: readonly Block[]): string[] {
  const code = codeIn(blocks);
  return code.flatMap(({ use, text }, n) => {
    const before = AFTER[use];
    const stands = before === undefined || before.some((one) => one === code[n - 1]?.use);
    return stands ? [] : [`This must come after ${before.join(' or ')}: ${text.slice(0, 60)}.`];
  });
}

function linksIn(guide: Guide): string[] {
  const inWords = (words: readonly Inline[]): string[] =>
    words.flatMap((one) => {
      if (one.kind === 'link') return [one.to];
      return 'words' in one ? inWords(one.words) : [];
    });
  const inBlock = (block: Block): string[] => {
    switch (block.kind) {
      case 'text':
        return inWords(block.words);
      case 'list':
        return block.items.flat().flatMap(inBlock);
      case 'table':
        return [...block.head, ...block.rows.flat()].flatMap(inWords);
      case 'note':
        return block.blocks.flatMap(inBlock);
      default:
        return [];
    }
  };
  return [...guide.lead, ...guide.chapters.flatMap(({ blocks }) => blocks)].flatMap(inBlock);
}
