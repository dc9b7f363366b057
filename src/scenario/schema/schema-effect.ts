/** The schema of effects: the closed list of what a story can do (LANGUAGE.md). */

import { z } from 'zod';
import { closed } from '#language/zod-issues.ts';
import { BASES } from '#law/facts.ts';
import { condition, id, ids, plainValue, text, time, where } from './schema-forms.ts';

/** A value given outright, or by a slot of named values: `{ truth.team: { federal: confirmed, impostors: refuted } }`. */
const dependent = z.union([plainValue, z.record(z.string(), z.record(z.string(), plainValue))]);
const fields = z.record(z.string(), z.union([z.string(), z.boolean()]));

const when = { when: condition.optional().describe('The effect happens only if this is true.') };
const line: z.ZodType<LineWritten> = closed({
  from: id.describe('Who speaks: a person, or a seat.'),
  text: text.describe('What is said.'),
  to: ids.optional().describe('The seats that hear or read it.'),
  id: id.optional().describe('A name for the line, for translation and voice.'),
  sound: id.optional().describe('A recording.'),
  heard: text
    .optional()
    .describe('On the radio: what gets through at first; the seat must ask for the rest.'),
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
  then: z
    .lazy(() => effects)
    .optional()
    .describe('On the radio: what happens once the whole line has been heard.'),
});

/** An effect as written; exactly one of its verbs is there. */
export interface EffectWritten {
  when?: string | boolean | undefined;
  do?: EffectWritten[] | undefined;
  else?: EffectWritten[] | undefined;
  radio?: LineWritten | undefined;
  say?: LineWritten | undefined;
  phone?: LineWritten | undefined;
  screen?: LineWritten | undefined;
  tell?: z.infer<typeof tell> | undefined;
  report?: z.infer<typeof report> | undefined;
  set?: Record<string, ValueWritten> | undefined;
  add?: Record<string, number> | undefined;
  observe?: string | Record<string, Record<string, string | boolean>> | undefined;
  to?: string[] | undefined;
  move?: Record<string, string> | undefined;
  over?: string | 0 | undefined;
  place?: Record<string, string> | undefined;
  reveal?: string | undefined;
  sound?: string | undefined;
  go?: string | undefined;
  after?: Record<string, EffectWritten[]> | undefined;
  arrives?: string | undefined;
  end?: string | true | undefined;
  repeat?: true | undefined;
}
export interface LineWritten {
  from: string;
  text: string;
  to?: string[] | undefined;
  id?: string | undefined;
  sound?: string | undefined;
  heard?: string | undefined;
  then?: EffectWritten[] | undefined;
}
export type ValueWritten = z.infer<typeof dependent>;

const tell = closed({
  to: id.describe('The seat that learns.'),
  learn: z.record(id, dependent).describe('Facts and their values.'),
  from: id.describe('Who tells.'),
  basis: z.enum(BASES).describe('How the seat knows it.'),
});
const report = closed({
  from: id.describe('The seat that passes the facts on.'),
  to: id.describe('The seat that learns.'),
  facts: ids.min(1).describe('The facts passed on.'),
  basis: z.enum(BASES).optional().describe('How the receiving seat knows it; if left out, `heard`.'),
});

/** One effect. */
const effect: z.ZodType<EffectWritten> = z
  .lazy(() =>
    z.union([
      closed({ radio: line.describe('A line on the radio.'), ...when }),
      closed({ say: line.describe('A line said aloud.'), ...when }),
      closed({ phone: line.describe('A line on the phone.'), ...when }),
      closed({ screen: line.describe('A line on the screen of the car or phone.'), ...when }),
      closed({ tell: tell.describe('A seat learns facts.'), ...when }),
      closed({ report: report.describe('One seat passes on what it knows.'), ...when }),
      closed({ set: z.record(z.string(), dependent).describe('World slots take values.'), ...when }),
      closed({ add: z.record(z.string(), z.int()).describe('Meters grow or shrink.'), ...when }),
      closed({
        observe: z
          .union([id, z.record(id, fields)])
          .describe('An observation opens.')
          .meta({ editor: 'observation' }),
        to: ids.optional().describe('The seats that perceive it.'),
        ...when,
      }),
      closed({
        move: z.record(id, id).describe('Tokens move to places.'),
        over: time.optional().describe('How long the move takes.'),
        ...when,
      }),
      closed({ place: z.record(id, id).describe('Tokens are put at places.'), ...when }),
      closed({
        reveal: id.describe('A token becomes visible.'),
        to: ids.optional().describe('The seats that see it.'),
        ...when,
      }),
      closed({
        sound: id.describe('A sound of the scene.'),
        to: ids.optional().describe('The seats that hear it.'),
        ...when,
      }),
      closed({ go: where.describe('The story moves on to a state.'), ...when }),
      closed({
        after: z
          .record(timeKey(), effects)
          .describe('Effects after some time, whatever state the story is in by then.'),
        ...when,
      }),
      closed({ arrives: id.describe('A seat is at the scene from now on.'), ...when }),
      closed({
        end: z.union([z.literal(true), id]).describe('ENDEX: the first ending that fits, or this one.'),
        ...when,
      }),
      closed({
        repeat: z.literal(true).describe('Says again what the seat missed on the radio.'),
        ...when,
      }),
      closed({
        when: condition.describe('If this is true …'),
        do: effects.describe('… these happen,'),
        else: effects.optional().describe('otherwise these.'),
      }),
    ]),
  )
  .meta({ id: 'effect' });
export const effects: z.ZodType<EffectWritten[]> = z.lazy(() => z.array(effect)).meta({ id: 'effects' });

/** Times as keys: `after: { 4m: […] }`. */
export function timeKey() {
  return z.string().regex(/^(?=\d)(?:\d{1,4}m)?(?:\d{1,5}s)?$/, 'form:time');
}
