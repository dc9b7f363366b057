/** The shape of a telling: other words for a rule or duty where the debrief knows what was so (SPEC LW27). */
import { z } from 'zod';
import { closed } from '#language/zod-issues.ts';
import { id, sentence } from './schema-forms.ts';

/** A telling; `facts` is how a layer writes what facts must be. */
export const tellingOf = <Facts extends z.ZodType>(facts: Facts) =>
  z
    .strictObject({
      of: id.describe('A rule or duty of this layer.'),
      where: facts.describe('What was really so, as facts.'),
      title: sentence.optional().describe('A rule: what was done, told with what was so.'),
      titles: closed({
        met: sentence.describe('When it was met.'),
        late: sentence.optional().describe('When it was met late.'),
        missed: sentence.describe('When it was missed.'),
      })
        .optional()
        .describe('A duty: how it went, told with what was so.'),
      because: sentence.describe('Why, told with what was so.'),
    })
    .describe('Other words for a debrief that knows what was so; no verdict changes.');
