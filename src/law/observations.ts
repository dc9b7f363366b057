/**
 * The controlled vocabulary of observations: what a seat perceived, and while it stays open.
 *
 * An observation opens for a seat when the story says so and closes when another of its `closed-by` list opens for that seat,
 * or when the story closes it (SPEC LW2). Duties open on observations; rules may ask that one be open (`seeing`).
 */

/** One kind of observation: a plain sentence, closed fields, and the kinds whose opening closes it. */
export interface ObservationKind {
  readonly says: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly closedBy: readonly string[];
}

/** An observation as perceived by a seat. */
export interface Seen {
  readonly observation: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Every observation kind. */
export const OBSERVATIONS: Readonly<Record<string, ObservationKind>> = {
  'call-in-progress': {
    says: 'a crime against a person may be in progress',
    fields: {},
    closedBy: ['identity-confirmed', 'call-over'],
  },
  'call-over': {
    says: 'the call is explained, dealt with, or in the hands of others',
    fields: {},
    closedBy: ['call-in-progress'],
  },
  'possible-federal': {
    says: 'there are signs that armed men may be federal',
    fields: {},
    closedBy: ['identity-confirmed', 'identity-refuted'],
  },
  'on-scene': { says: 'the seat is at the scene of the call', fields: {}, closedBy: ['left-scene'] },
  'left-scene': { says: 'the seat has left the scene', fields: {}, closedBy: ['on-scene'] },
  'federal-claim': {
    says: 'somebody says they are federal',
    fields: {},
    closedBy: ['identity-confirmed', 'identity-refuted'],
  },
  'identity-confirmed': {
    says: 'an independent route confirmed the identity',
    fields: {},
    closedBy: [],
  },
  'identity-refuted': {
    says: 'an independent route refuted the identity',
    fields: {},
    closedBy: [],
  },
  'units-rolling': {
    says: 'other units are on their way to you as an emergency response',
    fields: {},
    closedBy: ['units-told'],
  },
  'units-told': { says: 'the other units know what is going on at the scene', fields: {}, closedBy: [] },
  'supervisor-here': { says: 'a supervisor is at the scene', fields: {}, closedBy: ['supervisor-gone'] },
  'supervisor-gone': {
    says: 'no supervisor is at the scene any more',
    fields: {},
    closedBy: ['supervisor-here'],
  },
  holding: {
    says: 'the seat holds a vehicle or person',
    fields: { what: ['vehicle', 'armed-men', 'person'] },
    closedBy: ['let-go'],
  },
  'let-go': {
    says: 'the person or vehicle that the seat held is free to go',
    fields: {},
    closedBy: ['holding'],
  },
  'team-gone': { says: 'the armed men have left', fields: {}, closedBy: [] },
  'help-requested': {
    says: 'a member of the public asks an officer something',
    fields: { by: ['resident', 'neighbour'] },
    closedBy: ['help-over'],
  },
  'help-over': { says: 'the question is answered, or events have overtaken it', fields: {}, closedBy: [] },
  'task-requested': {
    says: 'another agency asks for a task',
    fields: { task: ['perimeter', 'entry', 'information', 'interpret', 'crowd', 'transport', 'custody'] },
    closedBy: ['task-over'],
  },
  'task-over': {
    says: 'the request is answered, or nobody asks for the task any more',
    fields: {},
    closedBy: ['task-requested'],
  },
  'force-seen': {
    says: 'force was used where the seat could see it; `against` says on whom: the seat itself or somebody else',
    fields: {
      by: ['federal', 'local'],
      against: ['self', 'other'],
      level: ['pointed', 'hands', 'irritant', 'baton', 'impact', 'vehicle', 'deadly'],
      threat: ['none', 'passive', 'active', 'assaultive', 'deadly'],
    },
    closedBy: ['force-over'],
  },
  'force-over': {
    says: 'nobody there uses force any more',
    fields: {},
    closedBy: ['force-seen'],
  },
  'person-injured': {
    says: 'somebody is injured',
    fields: { who: ['held', 'inside', 'crowd'] },
    closedBy: ['person-treated'],
  },
  'person-treated': { says: 'the injured person is being treated', fields: {}, closedBy: [] },
  'foreign-national-held': {
    says: 'a person whom local officers hold says or shows that they are a foreign national',
    fields: {},
    closedBy: [],
  },
  'claim-heard': {
    says: 'a person in custody says something that would end the custody',
    fields: {},
    closedBy: ['claim-checked'],
  },
  'claim-checked': { says: 'the claim is being checked', fields: {}, closedBy: [] },
  'complaint-made': {
    says: 'somebody alleges a crime or misconduct',
    fields: {},
    closedBy: ['complaint-taken'],
  },
  'complaint-taken': {
    says: 'the complaint is on record',
    fields: {},
    closedBy: ['complaint-made'],
  },
  'exit-blocked': { says: 'a way out is blocked', fields: {}, closedBy: ['exit-open'] },
  'exit-open': { says: 'a way out is open', fields: {}, closedBy: ['exit-blocked'] },
  'child-alone': { says: 'a child is without a caregiver', fields: {}, closedBy: ['child-cared-for'] },
  'child-cared-for': { says: 'somebody is taking care of the child', fields: {}, closedBy: [] },
  'home-entry': {
    says: 'another agency is about to go into a home by force, or does so',
    fields: {},
    closedBy: ['team-gone', 'entry-over'],
  },
  'entry-over': {
    says: 'the other agency is out of the home again',
    fields: {},
    closedBy: ['home-entry'],
  },
  'crowd-violence': {
    says: 'people in the crowd use force',
    fields: { by: ['few', 'many'] },
    closedBy: ['crowd-calm'],
  },
  'crowd-calm': { says: 'nobody in the crowd uses force', fields: {}, closedBy: ['crowd-violence'] },
  'units-sent': {
    says: 'the seat has sent units to men who may be federal officers',
    fields: {},
    closedBy: ['identity-confirmed', 'identity-refuted'],
  },
  'in-command': { says: 'the seat commands an incident alongside another agency', fields: {}, closedBy: [] },
  'public-asking': {
    says: 'the press or the public asks the agency what happened',
    fields: {},
    closedBy: ['public-answered'],
  },
  'public-answered': { says: 'the agency has said what it knows', fields: {}, closedBy: ['public-asking'] },
  'recording-public': {
    says: 'members of the public are filming',
    fields: {},
    closedBy: ['filming-over'],
  },
  'filming-over': {
    says: 'nobody there is filming any more',
    fields: {},
    closedBy: ['recording-public'],
  },
};
