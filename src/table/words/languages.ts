/** The languages the page is read in: each a line here and a folder of its words beside it. */

interface Language {
  /** In the language itself. */
  readonly name: string;
  /** Left out, it is written from left to right. */
  readonly direction?: 'rtl';
}

/** By tag, in the order in which a reader is offered them; the first is the one every other is measured by. */
const KNOWN = {
  en: { name: 'English' },
  es: { name: 'Español' },
} as const satisfies Readonly<Record<string, Language>>;

export type Lang = keyof typeof KNOWN;

/** The language in which whatever has no other words is said. */
export const FIRST_LANGUAGE = 'en' satisfies Lang;

export const LANGUAGES: readonly (Language & { readonly lang: Lang })[] = Object.entries(KNOWN).map(
  ([lang, language]) => ({ lang: lang as Lang, ...language }),
);

/** The language with exactly this tag; null where the page has no words of it. */
export function langOf(tag: string): Lang | null {
  return LANGUAGES.find(({ lang }) => lang === tag)?.lang ?? null;
}

/** The language nearest to what a browser is set to, such as `es-MX`; null where the page has no words of it. */
export function langNear(tag: string): Lang | null {
  return langOf(tag) ?? langOf(tag.split('-')[0] ?? '');
}

/** How it is written, for `dir` of the page. */
export function directionOf(lang: Lang): 'ltr' | 'rtl' {
  const known: Language = KNOWN[lang];
  return known.direction ?? 'ltr';
}
