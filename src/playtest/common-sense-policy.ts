/**
 * Common sense by the vocabulary of acts, for any scenario (SPEC RH52): a careful person who was never taught the law asks, checks, helps
 * the hurt, explains, keeps hands and weapons down, and gives nobody away. What only law tells apart (who may help whom with what) is
 * worth nothing either way here: such a person would have to guess.
 */
import type { Act } from '#law/acts.ts';
import type { SeatObservation } from './seat-observation.ts';

/** What common sense looks at. */
export type CommonSenseView = Pick<SeatObservation, 'sees' | 'knows'>;

/** What acts are worth to common sense at this moment: the sum over them, each from -3 (do not) to 3 (by all means). */
export function worth(acts: readonly Act[], observation: CommonSenseView): number {
  return acts.reduce((sum, act) => sum + worthOf(act, observation), 0);
}

/** The observations that call for an act of the kind, now and again when they are perceived anew. */
export function callsFor(kind: string): readonly string[] {
  return CALLS[kind] ?? [];
}

function worthOf({ kind, fields }: Act, observation: CommonSenseView): number {
  const lines = COMMON_SENSE[kind] ?? [];
  const line = lines.find(
    ({ of = {}, when }) =>
      Object.entries(of).every(([field, value]) => fields[field] === value) && (when?.(observation) ?? true),
  );
  return line?.worth ?? 0;
}

/** What acts with these fields are worth where `when` holds. */
export interface Line {
  readonly of?: Act['fields'];
  readonly when?: (observation: CommonSenseView) => boolean;
  readonly worth: number;
}

const isChildAlone = (observation: CommonSenseView) => observation.sees().has('child-alone');
const isHurt = (observation: CommonSenseView) => observation.sees().has('person-injured');
const isChecked = (observation: CommonSenseView) => observation.knows('identity') === 'confirmed';
const isFalse = (observation: CommonSenseView) => observation.knows('identity') === 'refuted';

