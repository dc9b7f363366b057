/**
 * The schema of scenario.yaml, library files and translations: the shape of what authors write, before any meaning.
 *
 * Every object is closed: unknown keys are errors (SPEC SC2). The JSON Schema for editors is made from it.
 */

import { z } from 'zod';
import { closed } from '#language/zod-issues.ts';
import { AXES } from '#law/trace.ts';
import { DOINGS, MARKS } from '../playbook.ts';
import {
  actionPart,
  actionWhole,
  acts,
  air,
  ref,
  takes,
  type talkPart,
  talkWhole,
  talkWith,
} from './schema-action.ts';
import { effects, timeKey } from './schema-effect.ts';
import { clock, condition, day, id, ids, text, time, where } from './schema-forms.ts';

const AGENCIES = ['local', 'federal', 'medical', 'public'] as const;
const SIDES = ['local', 'men', 'public', 'medical'] as const;
const KINDS = ['person', 'group', 'vehicle', 'thing'] as const;
/** So many people a group can be drawn as. */
const MOST_PEOPLE = 250;

const option = closed({
  id: id.describe('The name of the option.'),
  ref,
  say: text.describe('What the option says.'),
  when: condition.optional().describe('Offered only if this is true of what the seat knows.'),
  acts,
  takes,
  air,
  // biome-ignore lint/suspicious/noThenProperty: a word of the language; nothing here is awaited.
  then: effects.optional().describe('What happens once it is done.'),
});
const decision = closed({
  id: id.describe('The name of the decision.'),
  seat: id.describe('Who is asked.'),
  ask: text.describe('The question.'),
  at: time.optional().describe('When the card is shown, counted from the start of the state.'),
  when: condition.optional().describe('Shown only if this is true at that time.'),
  within: time.describe('How long the trainee has to answer, counted from the end of the captions.'),
  silence: effects.optional().describe('What happens if nobody answers.'),
  options: z.array(option).describe('What can be chosen.'),
});
const state = closed({
  enter: effects.optional().describe('What happens when the story enters the state.'),
  leave: effects.optional().describe('What happens when the story leaves the state.'),
  after: z
    .record(timeKey(), effects)
    .optional()
    .describe('Deadlines that are dropped when the story leaves the state.'),
  decide: z.array(decision).optional().describe('Decisions of this state.'),
  on: z
    .array(
      closed({
        when: condition.describe('If this is true …'),
        do: effects.optional().describe('… these happen …'),
        go: where.describe('… and the story goes on to this state.'),
      }),
    )
    .optional()
    .describe('Where the story can go next, checked whenever it settles; the first that is true wins.'),
  expects: z
    .record(id, z.record(id, z.union([id, ids])))
    .optional()
    .describe('What seats must know here; checked by rehearsal.'),
});
const region = closed({
  start: id.describe('The first state.'),
  states: z.record(id, state).describe('The states by name.'),
});

const automation = closed({
  id: id.describe('The name of the automation.'),
  when: condition.describe('When this becomes true …'),
  after: time.optional().describe('… and this time has passed …'),
  do: effects.describe('… these happen.'),
  acts: acts.optional(),
  repeat: z.enum(['once', 'each']).describe('Once in a session, or each time it becomes true again.'),
});

