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

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'form:id')
  .describe('An id: lower-case words and digits joined by hyphens.');
const sentence = z.string().trim().min(1);
const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'form:day')
  .describe('A day, YYYY-MM-DD.');
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

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

const axis = z.enum(['jurisdiction', 'constitutional', 'crowd-safety']);
const verdicts = z
  .partialRecord(axis, z.enum(VERDICTS))
  .refine((given) => Object.keys(given).length > 0, 'form:axes')
  .describe('A verdict per axis; an axis left out stays silent.');
const value = z.union([z.string(), z.boolean()]);
const fields = z.record(z.string(), oneOrMore(value)).describe('Per field the value, or values, that match.');
const facts = z
  .record(z.string(), oneOrMore(z.string()))
  .describe('Per fact the value, or values, that match what the seat knew.');
const named = <T extends z.ZodType>(inner: T) =>
  z.union([z.string(), z.record(z.string(), inner)]).describe('A name, or one name with its fields.');
const observation = named(z.record(z.string(), oneOrMore(z.string())));
const actPattern = named(fields);
const whileStatus = z
  .record(id, oneOrMore(z.enum([...STATUSES, 'not-yet'])))
  .describe('Per authority the status, or statuses, it must have on the day.');
const switches = z
  .record(id, oneOrMore(z.string()))
  .describe('Per switch of the pack the value, or values, that match.');
const block = z
  .strictObject({
    with: fields.optional(),
    knowing: facts.optional(),
    seeing: z.array(observation).optional(),
    while: whileStatus.optional(),
    switch: switches.optional(),
  })
  .describe('Holds when everything in it holds.');
const unless = z.array(block).describe('The rule or duty does not apply if one of these holds.');
const by = z.array(id).min(1).describe('Authorities, by id.');

const rule = z
  .strictObject({
    id,
    of: oneOrMore(z.string()).describe('Act kinds.'),
    with: fields.optional(),
    knowing: facts.optional(),
    seeing: z.array(observation).optional(),
    unless: unless.optional(),
    while: whileStatus.optional(),
    switch: switches.optional(),
    gives: verdicts,
    grave: z.array(axis).optional().describe('Axes given `forbidden` on which this is grave.'),
    by,
    because: sentence.describe('Why, on every axis given.'),
    title: sentence.describe('What was done, in the past tense, to the trainee.'),
    supreme: z.boolean().optional().describe('True: no layer can suspend it.'),
  })
  .describe('What an act is worth.');

const duty = z
  .strictObject({
    id,
    opens: oneOrMore(observation).describe('The observation that opens it.'),
    who: z.enum(BEARERS),
    within: z.string().regex(DURATION, 'form:time').optional(),
    until: z.string().optional().describe('An observation, or `endex`.'),
    'source-of-time': z.enum(['source', 'instructor']),
    knowing: facts.optional(),
    seeing: z.array(observation).optional(),
    unless: unless.optional(),
    while: whileStatus.optional(),
    switch: switches.optional(),
    'met-by': z.array(actPattern).min(1),
    earlier: z.enum(['counts', 'once', 'ignored']),
    'undone-by': z.array(actPattern).optional(),
    'ends-with': oneOrMore(observation).optional(),
    met: verdicts,
    late: verdicts.optional(),
    missed: verdicts,
    grave: z.array(axis).optional(),
    by,
    because: sentence,
    titles: closed({ met: sentence, late: sentence.optional(), missed: sentence }),
    supreme: z.boolean().optional(),
  })
  .refine((given) => (given.within === undefined) !== (given.until === undefined), 'form:due')
  .describe('What a seat owes once it has perceived something.');

const suspension = z
  .strictObject({
    rule: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'form:cite'),
    by: oneOrMore(id),
    because: sentence,
  })
  .describe('Lifts a rule or duty of another layer.');

/** A layer: rules, duties and suspensions of one place or source. */
export const LAYER_FILE = closed({
  format: z.literal(1),
  id,
  title: sentence,
  rules: z.array(rule).optional(),
  duties: z.array(duty).optional(),
  suspends: z.array(suspension).optional(),
});

const authority = closed({
  id,
  group: sentence,
  citation: sentence,
  kind: z.enum(AUTHORITY_KINDS),
  body: sentence,
  date: z.string(),
  status: sentence,
  axes: z.array(axis),
  summary: sentence,
  do: z.string(),
  dont: z.string(),
  verified: z.enum(['read', 'secondary', 'memory']),
  source: sentence,
  quote: z.string().optional(),
  note: z.string().optional(),
  history: z
    .array(closed({ on: day, is: z.enum(STATUSES), 'as-to': sentence.optional() }))
    .min(1)
    .describe('What it was from which day on, oldest first.'),
});

/** All authorities that rules may cite. */
export const AUTHORITIES_FILE = closed({ format: z.literal(1), authorities: z.array(authority) });

const pack = closed({
  id,
  title: sentence,
  place: sentence,
  words: z.enum(['codes', 'plain']),
  layers: z.array(id).min(1),
  switches: z.record(id, closed({ values: z.array(id).min(2), start: id })).optional(),
  review: sentence,
});

/** The packs a run can be ruled under. */
export const PACKS_FILE = closed({ format: z.literal(1), packs: z.array(pack).min(1) });

/** A translation: text by key, as translations.ts lists the keys. */
export const TEXTS_FILE = z.record(z.string(), z.string().min(1));

/** How the forms named in the messages above look, for whoever reports them. */
export const LAW_FORMS = {
  id: {
    code: 'LG0106',
    message: 'An id is lower-case words and digits joined by hyphens.',
    repair: 'Write it like `suspicion-spent`.',
  },
  day: { code: 'LG0105', message: 'This is not a day.', repair: 'Write it like `2026-06-30`.' },
  time: { code: 'LG0105', message: 'This is not a time.', repair: 'Write it like `45s`, `5m` or `1m30s`.' },
  signs: {
    code: 'LW0101',
    message: 'An expectation is three signs, for jurisdiction, constitutional limits and crowd safety.',
    repair: 'Write it like `"--0!"`; `!` stands for grave.',
  },
  cite: {
    code: 'LW0102',
    message: 'A rule is cited with its layer.',
    repair: 'Write it like `practice/stay-in-lane`.',
  },
  due: {
    code: 'LW0103',
    message: 'A duty is due either some time after it opens or when something is observed.',
    repair: 'Write `within: 5m` or `until: team-gone`, one of the two.',
  },
  axes: { code: 'LW0104', message: 'It names no axis.', repair: 'Name at least one axis with its verdict.' },
} as const;

const probe = closed({
  ref: z.string().min(1),
  scenario: id.optional(),
  situation: id,
  seat: id.optional(),
  knowing: z.record(z.string(), z.string()),
  seeing: z.array(named(z.record(z.string(), z.string()))),
  acts: z.array(named(z.record(z.string(), value))),
  switches: z.record(id, z.string()).optional(),
  expect: z.record(id, z.string().regex(/^[-+0]{3}!?$/, 'form:signs')).optional(),
});

/** Probes: acts in a situation, ruled without a scenario. */
export const PROBES_FILE = closed({ format: z.literal(1), probes: z.array(probe) });
