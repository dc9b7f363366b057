/** What would have changed a bad ending: acts of this scenario, and a sentence for where none of them was open. */
import type { Scope } from '#language/condition.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { into, type Site } from '../draft/site.ts';
import type { Ending, Playbook, Turn } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';

type EndingWritten = ScenarioWritten['endings'][number];

interface Among {
  readonly draft: PlaybookDraft;
  readonly story: Scope;
  readonly told: Pick<Playbook, 'decisions' | 'actions'>;
}

/**
 * The turns of an ending, in the author's order, and what is told where none fits; nothing where the author wrote neither.
 *
 * Turns and the sentence belong together (SC0320): a run can always leave every turn closed.
 */
export function compileTurns(
  ending: EndingWritten,
  site: Site,
  among: Among,
): Pick<Ending, 'turns' | 'chance'> {
  const { draft, story } = among;
  if (ending.turns === undefined && ending.chance === undefined) return {};
  if (ending.chance === undefined) {
    draft.reportKey(
      'SC0320',
      into(site, 'turns'),
      'If none of these acts was open, the debrief has nothing to say.',
      'Add `chance:` to the ending: what the debrief should say in that case.',
    );
  }
  const turns = (ending.turns ?? []).flatMap((turn, n): Turn[] => {
    const here = into(into(site, 'turns'), n);
    const by = compileAct(turn.by, into(here, 'by'), among);
    const when = draft.condition(turn.when, into(here, 'when'), story);
    const text = draft.text(into(here, 'text'), turn.text);
    const instead = compileInstead(turn.instead, by, into(here, 'instead'), among);
    return by === null ? [] : [{ by, when, ...(instead === null ? {} : { instead }), text }];
  });
  const chance = ending.chance === undefined ? '' : draft.text(into(site, 'chance'), ending.chance);
  return { turns, ...(chance === '' ? {} : { chance }) };
}

/** `callback` is a standing action, `the-case/hold-it` an answer. */
function compileAct(written: string, site: Site, { draft, told }: Among): Turn['by'] | null {
  const [decision = '', option] = written.split('/');
  if (option === undefined) {
    const found = draft.find(places(told.actions), decision, site, 'SC0101', 'standing action');
    return found === null ? null : { action: decision };
  }
  const at = draft.find(places(told.decisions), decision, site, 'SC0101', 'decision');
  if (at === null) return null;
  const options = told.decisions[at]?.options ?? [];
  const found = draft.find(places(options), option, site, 'SC0101', `option of ${decision}`);
  return found === null ? null : { decision, option };
}

/** Another option of the same decision, or `silence`; a standing action stands instead of nothing. */
function compileInstead(
  written: string | undefined,
  by: Turn['by'] | null,
  site: Site,
  { draft, told }: Among,
): string | null {
  if (written === undefined || by === null) return null;
  if ('action' in by) {
    const message = `\`${by.action}\` is a standing action, so no option can be chosen instead of it.`;
    draft.report('SC0321', site, message, 'Remove `instead:`, or name `decision/option` under `by:`.');
    return null;
  }
  if (written === SILENCE) return written;
  const options = told.decisions.find(({ id }) => id === by.decision)?.options ?? [];
  return draft.find(places(options), written, site, 'SC0101', `option of ${by.decision}`) === null
    ? null
    : written;
}

const SILENCE = 'silence';

function places(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, n) => [id, n]));
}
