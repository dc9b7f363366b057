/**
 * The shape of the authors' law files, format 1 (YAML 1.2; unknown keys are errors). Names inside are checked by check.ts.
 *
 * scenarios/law/authorities.yaml
 *
 *     format: 1
 *     authorities:
 *       - id: ca-sb-805                      # kebab-case; rules cite it
 *         group: E. California
 *         citation: SB 805 (2025), Cal. Penal Code 13654
 *         kind: statute                      # constitution, statute, case, regulation, model policy, department policy, federal agency policy
 *         body: California
 *         date: signed 2025-09-20            # prose
 *         status: enjoined as to the federal government since 22 April 2026   # prose, shown as it stands
 *         axes: [constitutional]             # jurisdiction, constitutional, crowd-safety
 *         summary: …
 *         do: …
 *         dont: …
 *         verified: read                     # read, secondary, memory
 *         source: https://…
 *         quote: …                           # optional
 *         note: …                            # optional
 *         history:                           # by day, oldest first; the last entry on or before a day says what it is that day
 *           - { on: 2025-09-20, is: enacted }
 *           - { on: 2026-01-01, is: in-force }
 *           - { on: 2026-04-22, is: enjoined, as-to: federal officers }   # with as-to it still stands for everyone else
 *
 * In force on a day: `in-force`, and `enjoined` or `stayed` with an `as-to`. Not in force: before the first entry (`not-yet`), `enacted`,
 * `superseded`, `ended`, and `enjoined` or `stayed` as a whole. A rule applies while one authority of its `by` is in force, or has a
 * status that the rule's own `while` names.
 *
 * scenarios/law/layers/california.yaml (the file's name is its id; a rule is cited as california/stay-out)
 *
 *     format: 1
 *     id: california
 *     title: California
 *     rules:
 *       - id: stay-out                       # never renamed: findings and suspensions cite it
 *         of: [assist, detain]               # one act kind or several
 *         with: { for: civil-immigration, task: [perimeter, transport] }   # every field must match one of its values;
 *                                            # `absent` matches a field the act does not state; every kind of `of` must have the field
 *         knowing: { identity: [claimed, confirmed] }   # what the seat knew when it began; a fact never learnt holds its first value
 *         seeing: [federal-claim, { task-requested: { task: perimeter } }]  # observations open then: all of them
 *         unless:                            # the rule does not apply if one block holds whole; a block may hold with (an act that
 *           - { knowing: { threat: [assaultive, deadly] } }               # has no such field does not match), knowing, seeing, while, switch
 *           - { seeing: [person-injured] }
 *         while: { ca-sb-805: enjoined }     # status of authorities on the day: one or a list; also not-yet
 *         switch: { model: none }            # value of the pack's switches; a pack without that switch never matches
 *         gives: { jurisdiction: forbidden, constitutional: discouraged }   # required, commended, permitted, discouraged, forbidden
 *         grave: [jurisdiction]              # axes given `forbidden` that are grave
 *         by: [ca-gov-7284-6]
 *         because: State law bars this help. # must hold on every axis of `gives`
 *         title: You lent a hand with a civil immigration arrest.           # past tense, to the trainee
 *         supreme: true                      # optional: can never be suspended
 *     duties:
 *       - id: verify-the-lead
 *         opens: federal-claim               # a pattern as in `seeing`, or a list of them: any opens it
 *         who: first-local-supervisor-or-officer        # or every-local-officer, supervisor, dispatcher
 *         within: 5m                         # from opening; or, instead: `until: team-gone` (an observation) or `until: endex`
 *         source-of-time: instructor         # `source` if an authority sets the time, `instructor` if the exercise does
 *         knowing: { identity: claimed }     # optional, asked when it opens
 *         seeing: [on-scene]                 # optional, asked when it opens, beside the opening one
 *         met-by: [{ verify-identity: { by: [credential, independent-callback] } }, request-supervisor]   # any one act
 *         earlier: counts                    # an act before opening meets it at once, and whenever it opens again; `once`: only the
 *                                            # first time, the next opening asks for an act of its own; or `ignored`
 *         undone-by: [{ record-video: { state: off } }] # optional: an earlier act no longer counts once one of these followed
 *         waived-by: [{ forgo: { what: check } }]       # optional: choices that give it up while it is open, and so miss it then and there
 *         ends-with: identity-confirmed      # optional, one or a list: need over, no finding
 *         unless: [{ seeing: [force-seen] }] # asked when it opens
 *         met: { jurisdiction: required }
 *         late: { jurisdiction: discouraged }           # met after it was due and before it ended
 *         missed: { jurisdiction: forbidden, constitutional: discouraged }
 *         grave: [jurisdiction]              # optional: axes on which missing it is grave
 *         by: [la-ed-17]
 *         because: Who they are decides everything that follows.
 *         titles: { met: You checked …, late: You checked late …, missed: You never checked … }   # `late` only with `late`
 *     suspends:
 *       - { rule: practice/stay-in-lane, by: tx-gov-752-053, because: Declining is allowed, not merit. }   # by: one or several;
 *                                            # lifts a rule or duty of another layer; write its replacement in this layer
 *     told:                                  # other words where the debrief knows that this was so; a duty has `titles:`, as above
 *       - { of: stay-out, where: { identity: refuted }, title: You lent a hand with what was no arrest., because: … }   # the first that fits
 *     silent:                                # acts it has no rule for, on purpose (`on`: one act, as in met-by); nothing is ruled by it
 *       - { on: { query: { about: status } }, because: No rule of the city speaks of it. }
 *
 * scenarios/law/packs.yaml
 *
 *     format: 1
 *     packs:
 *       - id: ca-los-angeles
 *         title: Los Angeles, California
 *         place: Los Angeles
 *         words: codes                       # radio codes; or plain
 *         layers: [federal, practice, california, los-angeles]
 *         switches: { model: { values: [none, task-force], start: none } }  # optional
 *         review: Training material. Counsel has not reviewed it.
 *
 * scenarios/law/probes/flagship.yaml
 *
 *     format: 1
 *     probes:
 *       - ref: F11d
 *         scenario: residence-207            # optional
 *         situation: flagship
 *         seat: patrol                       # optional
 *         knowing: { identity: confirmed }
 *         seeing: [federal-claim, { holding: { what: vehicle } }]
 *         acts: [{ detain: { who: vehicle, means: order, for: own-crime } }, { explain: {} }]
 *         switches: { model: task-force }    # optional: ruled with these values of the packs' switches
 *         expect: { ca-los-angeles: "--0!" } # optional: jurisdiction, constitutional, crowd safety; + 0 -; ! for grave
 */

