/** How the aims of a run went, held against the findings: an aim is never called met beside a finding that says otherwise (SPEC DB12). */
import type { Act } from '#law/acts.ts';
import { isBreach } from '#law/algebra.ts';
import type { Finding } from '#law/findings.ts';
import { actMatches } from '#law/match.ts';
import { type Law, type Pattern, packOf } from '#law/pack.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { Objective, Playbook } from '#scenario/playbook.ts';
import type { Aim } from './report.ts';
import type { Wording } from './wording.ts';

/** The aims of one seat in the order the run stated them. `findings` are the seat's, under a pack of that law. */
export function aimsOf(
  playbook: Playbook,
  trace: readonly TraceEvent[],
  seat: string,
  findings: readonly Finding[],
  law: Law,
  pack: string,
  words: Wording,
): readonly Aim[] {
  return trace.flatMap((event): Aim[] => {
    if (event.kind !== 'objective' || event.seat !== seat) return [];
    const { id, axis, met } = event;
    const objective = playbook.objectives.find((one) => one.id === id);
    const text = objective ? words.text(objective.text) : id;
    const contrary = met && objective ? contraryTo(objective, trace, findings, duties(law, pack)) : [];
    const against = [...new Set(contrary.map(({ title }) => title))];
    const how =
      event.arose === false ? 'not-arisen' : met ? (against.length > 0 ? 'in-part' : 'met') : 'missed';
    return [{ id, axis, text, met, how, against }];
  });
}

/** Missed duties that an act the aim asks for would have met, and breaches on its axis by acts it bars. */
export function contraryTo(
  { axis, asks = [], bars = [] }: Objective,
  trace: readonly TraceEvent[],
  findings: readonly Finding[],
  metBy: ReadonlyMap<string, readonly Pattern[]>,
): readonly Finding[] {
  return findings.filter((finding) => {
    if (!finding.counts) return false;
    if ('duty' in finding.on) {
      const patterns = metBy.get(finding.on.duty) ?? [];
      const asked = asks.some((act) => patterns.some((pattern) => actMatches(pattern, act)));
      return finding.on.outcome === 'missed' && isBreach(finding.verdict) && asked;
    }
    if (finding.axis !== axis || !isBreach(finding.verdict)) return false;
    const { act, kinds } = finding.on;
    const done = trace.find((event) => event.kind === 'act' && event.id === act);
    const acts = done?.kind === 'act' ? done.acts.filter(({ kind }) => kinds.includes(kind)) : [];
    return acts.some((one) => bars.some((barred) => isOne(one, barred)));
  });
}

/** Per duty of the pack what meets it. */
export function duties(law: Law, pack: string): ReadonlyMap<string, readonly Pattern[]> {
  const layers = packOf(law, pack).layers.flatMap((id) => law.layers[id] ?? []);
  return new Map(layers.flatMap((layer) => layer.duties.map((duty) => [duty.id, duty.metBy] as const)));
}

/** Whether an act is of that kind and states at least these fields. */
function isOne(act: Act, like: Act): boolean {
  return (
    act.kind === like.kind && Object.entries(like.fields).every(([key, value]) => act.fields[key] === value)
  );
}
