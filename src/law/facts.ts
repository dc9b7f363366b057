/**
 * The facts that law reads: what a seat may know, the values it may hold, and the bases on which it can be known.
 *
 * Declared once, here; a scenario names those it uses and may add facts of its own for its story (SPEC LW3).
 * The first value is where every seat starts. Rules match a value; `because` never cites hidden truth.
 */

/** How a seat came to know a fact, weakest first. */
export const BASES = ['heard', 'seen', 'document', 'confirmed'] as const;
export type Basis = (typeof BASES)[number];

/** One fact: a label for the notebook, its values in order of growing certainty where there is one. */
export interface FactKind {
  readonly label: string;
  readonly values: readonly string[];
  /** The bases each value can be known on; a value left out can be known on any. */
  readonly bases: Readonly<Record<string, readonly Basis[]>>;
}

/** Every fact the law reads. */
export const FACTS: Readonly<Record<string, FactKind>> = {
  identity: {
    label: 'Who the armed men are',
    values: ['unknown', 'claimed', 'credential-shown', 'confirmed', 'refuted'],
    bases: {
      claimed: ['heard', 'seen'],
      'credential-shown': ['seen', 'document'],
      confirmed: ['confirmed'],
      refuted: ['confirmed'],
    },
  },
  lead: { label: 'Who leads them', values: ['unnamed', 'named', 'badge-logged'], bases: {} },
  paper: {
    label: 'What paper they have',
    values: ['not-seen', 'described', 'administrative', 'judicial'],
    bases: { administrative: ['document'], judicial: ['document'] },
  },
  purpose: {
    label: 'What they say they want',
    values: ['unstated', 'safety', 'immigration-arrest', 'criminal-arrest'],
    bases: {},
  },
  threat: {
    label: 'Threat from the armed men',
    values: ['none', 'passive', 'active', 'assaultive', 'deadly'],
    bases: {},
  },
  'crowd-threat': {
    label: 'Threat from people in the crowd',
    values: ['none', 'passive', 'active', 'assaultive', 'deadly'],
    bases: {},
  },
  call: { label: 'What the call was', values: ['open', 'explained', 'crime'], bases: {} },
  injury: {
    label: 'Whether somebody is hurt',
    values: ['none', 'reported', 'seen', 'treated'],
    bases: {},
  },
  custody: {
    label: 'Who holds the man in cuffs',
    values: ['unknown', 'says-federal', 'federal', 'local', 'medics'],
    bases: {},
  },
  delegation: {
    label: 'Immigration authority delegated to you',
    values: ['none', 'task-force', 'federal-officer'],
    bases: {},
  },
  claim: {
    label: 'What the man in cuffs claims',
    values: ['none', 'heard', 'passed-on', 'checked'],
    bases: {},
  },
  child: { label: 'The child', values: ['unseen', 'alone', 'with-officer', 'placed'], bases: {} },
  caregiver: { label: 'Who can take care of the child', values: ['unknown', 'named', 'logged'], bases: {} },
  van: { label: 'The van', values: ['partial', 'plate', 'held', 'gone'], bases: {} },
  exits: { label: 'Exits', values: ['open', 'narrowed', 'blocked'], bases: {} },
};