/** By kind, the first line that fits. Kinds that are not here, and acts that no line fits, are worth nothing. */
export const COMMON_SENSE: Readonly<Record<string, readonly Line[]>> = {
  approach: [
    { of: { weapons: 'pointed' }, worth: -3 },
    { of: { weapons: 'low-ready' }, worth: -1 },
    { of: { cover: true }, worth: 2 },
    { of: { marked: false }, worth: -1 },
  ],
  disengage: [{ worth: -2 }],
  'observe-log': [{ worth: 1 }],
  'answer-call': [{ of: { how: 'send' }, worth: 2 }, { worth: -2 }],
  'collect-call': [{ worth: 1 }],
  'request-supervisor': [{ worth: 2 }],
  'request-units': [
    { of: { scale: 'everyone' }, worth: -2 },
    { of: { scale: 'field-force' }, worth: -1 },
    { of: { scale: 'one-or-two' }, worth: 1 },
  ],
  'request-medics': [
    { when: isHurt, worth: 3 },
    { of: { mode: 'stage' }, worth: 1 },
  ],
  'ask-federal': [
    { of: { what: 'check-claim' }, worth: 2 },
    { of: { what: 'leave' }, worth: 0 },
    { worth: 1 },
  ],
  refer: [{ worth: 1 }],
  'record-video': [{ of: { state: 'on' }, worth: 2 }, { worth: -2 }],
  'write-record': [{ of: { how: 'facts' }, worth: 2 }, { worth: -1 }],
  'take-report': [{ worth: 2 }],
  'refuse-report': [{ worth: -2 }],
  'destroy-record': [{ worth: -3 }],
  'preserve-record': [{ worth: 2 }],
  'answer-records-request': [
    { of: { how: 'written-decision' }, worth: 1 },
    { of: { how: 'post' }, worth: -1 },
  ],
  // Private facts about people are written down only where they are needed.
  'record-status': [{ worth: -1 }],
  review: [{ of: { scope: 'whole' }, worth: 2 }, { worth: -1 }],
  'report-up': [{ worth: 1 }],
  comment: [{ worth: -1 }],
  announce: [{ worth: 1 }],
  explain: [{ worth: 1 }],
  'verify-identity': [
    { of: { by: 'independent-callback' }, worth: 3 },
    { of: { by: 'their-number' }, worth: 1 },
    { worth: 2 },
  ],
  'accept-identity': [{ when: isChecked, worth: 0 }, { worth: -1 }],
  'show-authority': [{ worth: 2 }],
  'withhold-identity': [{ worth: -2 }],
  'pose-as': [{ worth: -3 }],
  'collect-private': [{ worth: -1 }],
  detain: [{ when: isFalse, worth: 0 }, { of: { for: 'own-crime' }, worth: 0 }, { worth: -1 }],
  release: [
    { when: isFalse, worth: -2 },
    { of: { notice: 'given' }, when: isChecked, worth: 2 },
  ],
  'use-force': [{ worth: -3 }],
  enforce: [{ when: isFalse, worth: 0 }, { worth: -2 }],
  enter: [{ of: { for: 'medical' }, when: isHurt, worth: 1 }, { worth: -2 }],
  search: [{ worth: -1 }],
  separate: [{ worth: 2 }],
  'render-aid': [{ when: isHurt, worth: 3 }],
  assist: [{ when: isChecked, worth: 0 }, { worth: -1 }],
  offer: [{ worth: 1 }],
  coordinate: [{ worth: 2 }],
  'claim-approval': [{ worth: -1 }],
  'order-federal': [{ worth: -1 }],
  obstruct: [{ worth: -2 }],
  'aid-evasion': [{ worth: -2 }],
  interpret: [{ of: { purpose: 'safety' }, worth: 1 }],
  'transfer-person': [
    { of: { to: 'caregiver' }, worth: 2 },
    { of: { to: 'medics' }, worth: 2 },
    { of: { to: 'federal' }, worth: -1 },
  ],
  'share-data': [{ worth: -1 }],
  'care-for-child': [{ when: isChildAlone, worth: 3 }],
  'talk-with-crowd': [{ worth: 2 }],
  'open-exit': [{ worth: 1 }],
  'order-dispersal': [{ worth: -1 }],
  'restrict-recording': [
    { of: { how: 'seize' }, worth: -2 },
    { of: { how: 'order' }, worth: -1 },
  ],
  inform: [
    { of: { what: 'verified-and-neutral' }, when: isChecked, worth: 1 },
    { of: { what: 'verified-and-neutral' }, worth: -2 },
    { of: { what: 'how-to-check' }, worth: 1 },
    { of: { what: 'check-result', whom: 'agents' }, when: isFalse, worth: -2 },
    { of: { what: 'overstated' }, worth: -1 },
    { of: { what: 'location-hint' }, worth: -2 },
    { of: { what: 'rumour' }, worth: -2 },
  ],
  broadcast: [
    { of: { what: 'status-and-needs' }, worth: 2 },
    { of: { what: 'call-with-doubt' }, worth: 1 },
    { of: { what: 'target-data' }, worth: -1 },
    { of: { what: 'no-response' }, worth: -2 },
  ],
  'state-publicly': [
    { of: { claim: 'shown' }, worth: 2 },
    { of: { claim: 'disputed-as-disputed' }, worth: 1 },
    { of: { claim: 'false' }, worth: -3 },
    { worth: -1 },
  ],
  'withhold-public-fact': [{ worth: -1 }],
  notify: [{ of: { only: true }, worth: 0 }, { worth: 1 }],
};

const CALLS: Readonly<Record<string, readonly string[]>> = {
  'render-aid': ['person-injured'],
  'request-medics': ['person-injured', 'call-in-progress'],
  'care-for-child': ['child-alone'],
  'transfer-person': ['child-alone'],
  'open-exit': ['exit-blocked'],
  broadcast: ['units-rolling', 'identity-confirmed', 'identity-refuted'],
  explain: ['holding'],
  release: ['holding'],
  'verify-identity': ['federal-claim', 'units-sent'],
  inform: ['help-requested', 'identity-confirmed'],
  'take-report': ['complaint-made'],
  'ask-federal': ['claim-heard', 'federal-claim'],
  'record-video': ['on-scene'],
  'report-up': ['force-seen', 'claim-heard'],
  separate: ['force-seen', 'crowd-violence'],
  'talk-with-crowd': ['on-scene'],
  'state-publicly': ['public-asking'],
};
