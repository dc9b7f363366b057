/** What an authority was on a given day, by its history. Days are `YYYY-MM-DD` and compare as text. */
import type { Authority, Conditions, Law, Status } from './pack.ts';

/** The status on that day, and as to whom it was halted if not as to everyone (SPEC LW5). */
export function statusOn(
  authority: Authority,
  day: string,
): { readonly is: Status; readonly asTo: string | null } {
  const past = authority.history.filter((entry) => entry.on <= day);
  const last = past.at(-1);
  return last === undefined ? { is: 'not-yet', asTo: null } : { is: last.is, asTo: last.asTo };
}

/**
 * Whether a rule may rest on it that day (SPEC LW5): in force, or halted as to somebody only.
 * Not before its history begins, while merely enacted, when superseded, ended, or halted as a whole.
 */
export function inForce(authority: Authority, day: string): boolean {
  const { is, asTo } = statusOn(authority, day);
  return is === 'in-force' || ((is === 'enjoined' || is === 'stayed') && asTo !== null);
}

/** Whether a rule under these conditions may rest on the authority of that name that day: it is in force, or what its `while` says it is for (SPEC LW5). */
export function standsOn(law: Law, asOf: string, id: string, conditions?: Conditions): boolean {
  const authority = law.authorities[id];
  if (authority === undefined) return false;
  return inForce(authority, asOf) || (conditions?.while[id]?.includes(statusOn(authority, asOf).is) ?? false);
}

/** Whether it is policy that nobody here has read: a breach that rests on nothing else lowers no standing (SPEC LW14). */
export function isUnreadPolicy(authority: Authority): boolean {
  return authority.kind.endsWith('policy') && authority.verified !== 'read';
}
