/** English words for every value of the facts that law reads, as the notebook says them. */
const THREATS = {
  none: 'none',
  passive: 'passive',
  active: 'active',
  assaultive: 'assaultive',
  deadly: 'deadly',
};

export const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  identity: {
    unknown: 'not known',
    claimed: 'they say they are federal',
    'credential-shown': 'a credential was shown',
    confirmed: 'confirmed: federal',
    refuted: 'refuted: not federal',
  },
  lead: { unnamed: 'not named', named: 'named', 'badge-logged': 'name and badge written down' },
  paper: {
    'not-seen': 'not seen',
    described: 'described, not seen',
    administrative: 'a paper signed by an agency, not a judge',
    judicial: 'a paper signed by a judge',
  },
  purpose: {
    unstated: 'not said',
    safety: 'safety',
    'immigration-arrest': 'an immigration arrest',
    'criminal-arrest': 'a criminal arrest',
  },
  threat: THREATS,
  'crowd-threat': THREATS,
  call: { open: 'not clear yet', explained: 'explained', crime: 'a crime' },
  injury: {
    none: 'nobody',
    reported: 'somebody is reported injured',
    seen: 'you have seen the injured person',
    treated: 'the injured person is being cared for',
  },
  custody: {
    unknown: 'not known',
    'says-federal': 'they say: federal',
    federal: 'federal',
    local: 'you',
    medics: 'medics',
  },
  delegation: {
    none: 'none',
    'task-force': 'as a task force officer',
    'federal-officer': 'as a federal officer',
  },
  claim: {
    none: 'nothing',
    heard: 'you heard it',
    'passed-on': 'you passed it on',
    checked: 'it was checked',
  },
  child: {
    unseen: 'not seen',
    alone: 'alone',
    'with-officer': 'with an officer',
    placed: 'with a caregiver',
  },
  caregiver: { unknown: 'not known', named: 'a name is known', logged: 'the name is written down' },
  van: { partial: 'partial plate', plate: 'plate read', held: 'held', gone: 'gone' },
  exits: { open: 'open', narrowed: 'getting narrow', blocked: 'blocked' },
};