const people = z.int().min(0).max(MOST_PEOPLE);
const look = closed({
  when: condition
    .optional()
    .describe('This look applies if this is true of what anybody can see; the last look may leave it out.'),
  going: z.boolean().optional().describe('true: only on the way; false: only at a place.'),
  how: text.optional().describe('What it looks like, in a few words.'),
  doing: z.enum(DOINGS).optional().describe('What the person or the group is seen doing.'),
  hands: text.optional().describe('For a person: where the hands are in this look.'),
  people: people.optional().describe('For a group: how many people are in it in this look.'),
});
const token = closed({
  kind: z.enum(KINDS).describe('What it is drawn as.'),
  side: z.enum(SIDES).describe('Which side it is on.'),
  at: id.describe('Where it is at the start.'),
  shown: z.boolean().optional().describe('false: nobody sees it until it is revealed.'),
  people: people.optional().describe('For a group: how many people are in it; if left out, 5.'),
  mark: z.enum(MARKS).optional().describe('For a thing: what it is drawn as.'),
  face: text.optional().describe('For a person: the face and clothes, for anybody who looks closer.'),
  hands: text.optional().describe('For a person: where the hands are, unless a look says otherwise.'),
  looks: z.array(look).optional().describe('How it looks: the first that fits.'),
});
const person = closed({
  name: text.describe('What everybody calls them.'),
  named: z
    .array(
      closed({
        when: condition.describe('If the seat knows this …'),
        as: text.describe('… it calls them this.'),
      }),
    )
    .optional()
    .describe('Other names, for seats that know more; the first that is true.'),
  seat: id.optional().describe('The seat that this person has.'),
  token: token.optional().describe('Where they are on the map.'),
});
/** Values and weights beside `given`, `label` and `says`; which is which is for slots.ts to tell. */
const weights = z.record(
  z.string(),
  z.union([text, z.int().min(0), z.record(id, z.union([z.int().min(0), text]))]),
);
const glossary = z
  .record(
    id,
    closed({
      short: text.describe('The short form as it appears in text: `Code 4`.'),
      means: text.describe('What it means, in a few plain words.'),
    }),
  )
  .optional()
  .describe('Codes and short forms, explained the first time they come up.');

