/** The packs of the law, each at every setting of its switches: what a scenario is read against. */
import { type Law, type Layer, settingsOf } from '#law/pack.ts';
import { type Stack, stackOf } from '#law/stack.ts';

/** A pack with its switches set one way. */
export interface Setting {
  readonly pack: string;
  readonly switches: Readonly<Record<string, string>>;
  readonly layers: readonly Layer[];
  readonly stack: Stack;
}

/** Every pack of the law at every setting of its switches, on a day. */
export function everySetting(law: Law, asOf: string): Setting[] {
  return Object.values(law.packs).flatMap((pack) =>
    settingsOf(pack).map((switches) => ({
      pack: pack.id,
      switches,
      layers: pack.layers.flatMap((layer) => law.layers[layer] ?? []),
      stack: stackOf({ law, pack: pack.id, asOf, switches }),
    })),
  );
}