import { z } from 'zod';
import { DURATION } from '#language/duration.ts';
import { closed } from '#language/zod-issues.ts';
import { day, id, named, oneOrMore, sentence } from './schema-forms.ts';
import { suspension } from './schema-suspension.ts';
import { tellingOf } from './schema-told.ts';
import { AXES } from './trace.ts';

/** What an authority can be on a day; `not-yet` is what it is before its history begins. */
export const STATUSES = ['enacted', 'in-force', 'enjoined', 'stayed', 'superseded', 'ended'] as const;
/** Kinds of authority; the last three are policy. */
export const AUTHORITY_KINDS = [
  'constitution',
  'statute',
  'case',
  'regulation',
  'model policy',
  'department policy',
  'federal agency policy',
] as const;
/** Who bears a duty. In solo play every judged local seat bears what falls to a first officer. */
export const BEARERS = [
  'first-local-supervisor-or-officer',
  'every-local-officer',
  'supervisor',
  'dispatcher',
] as const;
/** The verdicts a rule can give, from best to worst. */
export const VERDICTS = ['required', 'commended', 'permitted', 'discouraged', 'forbidden'] as const;

const axis = z.enum(AXES);
const verdicts = z
  .partialRecord(axis, z.enum(VERDICTS))
  .refine((given) => Object.keys(given).length > 0, 'form:axes')
  .describe('A verdict for each axis; if an axis is left out, the rule says nothing about it.');
const value = z.union([z.string(), z.boolean()]);
const fields = z
  .record(z.string(), oneOrMore(value))
  .describe('For each field, the value or values that match.');
