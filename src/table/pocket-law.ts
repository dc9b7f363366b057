/** The pocket law: what a card in the shirt pocket would say of a pack on a day, in the reader's language. It knows nothing of the run. */
import { inForce } from '#law/on-day.ts';
import { type Law, packOf } from '#law/pack.ts';
import { lawIn, NOTHING } from '#law/translations.ts';
import type { PlayProps } from '#table/desk/props.ts';

/** The authorities the pack's layers cite that are in force that day and ask something of an officer, layer by layer, each once. */
export function pocketLaw(english: Law, pack: string, asOf: string, lang: string): PlayProps['pocketLaw'] {
  const law = lawIn(english, lang);
  const cited = packOf(law, pack).layers.flatMap((id) => {
    const layer = law.layers[id];
    return layer ? [...layer.rules, ...layer.duties].flatMap((item) => item.by) : [];
  });
  return [...new Set(cited)].flatMap((id) => {
    const authority = law.authorities[id];
    if (!authority || !inForce(authority, asOf)) return [];
    const { axes, body, citation, verified } = authority;
    const text = [authority.do, authority.dont].filter((part) => part !== '' && part !== NOTHING).join(' ');
    return text === '' ? [] : [{ axis: axes[0] ?? null, title: body, text, citation, verified }];
  });
}
