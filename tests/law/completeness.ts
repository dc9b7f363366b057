/** Whether a law is whole in a language. */
import type { Law } from '#law/pack.ts';
import { textsOf } from '#law/translations.ts';

/** What a language lacks and what it translates that the law does not hold; both empty where it is complete. */
export function completeness(
  law: Law,
  lang: string,
): { readonly missing: readonly string[]; readonly unknown: readonly string[] } {
  const english = textsOf(law);
  const texts = law.translations?.[lang] ?? {};
  return {
    missing: Object.keys(english).filter((key) => !Object.hasOwn(texts, key)),
    unknown: Object.keys(texts).filter((key) => !Object.hasOwn(english, key)),
  };
}
