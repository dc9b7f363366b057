/** An authority as a reader of findings meets it: what it is, how it stood on the day, how it was checked. */
import { statusOn } from '#law/on-day.ts';
import type { Law } from '#law/pack.ts';
import type { AuthorityNote } from './report.ts';

/** An authority with its status on the day; one the law does not hold answers its id and nothing else. */
export function authorityNote(law: Law, id: string, asOf: string): AuthorityNote {
  const authority = Object.hasOwn(law.authorities, id) ? law.authorities[id] : undefined;
  if (!authority) return { id, citation: id, status: 'unknown', verified: 'memory', summary: '', source: '' };
  const { is, asTo } = statusOn(authority, asOf);
  const { citation, verified, summary, source } = authority;
  const status = `${is.replaceAll('-', ' ')}${asTo === null ? '' : ` as to ${asTo}`}`;
  return { id, citation, status, verified, summary, source };
}
