/** The schema of standing actions and of talk, and of what every act that somebody can do has. */
import { z } from 'zod';
import { closed } from '#language/zod-issues.ts';
import { effects } from './schema-effect.ts';
import { condition, id, ids, text, time } from './schema-forms.ts';

const GROUPS = [
  'radio',
  'verify',
  'camera',
  'medical',
  'perimeter',
  'crowd',
  'note',
  'partner',
  'law',
] as const;
/** What one does with a person. */
const WAYS = ['ask', 'tell', 'order', 'wait'] as const;
const TONES = ['calm', 'firm'] as const;

export const acts = z
  .array(
    z
      .record(z.string(), z.record(z.string(), z.union([z.string(), z.boolean()])))
      // The word by which tests/scenario/editor-schemas.ts knows where an editor offers the vocabulary; it changes nothing that is read.
      .meta({ editor: 'act-with-fields' }),
  )
  .describe('What this counts as, in the vocabulary: { kind: { field: value } }.');
export const ref = z
  .string()
  .regex(/^F\d{2}[a-z]$/, 'form:ref')
  .optional()
  .describe('The reference decision that this matches, such as F04a.');
export const takes = time.describe('How long it takes.');
export const air = z
  .boolean()
  .optional()
  .describe('true: it goes over the radio, so it waits for the channel and holds it.');

const actionShape = {
  seat: ids.min(1).describe('The seats that can do it.'),
  group: z.enum(GROUPS).describe('The button in the action bar that it is under.'),
  ref,
  say: text.describe('What the button says.'),
  sent: text
    .optional()
    .describe(
      'What is asked for, worded so that it can end a sentence on the radio; `{codes|plain words}` if they differ.',
    ),
  about: ids
    .optional()
    .describe('The tokens and places it is about: it is offered when the player points at one of them.'),
  when: condition.optional().describe('Possible only if this is true of what the seat knows.'),
  acts,
  takes,
  resumes: z
    .boolean()
    .optional()
    .describe('true: if a decision cuts it short, it continues later and takes only the time that was left.'),
  air: air.describe('Whether it goes over the radio; if left out, only actions of the group radio do.'),
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
  then: effects.optional().describe('What happens once it is done.'),
};
/** A standing action, or in a scenario the fields that override a library's. */
export const actionPart = closed(actionShape).partial();
export const actionWhole = closed(actionShape);

const { seat, say, acts: counts, takes: lasts, when, then: comes } = actionShape;
const talkShape = {
  way: z.enum(WAYS).describe('What the officer does: asks, tells, orders, or waits with them.'),
  tone: z.enum(TONES).optional().describe('How it is said; leave this out if nothing is said.'),
  seat,
  ref,
  say,
  when,
  acts: counts,
  takes: lasts,
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
  then: comes,
};
/** A way to talk with somebody, or in a scenario the fields that one person changes. */
export const talkPart = closed(talkShape).partial();
export const talkWhole = closed(talkShape);
export const talkWith = closed({
  when: condition
    .optional()
    .describe('The seat can talk to them while they are in sight and this is true of what anybody can see.'),
  about: ids.optional().describe('Where talk is offered; if left out, at their own token.'),
  ways: z
    .record(id, z.union([z.literal(false), talkPart]))
    .optional()
    .describe(
      'What is different for this person: fields of a way, a way of their own, or false to leave a way out.',
    ),
});
