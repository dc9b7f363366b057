/**
 * Words that give an option away before it is weighed, by language: absolute words and words that tell the worth.
 *
 * A list is a list: it holds what is common in cards about police work, not every such word; a language without a list is not looked at.
 * Each entry is matched as a whole word, small or capital; entries of several words as they stand.
 */

/** Absolute words: what they say holds without exception, or without delay (Haladyna, Downing and Rodriguez 2002, guideline 28a). */
export const ABSOLUTE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'always',
    'never',
    'all',
    'none',
    'only',
    'every',
    'everybody',
    'everyone',
    'everything',
    'nobody',
    'no one',
    'nothing',
    'completely',
    'absolutely',
    'totally',
    'entirely',
    'at once',
    'immediately',
    'at all costs',
    'no matter what',
    'without exception',
    'under no circumstances',
  ],
  es: [
    'siempre',
    'nunca',
    'jamás',
    'todo',
    'toda',
    'todos',
    'todas',
    'nada',
    'nadie',
    'ninguno',
    'ninguna',
    'ningún',
    'solo',
    'sólo',
    'solamente',
    'únicamente',
    'completamente',
    'absolutamente',
    'totalmente',
    'por completo',
    'de inmediato',
    'inmediatamente',
    'a toda costa',
    'pase lo que pase',
    'sin excepción',
    'bajo ningún concepto',
    'bajo ninguna circunstancia',
  ],
};

/** Words that tell the worth of what is done, or of the people it is done to, instead of what is done. */
export const LOADED: Readonly<Record<string, readonly string[]>> = {
  en: [
    'obviously',
    'of course',
    'illegally',
    'unlawfully',
    'lawfully',
    'unconstitutionally',
    'rightly',
    'wrongly',
    'properly',
    'improperly',
    'correctly',
    'incorrectly',
    'appropriately',
    'inappropriately',
    'professionally',
    'unprofessionally',
    'responsibly',
    'irresponsibly',
    'wisely',
    'foolishly',
    'bravely',
    'heroic',
    'heroically',
    'cowardly',
    'brutal',
    'brutally',
    'cruel',
    'cruelly',
    'reckless',
    'recklessly',
    'needlessly',
    'shameful',
    'shamefully',
    'unfairly',
    'unjustly',
    'excessive',
    'as you should',
    'as the law requires',
    'thug',
    'thugs',
    'goon',
    'goons',
    'mob',
    'illegals',
  ],
  es: [
    'obviamente',
    'por supuesto',
    'ilegalmente',
    'legalmente',
    'inconstitucionalmente',
    'correctamente',
    'incorrectamente',
    'debidamente',
    'indebidamente',
    'apropiadamente',
    'profesionalmente',
    'responsablemente',
    'irresponsablemente',
    'sabiamente',
    'tontamente',
    'valientemente',
    'heroico',
    'heroica',
    'heroicamente',
    'cobarde',
    'cobardemente',
    'brutal',
    'brutalmente',
    'cruel',
    'cruelmente',
    'temerario',
    'temeraria',
    'imprudentemente',
    'innecesariamente',
    'vergonzoso',
    'vergonzosa',
    'injustamente',
    'excesivo',
    'excesiva',
    'como es debido',
    'como manda la ley',
    'matón',
    'matones',
    'turba',
    'ilegales',
  ],
};

/** `all four` is a number, `all right` and `all clear` are answers: none of them is absolute. */
const COUNTED =
  /\ball (?=two\b|three\b|four\b|five\b|six\b|right\b|clear\b)|\btod[oa]s l[oa]s (?=dos\b|tres\b|cuatro\b|cinco\b|seis\b)/giu;
const QUOTED = /“[^”]*”|«[^»]*»|"[^"]*"/gu;

/** The first word of a list that stands in a text, as it is written there; null for none. */
export function findWord(text: string, list: readonly string[]): string | null {
  return expressionOf(list).exec(text.replace(COUNTED, ''))?.[0] ?? null;
}

/** A text without what is quoted in it: what somebody says in a story may be as loaded as people are. */
export function unquoted(text: string): string {
  return text.replace(QUOTED, ' ');
}

const EXPRESSIONS = new WeakMap<readonly string[], RegExp>();

function expressionOf(list: readonly string[]): RegExp {
  const known = EXPRESSIONS.get(list);
  if (known !== undefined) return known;
  const made = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${list.join('|')})(?![\\p{L}\\p{N}-])`, 'iu');
  EXPRESSIONS.set(list, made);
  return made;
}
