/** What words call whom: the phrases by which a scenario's own texts name its tokens. English. */
import type { Playbook } from '#scenario/playbook.ts';

/** A token's phrases, lower case, longest first; `speaker` where it speaks. */
export interface Named {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** Plain words of a text: the second half of `{codes|plain}`, lower case, cuffs called handcuffs, curly quotes straight. */
export function plain(text: string): string {
  return text
    .replace(/\{[^{}|]*\|([^{}]*)\}/g, '$1')
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/\bcuffs\b/g, 'handcuffs');
}

/**
 * The phrases of every token. A label gives itself, its part before a comma, that without where it is from, and its last word where no
 * other label has it; a name learned later gives the names in it.
 */
export function namesOf(playbook: Playbook): readonly Named[] {
  const text = (id: string) => playbook.texts[id] ?? id;
  const heads = playbook.tokens.map(({ label }) => headOf(text(label)));
  const isOnly = (word: string) => heads.filter((head) => ` ${head} `.includes(` ${word} `)).length === 1;
  const isFirst = (word: string, n: number) =>
    playbook.tokens[n]?.kind === 'vehicle' && heads.findIndex((head) => head.endsWith(word)) === n;
  return playbook.tokens.map((token, n) => {
    const label = plain(text(token.label));
    const head = heads[n] ?? '';
    const last = head.split(' ').at(-1) ?? '';
    const two = head.split(' ').slice(-2).join(' ');
    const own = playbook.speakers.find(({ id }) => id === token.id);
    const names = (own?.names ?? []).flatMap(({ name }) =>
      [...text(name).matchAll(/\b\p{Lu}[\p{L}]{2,}/gu)].map(([word]) => plain(word)),
    );
    const called = label.includes('who called') ? ['caller'] : [];
    const people = token.kind === 'person' || token.kind === 'group';
    const given = names.filter((one) => !COMMON.has(one) && (people || own !== undefined));
    const phrases = [
      label,
      ...label.split(', '),
      head,
      ...[last, two].filter((one) => isOnly(one) || isFirst(one, n)),
      ...called,
      ...given,
    ];
    const all = [...new Set(phrases)].filter((one) => one.length > 2 && !COMMON.has(one));
    return { id: token.id, phrases: all.sort((a, b) => b.length - a.length) };
  });
}

function headOf(label: string): string {
  return (plain(label).split(', ')[0] ?? '')
    .replace(/^(the|your|two|three|seven|eight) /, '')
    .replace(/ (at|from|with|in|on|to|of) .*$/, '');
}

/** Words that begin a label and name nobody. */
const COMMON: ReadonlySet<string> = new Set([
  ...['you', 'man', 'woman', 'men', 'people', 'the', 'sgt', 'older', 'young', 'your', 'girl from', 'teenage'],
  ...[
    'masked',
    'filming',
    'two people',
    'three people',
    'engine running',
    'who called',
    'who',
    'says',
    'father',
  ],
  ...['down', 'formed', 'channel', 'sitting down', 'you formed', 'in vest', 'cars', 'patrol cars', 'house'],
]);

type Mentions = readonly { readonly id: string; readonly at: number }[];
const KNOWN = new WeakMap<readonly Named[], Map<string, Mentions>>();

/** The tokens a text names, in the order they are named, each with where; longer phrases first, so that none is found inside another. */
export function mentions(text: string, names: readonly Named[]): Mentions {
  const known = KNOWN.get(names) ?? new Map<string, Mentions>();
  KNOWN.set(names, known);
  const found = known.get(text) ?? search(text, names);
  known.set(text, found);
  return found;
}

function search(text: string, names: readonly Named[]): Mentions {
  let left = plain(text);
  const found: { id: string; at: number }[] = [];
  const pairs = names.flatMap(({ id, phrases }) => phrases.map((phrase) => ({ id, phrase })));
  for (const { id, phrase } of pairs.sort((a, b) => b.phrase.length - a.phrase.length)) {
    for (let at = find(left, phrase); at >= 0; at = find(left, phrase)) {
      found.push({ id, at });
      left = left.slice(0, at) + '\u0000'.repeat(phrase.length) + left.slice(at + phrase.length);
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function find(text: string, phrase: string): number {
  if (!text.includes(phrase)) return -1;
  const at = text.search(new RegExp(`(?<![\\p{L}])${literal(phrase)}(?![\\p{L}])`, 'u'));
  return at;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
