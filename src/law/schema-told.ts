/** The shape of a telling: other words for a rule or duty where the debrief knows what was so (SPEC LW27). */
import { z } from 'zod';
import { closed } from '#language/zod-issues.ts';
import { id, sentence } from './schema-forms.ts';

/** A telling; `facts` is how a layer writes what facts must be. */
export const tellingOf = <Facts extends z.ZodType>(facts: Facts) =>
  z
    .strictObject({
      of: id.describe('A rule or duty of this layer.'),
      where: facts.describe('What was really true, as facts.'),
      title: sentence.optional().describe('For a rule: what was done, worded with what was really true.'),
      titles: closed({
        met: sentence.describe('When it was met.'),
        late: sentence.optional().describe('When it was met late.'),
        missed: sentence.describe('When it was missed.'),
      })
        .optional()
        .describe('For a duty: how it turned out, worded with what was really true.'),
      because: sentence.describe('Why, worded with what was really true.'),
    })
    .describe('Other wording for a debrief that knows what was really true; no verdict changes.');
