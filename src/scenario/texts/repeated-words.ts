/** Which words of a question an option repeats: what tests for measuring call a clang. */

/** Shorter words are mostly grammar, in every language that is written here. */
const SHORTEST = 5;

/** Longer words that are grammar all the same, or that no card can do without. */
const COMMON = new Set(
  (
    'about after again against asked before being could every first other their there these those three under until what where which while would your yours ' +
    'algún antes ahora aunque cerca como cómo contra cuál cuando cuándo dentro desde después donde dónde entre estar fuera hacer hacia hasta mientras otra otro para pero quién según sobre también tiene todavía usted ustedes'
  ).split(' '),
);

/** The words of five letters and more, but for names, that an option has from its question; as the option writes them, each once. */
export function repeatedWords(question: string, option: string): string[] {
  const asked = new Set(wordsOf(question).map(stem));
  const known = new Set<string>();
  return wordsOf(option).filter((word) => {
    const root = stem(word);
    if (!asked.has(root) || known.has(root)) return false;
    known.add(root);
    return true;
  });
}

/** Small-lettered words: a capital begins a sentence or a name, and a name is no clue. */
function wordsOf(text: string): string[] {
  const words = text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? [];
  return words.filter((word) => word.length >= SHORTEST && !COMMON.has(word));
}

function stem(word: string): string {
  return word.replace(/(?:ing|ed|es|s)$/u, '');
}
