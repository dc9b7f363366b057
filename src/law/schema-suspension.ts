/** The shape of a suspension. */
import { z } from 'zod';
import { id, oneOrMore, sentence } from './schema-forms.ts';

/** What lifts a rule or duty of another layer. */
export const suspension = z
  .strictObject({
    rule: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'form:cite')
      .describe('The layer and the rule, such as practice/stay-in-lane.'),
    by: oneOrMore(id).describe('Authorities, by id.'),
    because: sentence.describe('Why it is lifted.'),
  })
  .describe('Lifts a rule or duty of another layer.');
