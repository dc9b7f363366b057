/** The law of one pack and nothing else: what a run that was ruled under it needs to be ruled again (SPEC LW23). */
import { type Law, partsOf } from './pack.ts';
import { textsOf } from './translations.ts';

/**
 * The pack with its layers, the authorities they cite and what is translated of them; it pins as the whole law does (LW4) and rules alike.
 *
 * Throws for a pack that the law does not hold.
 */
export function onePack(law: Law, pack: string): Law {
  const { found, layers, cited } = partsOf(law, pack);
  const own: Law = {
    format: 1,
    authorities: Object.fromEntries(
      cited.flatMap((id) => {
        const authority = law.authorities[id];
        return authority === undefined ? [] : [[id, authority]];
      }),
    ),
    layers: Object.fromEntries(layers.map((layer) => [layer.id, layer])),
    packs: { [pack]: found },
    probes: [],
  };
  if (law.translations === undefined) return own;
  const keys = Object.keys(textsOf(own));
  const translations = Object.entries(law.translations).map(([lang, texts]) => [
    lang,
    Object.fromEntries(
      keys.flatMap((key) => {
        const text = texts[key];
        return text === undefined ? [] : [[key, text] as const];
      }),
    ),
  ]);
  return { ...own, translations: Object.fromEntries(translations) };
}
