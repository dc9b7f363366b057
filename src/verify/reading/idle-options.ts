/** Options that leave a duty aside without saying so (SPEC RH71): nothing is played, what the story can show anywhere counts. */
import type { Diagnostic } from '#language/diagnostic.ts';
import type { Act } from '#law/acts.ts';
import { actMatches } from '#law/match.ts';
import type { Duty, Pattern } from '#law/pack.ts';
import type { Reopened } from '#scenario/acts-written.ts';
import { decisionsOf } from '#scenario/draft/decisions-written.ts';
import { down } from '#scenario/draft/site.ts';
import type { Playbook } from '#scenario/playbook.ts';
import { type Possible, whySilent } from './can-speak.ts';
import type { Setting } from './law-settings.ts';

/** Warns of each option without acts beside one that meets a duty which a choice can give up and which can be open there (SC0810). */
export function idleOptions(
  playbook: Playbook,
  { written, top }: Reopened,
  settings: readonly Setting[],
  possible: Possible,
): Diagnostic[] {
  const put = new Map(playbook.decisions.map((decision) => [decision.id, decision]));
  return [...decisionsOf(written, top)].flatMap(({ decision, site }) => {
    const options = put.get(decision.id)?.options ?? [];
    const idle = options.flatMap(({ id, acts }, n) => (acts.length === 0 ? [{ id, n }] : []));
    if (idle.length === 0) return [];
    const left = leftAside(
      options.flatMap(({ acts }) => acts),
      settings,
      possible,
    );
    if (left === null) return [];
    return idle.map(({ id, n }): Diagnostic => {
      const at = down(site, 'options', n, 'acts');
      return {
        ...at.source.at(at.path),
        code: 'SC0810',
        severity: 'warning',
        message: `The option \`${id}\` has no acts. Another option of this decision meets \`${left.duty.id}\`, which can be open here; the debrief says nothing of who chooses not to.`,
        repair: repairOf(left.by),
      };
    });
  });
}

/** The first duty under any pack that one of these acts meets, that a choice can give up, and that the story can open; null if none. */
function leftAside(
  acts: readonly Act[],
  settings: readonly Setting[],
  possible: Possible,
): { readonly duty: Duty; readonly by: Pattern } | null {
  for (const { stack } of settings) {
    for (const { item: duty } of stack.duties) {
      const [by] = duty.waivedBy ?? [];
      const meets = (act: Act) =>
        duty.metBy.some((pattern) => actMatches(pattern, act)) &&
        whySilent(duty, act, stack.about, possible) === null;
      if (by !== undefined && acts.some(meets)) return { duty, by };
    }
  }
  return null;
}

function repairOf(by: Pattern): string {
  const gives = `If it gives the duty up, write \`acts: [${inWords(by, by.name)}]\`.`;
  return by.name === 'forgo'
    ? `${gives} If it only puts it off, write \`acts: [${inWords(by, 'put-off')}]\`.`
    : gives;
}

/** An act that fits the pattern, as an author writes it. */
function inWords({ fields }: Pattern, kind: string): string {
  const stated = Object.entries(fields).map(([field, [value]]) => `${field}: ${value}`);
  return `{ ${kind}: {${stated.length === 0 ? '' : ` ${stated.join(', ')} `}} }`;
}
