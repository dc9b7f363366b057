/**
 * The controlled vocabulary of acts: what a seat can be said to have done.
 *
 * A field says what was done, with what means, for what stated purpose; never what the law will say of it (SPEC LW1).
 * Legal grounds, papers, threat and identity are the acting seat's knowledge (facts.ts), not fields.
 * `for` is common to every act: the purpose as told to the seat.
 */

import { ASSISTED, DECLINED, LEFT_UNDONE, OVER, PAPER } from './act-values.ts';

/** The purposes an act can be done for, as stated; a common field of every act. */
export const PURPOSES = [
  'public-safety',
  'medical',
  'own-crime',
  'federal-criminal',
  'civil-immigration',
] as const;

/** A value of an act's field. */
export type FieldValue = string | boolean;

/** One act as it stands in a playbook and in a trace: a kind of the vocabulary and its fields. */
export interface Act {
  readonly kind: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** What the vocabulary says of one kind: a plain sentence and the closed values of each field (`[true, false]` for a yes-no). */
export interface ActKind {
  readonly says: string;
  readonly fields: Readonly<Record<string, readonly FieldValue[]>>;
}

const YES_NO = [true, false] as const;
const MEN = ['armed-men', 'vehicle', 'person', 'crowd'] as const;

/** Every act kind, grouped as in the language trial (shared/law/language-trial). */
export const ACTS: Readonly<Record<string, ActKind>> = {
  // arrive
  approach: {
    says: 'come to the scene or go up to people',
    fields: { marked: YES_NO, cover: YES_NO, weapons: ['holstered', 'low-ready', 'pointed'] },
  },
  disengage: { says: 'leave or stay away while somebody may still need help', fields: {} },
  'observe-log': { says: 'note a plate, a time, a position or facts for follow-up', fields: {} },
  // calls
  'answer-call': {
    says: 'send units to a call for service, hold the call, or close it',
    fields: { how: ['send', 'hold', 'close'] },
  },
  'collect-call': { says: 'take down what a caller saw', fields: {} },
  // ask
  'request-supervisor': { says: 'ask for a supervisor', fields: {} },
  'request-units': {
    says: 'ask for more officers',
    fields: { scale: ['one-or-two', 'field-force', 'everyone', 'air'] },
  },
  'request-medics': {
    says: 'ask for medical help; `escort` says whether officers go in with the crew',
    fields: { mode: ['stage', 'respond'], escort: YES_NO },
  },
  'ask-federal': {
    says: 'ask federal agents for something, without giving an order',
    fields: { what: ['timing', 'leave', 'paper', 'supervisor', 'safety-plan', 'check-claim'] },
  },
  refer: {
    says: 'send somebody to the right office',
    fields: { to: ['records', 'supervisor', 'liaison', 'detectives'] },
  },
  // record
  'record-video': {
    says: 'turn body-worn video on or off, or leave it that way',
    fields: { state: ['on', 'off'], why: ['routine', 'until-force', 'asked-by-agents', 'privacy'] },
  },
  'write-record': {
    says: 'write the report; `false` is what its writer knows to be untrue',
    fields: { how: ['facts', 'assist-only', 'opinion', 'false'] },
  },
  'record-status': {
    says: 'write down somebody’s immigration status',
    fields: { whom: ['arrestee', 'witness'] },
  },
  'take-report': { says: 'take a complaint or crime report', fields: {} },
  'refuse-report': { says: 'refuse to take a complaint or crime report', fields: {} },
  'destroy-record': { says: 'delete or tear up a record', fields: { what: ['video', 'paper', 'log'] } },
  'preserve-record': { says: 'secure and label a record', fields: { what: ['video', 'paper', 'log'] } },
  'answer-records-request': {
    says: 'answer a request for a record',
    fields: { how: ['written-decision', 'give-only-copy', 'post', 'refuse'] },
  },
  review: { says: 'review an operation afterward', fields: { scope: ['whole', 'praise', 'blame'] } },
  'report-up': { says: 'report force, misconduct or a claim to a superior', fields: {} },
  'report-out': {
    says: 'report to an office outside the department, or to the public',
    fields: { to: ['state-doj', 'oversight', 'public'] },
  },
  comment: {
    says: 'give a personal opinion',
    fields: { about: ['operation', 'crowd', 'person'] },
  },
  // identity
  announce: { says: 'say who you are and what you want', fields: {} },
  explain: { says: 'give the reason for a stop, an order or a request', fields: {} },
  'verify-identity': {
    says: 'check who they are',
    fields: {
      by: ['credential', 'independent-callback', 'their-number', 'supervisor'],
      logged: YES_NO,
    },
  },
  'accept-identity': {
    says: 'act as if their identity were settled',
    fields: { on: ['insignia', 'word', 'guess'] },
  },
  'show-authority': {
    says: 'as a federal officer, show who you are and by what authority you act',
    fields: { to: ['local-officers', 'arrestee'] },
  },
  'withhold-identity': {
    says: 'refuse to say who you are to officers who ask, or to the person you arrest',
    fields: { from: ['local-officers', 'arrestee'] },
  },
  'pose-as': {
    says: 'say that you are from another agency',
    fields: { agency: ['local-police', 'federal'] },
  },
  'collect-private': {
    says: 'collect more private details than needed',
    fields: { who: ['agent', 'resident', 'bystander'] },
  },
  // stop, force, entry
  detain: {
    says: 'stop or hold a person, a vehicle or a crowd; `over` says what set it off',
    fields: {
      who: MEN,
      means: ['order', 'box-in', 'cuffs'],
      'on-paper': ['judicial', 'administrative', 'detainer'],
      over: OVER,
    },
  },
  release: {
    says: 'let go of a person, a vehicle or a crowd that was held',
    fields: { who: MEN, notice: ['given', 'not-given'] },
  },
  'use-force': {
    says: 'use or show force',
    fields: {
      level: ['pointed', 'hands', 'irritant', 'baton', 'impact', 'vehicle', 'deadly'],
      against: ['armed-men', 'one', 'one-in-crowd', 'crowd'],
    },
  },
  enforce: {
    says: 'cite or arrest somebody, or threaten to; `over` says what set it off',
    fields: {
      offence: ['state-rule-on-federal-agents', 'own-crime', 'kidnapping-complaint'],
      about: ['masks', 'visible-id'],
      against: ['armed-men', 'bystander', 'blocker', 'thrower'],
      over: OVER,
    },
  },
  enter: {
    says: 'go into a place; `business` is the part of one that is not open to the public',
    fields: {
      place: ['home', 'curtilage', 'business', 'public'],
      paper: PAPER,
      consent: YES_NO,
    },
  },
  search: {
    says: 'look for people or things',
    fields: { place: ['home', 'vehicle', 'person'], paper: PAPER, consent: YES_NO },
  },
  separate: { says: 'separate people by voice and presence', fields: {} },
  'render-aid': { says: 'give first aid', fields: {} },
  // federal relation
  assist: {
    says: 'take part in another agency’s task; `consent` is that of the person whose place is entered',
    fields: {
      task: ASSISTED,
      consent: YES_NO,
    },
  },
  decline: {
    says: 'refuse a task',
    fields: {
      task: DECLINED,
    },
  },
  forgo: {
    says: 'choose not to do it: get aid to the injured, pass on what a held person claims, report force, check who they are, give the reason for a hold, stay with a child, take a complaint, open a way out, update other units, ask for a supervisor, answer a question, turn on the camera, act against men shown to be impostors, let go of whom the seat has no more ground to hold, tell command, write down who leads a team, help another agency as the state asks, secure a record, stop a colleague’s force, tell somebody held of the consulate, give somebody held a copy of a request about them',
    fields: { what: LEFT_UNDONE },
  },
  'put-off': {
    says: 'choose to do it later; what is put off is as with `forgo`',
    fields: { what: LEFT_UNDONE },
  },
  offer: {
    says: 'offer to do a task',
    fields: { task: ['traffic', 'medical', 'crowd', 'information-route'] },
  },
  'ask-local': {
    says: 'as a federal officer, ask local officers for a task',
    fields: { task: ['perimeter', 'information', 'interpret', 'transport', 'custody', 'crowd'] },
  },
  coordinate: { says: 'work alongside another agency: a liaison on each side, one safety plan', fields: {} },
  'claim-approval': {
    says: 'make a federal act wait for your approval',
    fields: { over: ['warrant', 'command'] },
  },
  'order-federal': {
    says: 'tell federal agents to leave or stop, as an order',
    fields: { to: ['leave', 'stop'] },
  },
  obstruct: { says: 'get in the way', fields: { how: ['body', 'vehicle', 'urging-others'] } },
  'aid-evasion': { says: 'help a wanted person avoid arrest', fields: {} },
  // people, data
  query: {
    says: 'run a person’s name or plate in a database',
    fields: { about: ['warrant', 'status', 'identity'], who: ['agent', 'resident', 'bystander'] },
  },
  question: {
    says: 'question a person in custody about a crime; `warned` says whether the person was first told of the right to silence and a lawyer',
    fields: { warned: YES_NO },
  },
  'ask-status': {
    says: 'ask about immigration status',
    fields: { whom: ['caller', 'witness', 'victim', 'arrestee'] },
  },
  interpret: {
    says: 'interpret between people who speak different languages',
    fields: { purpose: ['consent', 'safety', 'questioning'] },
  },
  'urge-consent': { says: 'use your position to get somebody to open a door', fields: {} },
  'transfer-person': {
    says: 'hand a person over',
    fields: {
      who: ['child', 'bystander', 'arrestee'],
      to: ['federal', 'caregiver', 'medics', 'neighbour'],
    },
  },
  'share-data': {
    says: 'give out personal data',
    fields: { to: ['federal', 'activists', 'press', 'records'] },
  },
  'tell-release': {
    says: 'tell another agency a release date',
    fields: { scope: ['public-only', 'all', 'false'] },
  },
  'care-for-child': { says: 'stay with a child and find a caregiver', fields: {} },
  // crowd
  'talk-with-crowd': { says: 'ask a crowd who speaks for it and what it wants', fields: {} },
  'open-exit': { says: 'open a way out', fields: {} },
  'order-dispersal': {
    says: 'order people to leave an area',
    fields: { warned: YES_NO, routes: YES_NO, 'press-exempt': YES_NO },
  },
  'close-street': {
    says: 'close a street or an area to the public; `press` says whether reporters may come in',
    fields: { area: ['command-post', 'scene', 'block', 'blocks'], press: YES_NO },
  },
  'restrict-recording': {
    says: 'limit filming; `view` says whether those who film can still see from where they are sent',
    fields: { how: ['order', 'seize', 'step-back'], view: YES_NO },
  },
  // speech
  inform: {
    says: 'tell somebody something; `false` is what you know to be untrue',
    fields: {
      what: [
        'verified-and-neutral',
        'how-to-check',
        'rights-and-paper',
        'check-result',
        'overstated',
        'location-hint',
        'rumour',
        'false',
        'hold-request',
        'consular-right',
      ],
      whom: ['caller', 'resident', 'neighbour', 'crowd', 'activists', 'agents', 'held-person'],
    },
  },
  broadcast: {
    says: 'put something out over the radio',
    fields: {
      what: [
        'status-and-needs',
        'status-only',
        'target-data',
        'call-with-doubt',
        'call-without-doubt',
        'no-response',
      ],
      channel: ['open', 'private'],
    },
  },
  'state-publicly': {
    says: 'make a statement to the press or the public for the agency',
    fields: { claim: ['shown', 'disputed-as-disputed', 'one-side-of-dispute', 'accusation', 'false'] },
  },
  'withhold-public-fact': {
    says: 'refuse to give out a public fact about your own agency',
    fields: { what: ['statement', 'own-times'] },
  },
  notify: {
    says: 'tell the people who need to know; `only` says that nobody else was told',
    fields: {
      whom: [
        'command',
        'liaison',
        'medics',
        'records',
        'counsel',
        'press-office',
        'federal-supervisor',
        'elected-staff',
      ],
      only: YES_NO,
    },
  },
};