/** scenario.yaml. */
export const scenario = closed({
  $schema: z.string().optional().describe('For editors: where the JSON Schema is.'),
  format: z.literal(1).describe('The version of this language: 1.'),
  id: id.describe('The name of the scenario: the name of its folder.'),
  title: text.describe('The title.'),
  asOf: day.describe('The date of the story; the law in force on this date applies.'),
  startsAt: clock.describe('The time of day in the story at the start, in quotes.'),
  minutes: z.int().min(1).max(600).describe('Roughly how long it takes to play; not a limit.'),
  'ends-by': time
    .optional()
    .describe(
      'The latest time at which the session ends, with the first ending that fits. Without it, time alone ends nothing.',
    ),
  map: z.string().optional().describe('The map file, made with Tiled.'),
  uses: z.array(z.string()).optional().describe('Libraries of standing actions, such as common/patrol.'),
  brief: closed({
    role: text.describe('Who the trainee is.'),
    situation: text.describe('What the trainee knows before the start.'),
    note: text.describe('In general terms, what in the session may be hard to watch.'),
    detail: text.optional().describe('The same in detail, for players who ask for it before the start.'),
  }).describe('What the trainee reads before the start.'),
  objectives: z
    .array(
      closed({
        id: id.describe('The name of the objective.'),
        axis: z.enum(AXES).describe('The axis it is about.'),
        seat: id.describe('Whose objective it is.'),
        text: text.describe('The objective in a sentence.'),
        met: condition.describe('When it is met.'),
        arises: condition
          .optional()
          .describe(
            'When the session tests it; if this is not true at the end, the objective did not arise and does not count.',
          ),
        asks: acts
          .optional()
          .describe(
            'Acts it asks for: if a duty that one of them meets was missed, the objective is never called met.',
          ),
        bars: acts
          .optional()
          .describe(
            'Acts that go against it: if there is a finding against one of them on its axis, the objective is never called met.',
          ),
      }),
    )
    .describe('What the trainee should achieve, each on one axis.'),
  seats: z
    .record(
      id,
      closed({
        callsign: text
          .optional()
          .describe('The call sign on the radio; {code|plain words} if the two differ.'),
        role: text.describe('The role in words.'),
        agency: z.enum(AGENCIES).describe('The agency.'),
        solo: z.boolean().optional().describe('true: one person can play this seat alone.'),
      }),
    )
    .describe('The roles, played by people or automations.'),
  truth: z
    .record(id, weights)
    .optional()
    .describe(
      'What is drawn at random and hidden: values and their weights; `label` and `says` are the words for it.',
    ),
  facts: closed({
    use: z
      .array(id.meta({ editor: 'fact-name' }))
      .optional()
      .describe('Facts from the vocabulary that this scenario uses.'),
    own: z
      .record(
        id,
        closed({
          label: text.describe('What the notebook calls it.'),
          values: ids.min(2).describe('Its values; every seat starts with the first.'),
        }),
      )
      .optional()
      .describe('Its own facts, for its story.'),
  })
    .optional()
    .describe('What seats can know.'),
  world: z
    .record(
      id,
      z.union([
        z.literal('flag'),
        closed({
          values: ids.min(2).describe('Its values; the first is the start.'),
          start: id.optional().describe('The value at the start, if it is not the first.'),
        }),
      ]),
    )
    .optional()
    .describe('Slots that the story sets.'),
  meters: z
    .record(
      id,
      closed({
        label: text.describe('What it measures.'),
        start: z.int().describe('The value at the start.'),
        range: z.tuple([z.int(), z.int()]).describe('The lowest and highest values.'),
        shown: ids.min(1).optional().describe('Seats that see it change in their bar, with its label.'),
      }),
    )
    .optional()
    .describe('Numbers that the story keeps track of.'),
  places: z
    .record(
      id,
      z.union([
        text,
        closed({
          label: text.describe('What it is called.'),
          away: z
            .literal(true)
            .describe('Off the map: nobody here can see, or be seen from, any other place.'),
        }),
      ]),
    )
    .optional()
    .describe('Places on the map, with the names that are shown.'),
  people: z.record(id, person).optional().describe('Everyone who speaks or is talked about.'),
  things: z
    .record(id, closed({ label: text.describe('What it is called.'), ...token.shape }))
    .optional()
    .describe('Tokens that do not speak.'),
  story: z.record(id, region).describe('The regions of the story, at most four.'),
  actions: z
    .record(id, actionPart)
    .optional()
    .describe('Standing actions; fields written here override those of a library.'),
  talk: z
    .record(id, talkWith)
    .optional()
    .describe('Who can be talked to, and what changes for them in the ways of the libraries.'),
  automations: z.record(id, z.array(automation)).optional().describe('What the seats that nobody plays do.'),
  endings: z
    .array(
      closed({
        id: id.describe('The name of the ending.'),
        title: text.describe('Its title.'),
        text: text.describe('What happened.'),
        when: condition.optional().describe('It fits if this is true; the last ending has none.'),
        turns: z
          .array(
            closed({
              by: where.describe('A standing action, or `decision/option`, that would have changed it.'),
              when: condition.optional().describe('Named only if this is true at the end.'),
              instead: id
                .optional()
                .describe(
                  'Named only if this option of the same decision was chosen; `silence` means that nothing was chosen.',
                ),
              text: text.describe('What it would have changed.'),
            }),
          )
          .optional()
          .describe(
            'For a bad ending: acts that would have changed it; the debrief names the first one that was open and not taken.',
          ),
        chance: text
          .optional()
          .describe('For a bad ending: what to say if none of these was open, such as that it was chance.'),
      }),
    )
    .describe('How the session can end: the first ending that fits is used.'),
  glossary,
  'hot-wash': z
    .array(text)
    .min(1)
    .max(12)
    .optional()
    .describe('Questions to discuss afterward, in the order in which they are asked.'),
});
/** What a library names and a scenario has to have. */
const needs = closed({
  seats: ids.optional().describe('Seats whose actions it has.'),
  people: z.record(id, text).optional().describe('The people who speak in it, each with a default name.'),
  facts: ids.optional().describe('Facts from the vocabulary that it uses.'),
});
/** A library: standing actions and ways to talk that scenarios use. */
export const library = closed({
  $schema: z.string().optional().describe('For editors: where the JSON Schema is.'),
  format: z.literal(1).describe('The version of this language: 1.'),
  needs: needs.optional().describe('What a scenario must have to use it.'),
  actions: z.record(id, actionWhole).optional().describe('Standing actions by name, each complete.'),
  talk: z
    .record(id, talkWhole)
    .optional()
    .describe('Ways to talk with anybody, by name, each complete; `them` is the person being talked to.'),
  glossary,
});
/** A translation: text ids and texts. */
export const translation = z.record(z.string(), z.string());

export type ScenarioWritten = z.infer<typeof scenario>;
export type LibraryWritten = z.infer<typeof library>;
export type StateWritten = z.infer<typeof state>;
export type DecisionWritten = z.infer<typeof decision>;
export type ActionWritten = z.infer<typeof actionPart>;
export type TalkWritten = z.infer<typeof talkPart>;
export type ActsWritten = z.infer<typeof acts>;
export type PersonWritten = z.infer<typeof person>;
export type TokenWritten = z.infer<typeof token>;
