/** What a plan expects on the way: what its seat knows, sees and is offered, and what the law says by then (SPEC SC63). */
import { z } from 'zod';
import { closed } from '#language/zod-issues.ts';
import type { StandingWord, Verdict } from '#law/findings.ts';
import { AXES, type Axis, byAxis } from '#law/trace.ts';
import type { PlaybookDraft } from './draft/playbook-draft.ts';
import { down, into, type Site } from './draft/site.ts';
import { checkKnown, find } from './plan-names.ts';
import type { Playbook } from './playbook.ts';
import { id, ids } from './schema/schema-forms.ts';

/** What must be so at one step. What is not given is not asked: null, or an empty list. */
export interface Expected {
  readonly known: Readonly<Record<string, string>>;
  readonly ended: string | null;
  readonly open: readonly string[];
  readonly offered: readonly string[];
  readonly withheld: readonly string[];
  /** `decision/option` on the open cards. */
  readonly choices: readonly string[];
  /** Words that the seat has before it, whole or in part, in English, in codes or in plain words. */
  readonly sees: readonly string[];
  readonly unseen: readonly string[];
  readonly findings: readonly FindingLike[];
  readonly noFindings: readonly FindingLike[];
  readonly standings: readonly StandingLike[];
  readonly refused: string | null;
}
/** A finding by what is told of it. `rule` is `layer/rule`, or `layer/duty` for what a duty came to. */
export interface FindingLike {
  readonly pack: string;
  readonly axis?: Axis | undefined;
  readonly verdict?: Verdict | undefined;
  readonly grave?: boolean | undefined;
  readonly rule?: string | undefined;
}
/** The standings of a run under a pack, by axis; those not named are not asked. */
export interface StandingLike {
  readonly pack: string;
  readonly axes: Readonly<Partial<Record<Axis, StandingWord>>>;
}

/** Why an exercise says no: the words of `exercise/refusals.ts` that an act of a plan can meet. */
const REFUSED = ['ended', 'not-open', 'too-late', 'busy', 'runaway'] as const;
const VERDICTS: readonly Verdict[] = ['required', 'commended', 'permitted', 'discouraged', 'forbidden'];
const STANDINGS: readonly StandingWord[] = ['sound', 'gaps', 'unsound', 'grave', 'not-exercised'];

const pack = id.describe('The pack to judge under, on the date of the scenario.');
const finding = closed({
  pack,
  axis: z.enum(AXES).optional().describe('The axis it is on.'),
  verdict: z.enum(VERDICTS).optional().describe('What it says.'),
  grave: z.boolean().optional().describe('Whether it is grave.'),
  rule: z
    .string()
    .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'form:rule')
    .optional()
    .describe('layer/rule, or layer/duty.'),
});
const standing = z.enum(STANDINGS).optional().describe('The standing on this axis.');
const words = z.array(z.string().min(1));

/** `expect:` of a plan's step. */
export const expectation = closed({
  known: z.record(id, id).optional().describe('What the seat knows.'),
  sees: words
    .optional()
    .describe('Words the seat can see, whole or in part: in its log, notebook, cards or bar, or on the map.'),
  unseen: words.optional().describe('Words the seat cannot see.'),
  ended: id.optional().describe('The ending.'),
  open: ids.optional().describe('Decisions that are open.'),
  choices: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'form:choice'))
    .optional()
    .describe('decision/option that can be chosen.'),
  offered: ids.optional().describe('Standing actions that are possible.'),
  withheld: ids.optional().describe('Standing actions that are not possible.'),
  findings: z.array(finding).optional().describe('Findings that the law of a pack has made by now.'),
  'no-findings': z.array(finding).optional().describe('Findings that the law of a pack has not made by now.'),
  standings: z
    .array(
      closed({
        pack,
        ...byAxis(() => standing),
      }),
    )
    .optional()
    .describe('The seat’s standings by now.'),
  refused: z
    .enum(REFUSED)
    .optional()
    .describe('Why the step before was refused; that step is tried right away, without waiting.'),
}).describe('What must be true now.');

/** Checks the names of an expectation against its scenario; packs and rules are asked when the plan is played. */
export function compileExpected(
  written: z.infer<typeof expectation>,
  site: Site,
  playbook: Playbook | null,
  draft: PlaybookDraft,
): Expected {
  const { known = {}, ended, open = [], offered = [], withheld = [], choices = [] } = written;
  checkKnown(known, into(site, 'known'), playbook, draft);
  if (playbook !== null) {
    if (ended !== undefined) find(ended, playbook.endings, into(site, 'ended'), 'ending', draft);
    for (const [n, one] of open.entries())
      find(one, playbook.decisions, down(site, 'open', n), 'decision', draft);
    for (const [key, list] of Object.entries({ offered, withheld })) {
      for (const [n, one] of list.entries()) find(one, playbook.actions, down(site, key, n), 'action', draft);
    }
    for (const [n, one] of choices.entries()) checkChoice(one, playbook, down(site, 'choices', n), draft);
  }
  return {
    known,
    ended: ended ?? null,
    open,
    offered,
    withheld,
    choices,
    sees: written.sees ?? [],
    unseen: written.unseen ?? [],
    findings: written.findings ?? [],
    noFindings: written['no-findings'] ?? [],
    standings: (written.standings ?? []).map(({ pack, ...axes }) => ({ pack, axes: given(axes) })),
    refused: written.refused ?? null,
  };
}

/** Checks `decision/option` against the scenario. */
export function checkChoice(choice: string, playbook: Playbook, site: Site, draft: PlaybookDraft): void {
  const [decision = '', option = ''] = choice.split('/');
  find(decision, playbook.decisions, site, 'decision', draft);
  const options = playbook.decisions.find((one) => one.id === decision)?.options;
  if (options !== undefined) find(option, options, site, `option of ${decision}`, draft);
}

function given(axes: Partial<Record<Axis, StandingWord | undefined>>): StandingLike['axes'] {
  return Object.fromEntries(Object.entries(axes).filter(([, word]) => word !== undefined));
}
