/** The pocket law: what a card in the shirt pocket would say of a pack on a day. It knows nothing of the run. */
import { inForce } from '#law/on-day.ts';
import { type Law, packOf } from '#law/pack.ts';
import type { PlayProps } from '#table/desk/props.ts';

const VERIFIED = { read: 'read at the source', secondary: 'second-hand', memory: 'not yet checked' } as const;

/** The authorities the pack's layers cite that are in force that day, layer by layer, each once. */
export function pocketLaw(law: Law, pack: string, asOf: string): PlayProps['pocketLaw'] {
  const cited = packOf(law, pack).layers.flatMap((id) => {
    const layer = law.layers[id];
    return layer ? [...layer.rules, ...layer.duties].flatMap((item) => item.by) : [];
  });
  return [...new Set(cited)].flatMap((id) => {
    const authority = law.authorities[id];
    if (!authority || !inForce(authority, asOf)) return [];
    const { body, citation, verified } = authority;
    const text = [authority.do, authority.dont].filter((part) => part !== '').join(' ');
    return [{ title: body, text, citation, verified: VERIFIED[verified] }];
  });
}