const facts = z
  .record(z.string(), oneOrMore(z.string()))
  .describe('For each fact, the value or values that match what the seat knew.')
  .meta({ editor: 'fact-patterns' });
// `editor` names the words of the vocabulary that an editor offers here (tests/scenario/editor-schemas.ts); it changes nothing that is read.
const observation = named(z.record(z.string(), oneOrMore(z.string()))).meta({
  editor: 'observation-pattern',
});
const actPattern = named(fields).meta({ editor: 'act-pattern' });
const actKind = z.string().meta({ editor: 'act-kind' });
const whileStatus = z
  .record(id, oneOrMore(z.enum([...STATUSES, 'not-yet'])))
  .describe('For each authority, the status or statuses it must have on that date.');
const switches = z
  .record(id, oneOrMore(z.string()))
  .describe('For each switch of the pack, the value or values that match.');
const seeing = z.array(observation).describe('Observations that must be open: all of them.');
const block = z
  .strictObject({
    with: fields.optional(),
    knowing: facts.optional(),
    seeing: seeing.optional(),
    while: whileStatus.optional(),
    switch: switches.optional(),
  })
  .describe('Holds when everything in it holds.');
const unless = z.array(block).describe('The rule or duty does not apply if one of these holds.');
const by = z.array(id).min(1).describe('Authorities, by id.');

const rule = z
  .strictObject({
    id,
    of: oneOrMore(actKind).describe('Act kinds.'),
    with: fields.optional(),
    knowing: facts.optional(),
    seeing: seeing.optional(),
    unless: unless.optional(),
    while: whileStatus.optional(),
    switch: switches.optional(),
    gives: verdicts,
    grave: z.array(axis).optional().describe('Axes given `forbidden` on which this is grave.'),
    by,
    because: sentence.describe('The reason, for every axis given.'),
    title: sentence.describe('What was done, in the past tense, addressed to the trainee.'),
    supreme: z.boolean().optional().describe('True: no layer can suspend it.'),
  })
  .describe('How the law judges an act.');

const duty = z
  .strictObject({
    id,
    opens: oneOrMore(observation).describe('The observation that opens it.'),
    who: z.enum(BEARERS).describe('Who has the duty.'),
    within: z.string().regex(DURATION, 'form:time').optional().describe('How long after opening it is due.'),
    until: z.string().optional().describe('An observation, or `endex`.'),
    'source-of-time': z
      .enum(['source', 'instructor'])
      .describe('Who set the time: an authority or the instructor.'),
    knowing: facts.optional(),
    seeing: seeing.optional(),
    unless: unless.optional(),
    while: whileStatus.optional(),
    switch: switches.optional(),
    'met-by': z.array(actPattern).min(1).describe('Acts that meet it; any one is enough.'),
    earlier: z
      .enum(['counts', 'once', 'ignored'])
      .describe('Whether an act done before it opened meets it: every time, one time, or not at all.'),
    'undone-by': z
      .array(actPattern)
      .optional()
      .describe('An earlier act no longer counts if one of these followed it.'),
    'waived-by': z.array(actPattern).min(1).optional().describe('Choices that give it up while it is open.'),
    'ends-with': oneOrMore(observation)
      .optional()
      .describe('What is observed when the need is over; there is no finding after that.'),
    met: verdicts,
    late: verdicts.optional(),
    missed: verdicts,
    grave: z.array(axis).optional().describe('Axes on which missing it is grave.'),
    by,
    because: sentence.describe('The reason, for every axis given.'),
    titles: closed({
      met: sentence.describe('When it was met.'),
      late: sentence.optional().describe('When it was met late.'),
      missed: sentence.describe('When it was missed.'),
    }).describe('What the trainee reads, in the past tense.'),
    supreme: z.boolean().optional().describe('True: no layer can suspend it.'),
  })
  .refine((given) => (given.within === undefined) !== (given.until === undefined), 'form:due')
  .describe('What a seat must do once it has seen or heard something.');

const silence = z
  .strictObject({ on: actPattern, because: sentence.describe('Why no rule here covers it.') })
  .describe('An act that has no rule here, on purpose.');

const format = z.literal(1).describe('The version of this format.');

