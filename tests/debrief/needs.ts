/** What must have been there before an act can be to somebody's credit, whatever the law says of it: in the words of the vocabulary. */
import type { Act } from '#law/acts.ts';
import type { TraceEvent } from '#law/trace.ts';

interface Need {
  readonly of: string;
  /** Only acts that state these fields. */
  readonly with?: Act['fields'];
  /** One of these was observed before … */
  readonly seen?: readonly string[];
  /** … or one of these values was known by the time it was done. */
  readonly known?: Readonly<Record<string, readonly string[]>>;
}

const NEEDS: readonly Need[] = [
  { of: 'release', seen: ['holding'] },
  { of: 'release', with: { who: 'person' }, seen: ['holding', 'claim-heard'] },
  {
    of: 'verify-identity',
    with: { by: 'credential', logged: true },
    known: { lead: ['badge-logged'], identity: ['credential-shown'] },
  },
  { of: 'take-report', seen: ['complaint-made'] },
  { of: 'care-for-child', seen: ['child-alone'] },
  { of: 'render-aid', seen: ['person-injured'], known: { injury: ['reported', 'seen'] } },
  { of: 'decline', seen: ['task-requested'] },
  { of: 'decline', with: { task: 'stop-filming' }, seen: ['recording-public'] },
  { of: 'refer', seen: ['task-requested'] },
  { of: 'inform', with: { whom: 'resident' }, seen: ['help-requested'] },
  { of: 'separate', seen: ['force-seen', 'crowd-violence'] },
  { of: 'ask-federal', with: { what: 'check-claim' }, seen: ['claim-heard'] },
];

/** Whether an act that a seat began then had what it needs; an act that needs nothing has it. Of several needs the closest counts. */
export function hasNeed(
  act: Act,
  begun: Extract<TraceEvent, { readonly kind: 'act' }>,
  trace: readonly TraceEvent[],
): boolean {
  const need = NEEDS.findLast(({ of, with: fields = {} }) => of === act.kind && states(act, fields));
  if (need === undefined) return true;
  const over = begun.at + begun.takes + (begun.waits ?? 0);
  return trace.some((event) => {
    if (event.kind === 'observed')
      return event.seat === begun.seat && event.at <= begun.at && need.seen?.includes(event.observation);
    if (event.kind !== 'learnt' || event.seat !== begun.seat || event.at > over) return false;
    return need.known?.[event.fact]?.includes(event.value);
  });
}

function states(act: Act, fields: Act['fields']): boolean {
  return Object.entries(fields).every(([key, value]) => act.fields[key] === value);
}
