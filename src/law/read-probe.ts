/** From a probe whose shape is right to one whose names are right. */
import type { z } from 'zod';
import type { Act } from './acts.ts';
import { checkActPattern, checkFacts, checkSeen } from './check-names.ts';
import { ABSENT } from './match.ts';
import type { Seen } from './observations.ts';
import type { Probe } from './pack.ts';
import type { PROBES_FILE } from './schema.ts';
import type { Site } from './site.ts';

type ProbeText = z.infer<typeof PROBES_FILE>['probes'][number];

/** What a probe may name beside the vocabulary: packs, and the switches that packs declare with their values. */
export interface KnownPacks {
  readonly packs: readonly string[];
  readonly switches: Readonly<Record<string, readonly string[]>>;
}

/** Builds the probe, reporting unknown acts, facts, observations, values, packs and switches. */
export function readProbe(text: ProbeText, site: Site, { packs, switches }: KnownPacks): Probe {
  for (const [name, value] of Object.entries(text.switches ?? {})) {
    const values = Object.hasOwn(switches, name) ? switches[name] : undefined;
    const at = site.into('switches', name);
    if (values === undefined) {
      at.unknown('LW0305', 'pack with the switch', name, Object.keys(switches), true);
    } else if (!values.includes(value)) {
      at.unknown('LW0305', `value of the switch \`${name}\``, value, values);
    }
  }
  for (const pack of Object.keys(text.expect ?? {})) {
    if (!packs.includes(pack)) site.into('expect', pack).unknown('LW0310', 'pack', pack, packs, true);
  }
  checkFacts(text.knowing, site.into('knowing'));
  return {
    ref: text.ref,
    scenario: text.scenario ?? null,
    situation: text.situation,
    seat: text.seat ?? null,
    knowing: text.knowing,
    seeing: text.seeing.map((one, index) => readSeen(one, site.into('seeing', index))),
    acts: text.acts.map((one, index) => readAct(one, site.into('acts', index))),
    switches: text.switches ?? {},
    expect: text.expect ?? {},
  };
}

function readSeen(written: ProbeText['seeing'][number], site: Site): Seen {
  const { name } = checkSeen(written, site);
  return { observation: name, fields: typeof written === 'string' ? {} : (written[name] ?? {}) };
}

function readAct(written: ProbeText['acts'][number], site: Site): Act {
  const { name } = checkActPattern(written, site);
  const fields = typeof written === 'string' ? {} : (written[name] ?? {});
  for (const [field, value] of Object.entries(fields)) {
    if (value !== ABSENT) continue;
    const message = 'An act cannot say `absent`: that is a word for rules.';
    site.into(name, field).error('LW0203', message, 'Leave the field out.');
  }
  return { kind: name, fields };
}