/** A layer: rules, duties and suspensions of one place or source. */
export const LAYER_FILE = closed({
  format,
  id,
  title: sentence.describe('The name of the place or source.'),
  rules: z.array(rule).optional().describe('How acts are judged.'),
  duties: z.array(duty).optional().describe('What must be done once something has been seen or heard.'),
  suspends: z.array(suspension).optional().describe('Rules of other layers that this one lifts.'),
  told: z
    .array(tellingOf(facts))
    .optional()
    .describe('Other wording for when the debrief knows what was really true.'),
  silent: z.array(silence).optional().describe('Acts that have no rule here, on purpose.'),
});

const authority = closed({
  id,
  group: sentence.describe('Its group in the list.'),
  citation: sentence.describe('How it is cited.'),
  kind: z.enum(AUTHORITY_KINDS).describe('What it is.'),
  body: sentence.describe('Who made it.'),
  date: z.string().describe('The date, in words.'),
  status: sentence.describe('Its status now, in words.'),
  axes: z.array(axis).describe('The axes it bears on.'),
  summary: sentence.describe('What it says, in a sentence or two.'),
  do: z.string().describe('What it asks for.'),
  dont: z.string().describe('What it forbids.'),
  verified: z
    .enum(['read', 'secondary', 'memory'])
    .describe('How it was verified: by its own text, by a secondary source, or from memory.'),
  'read-on': day.optional().describe('The day on which it was last read or verified.'),
  source: sentence.describe('Where it can be read.'),
  quote: z.string().optional().describe('A quotation from it.'),
  note: z.string().optional().describe('Anything else to know about it.'),
  history: z
    .array(
      closed({
        on: day,
        is: z.enum(STATUSES).describe('Its status from this date on.'),
        'as-to': sentence
          .optional()
          .describe('Enjoined or stayed only for these; it applies to everyone else.'),
      }),
    )
    .min(1)
    .describe('Its status over time, oldest first.'),
});

/** All authorities that rules may cite. */
export const AUTHORITIES_FILE = closed({
  format,
  authorities: z.array(authority).describe('Each with its history.'),
});

const pack = closed({
  id,
  title: sentence.describe('The name of the pack.'),
  place: sentence.describe('The place whose law it is.'),
  words: z.enum(['codes', 'plain']).describe('Whether its radio uses codes or plain words.'),
  layers: z.array(id).min(1).describe('Layers, by id; each makes its own findings.'),
  switches: z
    .record(
      id,
      closed({
        values: z.array(id).min(2).describe('The values it can have.'),
        start: id.describe('The value at the start.'),
      }),
    )
    .optional()
    .describe('What differs from one agency to another there.'),
  review: sentence.describe('Who has reviewed it; shown with every finding.'),
});

/** The packs a run can be ruled under. */
export const PACKS_FILE = closed({ format, packs: z.array(pack).min(1).describe('The packs.') });

/** A translation: text by key, as translations.ts lists the keys. */
export const TEXTS_FILE = z.record(z.string(), z.string().min(1));

const probe = closed({
  ref: z.string().min(1).describe('The reference decision and option, such as F07a.'),
  scenario: id.optional().describe('The scenario it belongs to, if any.'),
  situation: id.describe('The situation of the reference.'),
  seat: id.optional().describe('The seat that acts.'),
  knowing: z.record(z.string(), z.string()).describe('What the seat knew.').meta({ editor: 'facts' }),
  seeing: z
    .array(named(z.record(z.string(), z.string())).meta({ editor: 'observation' }))
    .describe('Observations that are open at that time.'),
  acts: z
    .array(named(z.record(z.string(), value)).meta({ editor: 'act' }))
    .describe('What was done, together.'),
  switches: z.record(id, z.string()).optional().describe('The values of the packs’ switches to judge with.'),
  expect: z
    .record(id, z.string().regex(/^[-+0]{3}!?$/, 'form:signs'))
    .optional()
    .describe(
      'For each pack, three signs: jurisdiction, constitutional limits, crowd safety; ! means grave.',
    ),
});

/** Probes: acts in a situation, ruled without a scenario. */
export const PROBES_FILE = closed({ format, probes: z.array(probe).describe('The probes.') });
