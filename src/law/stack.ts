/** The rules and duties that speak under one pack on one day, once suspensions are taken out. */
import type { Situation } from './match.ts';
import { isUnreadPolicy, standsOn, statusOn } from './on-day.ts';
import { type Duty, type Law, type Layer, packOf, type Rule, type Status } from './pack.ts';

/** Which law rules: a pack, a day, and the values of the pack's switches that differ from where they start. */
export interface Under {
  readonly law: Law;
  readonly pack: string;
  readonly asOf: string;
  readonly switches: Readonly<Record<string, string>>;
}

/** A rule or duty with the authorities it rests on that day. */
export interface InForce<T> {
  readonly item: T;
  readonly authorities: readonly string[];
  /** True where it rests only on policy that nobody here has read (SPEC LW14). */
  readonly unread: boolean;
}

/** Rules and duties in layer order, then the author's; and what conditions are asked against beside knowledge. */
export interface Stack {
  readonly rules: readonly InForce<Rule>[];
  readonly duties: readonly InForce<Duty>[];
  readonly about: Pick<Situation, 'statusOf' | 'switches'>;
}

/**
 * Builds the stack: drops what another layer of the pack suspends on an authority in force that day (SPEC LW8; never a supreme rule), and
 * what rests on no authority that day (SPEC LW5). Throws for an unknown pack.
 */
export function stackOf(under: Under): Stack {
  const { law, asOf } = under;
  const pack = packOf(law, under.pack);
  const layers = pack.layers.map((id) => law.layers[id]).filter((layer) => layer !== undefined);
  const statusOf = (id: string): Status => {
    const authority = law.authorities[id];
    return authority === undefined ? 'not-yet' : statusOn(authority, asOf).is;
  };
  const lifted = liftedIn(layers, law, asOf);
  const standing = <T extends Rule | Duty>(item: T): InForce<T>[] => {
    if (lifted.has(item.id) && !item.supreme) return [];
    const authorities = item.by.filter((id) => standsOn(law, asOf, id, item.when));
    if (authorities.length === 0) return [];
    const unread = authorities.every((id) => {
      const authority = law.authorities[id];
      return authority !== undefined && isUnreadPolicy(authority);
    });
    return [{ item, authorities, unread }];
  };
  const starts = Object.entries(pack.switches).map(([name, one]) => [name, one.start] as const);
  // A value that the pack does not declare, and a switch it does not have, change nothing.
  const chosen = Object.entries(under.switches).filter(([name, value]) =>
    pack.switches[name]?.values.includes(value),
  );
  return {
    rules: layers.flatMap((layer) => layer.rules).flatMap(standing),
    duties: layers.flatMap((layer) => layer.duties).flatMap(standing),
    about: { statusOf, switches: Object.fromEntries([...starts, ...chosen]) },
  };
}

/** The rules and duties that layers together lift that day, by id; of those, one that is supreme stands all the same. */
export function liftedIn(layers: readonly Layer[], law: Law, asOf: string): ReadonlySet<string> {
  const suspensions = layers
    .flatMap((layer) => layer.suspends)
    .filter(({ by }) => by.some((id) => standsOn(law, asOf, id)));
  return new Set(suspensions.map(({ rule }) => rule));
}
