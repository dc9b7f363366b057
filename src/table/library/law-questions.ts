/** Pocket law as an officer asks: plain questions, each about kinds of acts of the vocabulary. They know no scenario and no pack (SPEC TB103). */

export const QUESTIONS = {
  stop: ['detain', 'release'],
  force: ['use-force', 'separate', 'enforce'],
  house: ['enter', 'search', 'urge-consent'],
  who: ['verify-identity', 'accept-identity', 'show-authority', 'announce', 'ask-federal', 'claim-approval'],
  help: [
    'assist',
    'decline',
    'offer',
    'coordinate',
    'obstruct',
    'aid-evasion',
    'order-federal',
    'transfer-person',
  ],
  names: [
    'query',
    'share-data',
    'ask-status',
    'record-status',
    'interpret',
    'tell-release',
    'collect-private',
  ],
  film: ['restrict-recording', 'record-video', 'comment'],
  crowd: ['order-dispersal', 'open-exit', 'talk-with-crowd', 'inform'],
  hurt: ['render-aid', 'request-medics', 'care-for-child'],
  record: [
    'write-record',
    'take-report',
    'refuse-report',
    'destroy-record',
    'preserve-record',
    'report-up',
    'explain',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Question = keyof typeof QUESTIONS;

/** The questions in their order. */
export const ASKS = Object.keys(QUESTIONS) as readonly Question[];

/** The questions that an act of this kind belongs to. */
export function questionsOf(act: string): readonly Question[] {
  return ASKS.filter((one) => (QUESTIONS[one] as readonly string[]).includes(act));
}
