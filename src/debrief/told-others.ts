/** Whom the seat told what: acts by which somebody else learns, with what the seat itself knew then (SPEC DB3). */
import type { Act } from '#law/acts.ts';
import type { TraceEvent } from '#law/trace.ts';
import type { ToldOthers } from './report.ts';
import type { Wording } from './wording.ts';

/** Acts by which others learn: the field that says who they are, or who they always are. */
const TELLS: Readonly<Record<string, { readonly field: string } | { readonly whom: string }>> = {
  inform: { field: 'whom' },
  broadcast: { whom: 'channel' },
  'report-up': { whom: 'superior' },
  notify: { field: 'whom' },
  'share-data': { field: 'to' },
  'report-out': { field: 'to' },
  'ask-federal': { whom: 'agents' },
  'state-publicly': { whom: 'public' },
};

/** In order of time; what was broken off told nobody. A row for each act of the seat, with everybody it told. */
export function toldOthers(
  trace: readonly TraceEvent[],
  seat: string,
  words: Wording,
  firstValue: (fact: string) => string | null,
): readonly ToldOthers[] {
  const cut = new Set(trace.flatMap((event) => (event.kind === 'cut' ? [event.act] : [])));
  return trace.flatMap((event): ToldOthers[] => {
    if (event.kind !== 'act' || event.seat !== seat || !event.human || cut.has(event.id)) return [];
    const whom = [...new Set(event.acts.flatMap(toldBy))];
    if (whom.length === 0) return [];
    const { identity } = event.knowing;
    const knew =
      identity === undefined || identity === firstValue('identity')
        ? null
        : words.value('identity', identity);
    return [{ at: event.at, whom, did: words.did(event.source), knew }];
  });
}

function toldBy({ kind, fields }: Act): readonly string[] {
  const tells = Object.hasOwn(TELLS, kind) ? TELLS[kind] : undefined;
  if (tells === undefined) return [];
  if ('whom' in tells) return [tells.whom];
  const whom = fields[tells.field];
  return typeof whom === 'string' ? [whom] : [];
}
