/** `deconflict law stale --as-of D`: authorities that want another look, with what rests on them (SPEC CL63). */
import { type Stale, type Staleness, staleOn, undated } from '#law/stale.ts';
import { print } from '../terminal/print.ts';
import { readArguments } from '../terminal/wrong-use.ts';
import { dayAsked, lawHere } from './law-here.ts';

/** 0 when it is told, whatever it tells. */
export function staleLaw(args: readonly string[]): number {
  const { given } = readArguments(args, [], { json: { type: 'boolean' }, 'as-of': { type: 'string' } });
  const law = lawHere();
  const asOf = dayAsked(given);
  const stale = staleOn(law, asOf);
  const noDay = undated(law).map(({ id }) => id);
  const all = Object.keys(law.authorities).length;
  const told = stale.map(({ authority, because, items }) => ({
    authority: authority.id,
    citation: authority.citation,
    verified: authority.verified,
    because,
    rules: items.map(({ id }) => id),
  }));
  print(given, { asOf, stale: told, undated: noDay }, () => [
    `${stale.length} of ${all} authorities want another look on ${asOf}`,
    ...stale.flatMap(lines),
    ...(noDay.length === 0
      ? []
      : [
          '',
          `${noDay.length} of ${all} do not say when they were read (\`read-on\`), so nobody can tell whether their reading is older than a year.`,
        ]),
  ]);
  return 0;
}

function lines({ authority, because, items }: Stale): readonly string[] {
  const resting =
    items.length === 0 ? 'nothing rests on it' : `rests on it: ${items.map(({ id }) => id).join(', ')}`;
  return [
    '',
    `  ${authority.id} (${authority.citation})`,
    ...because.map((one) => `    ${said(one)}`),
    `    ${resting}`,
  ];
}

function said(one: Staleness): string {
  switch (one.why) {
    case 'changed':
      return `changed on ${one.on}: from ${opened(one.from)} to ${opened(one.to)}`;
    case 'halted':
      return `${opened(one.is)}${one.asTo === null ? ' as a whole' : ` as to ${one.asTo}`}`;
    case 'not-in-force':
      return `not in force: ${opened(one.is)}`;
    case 'read-long-ago':
      return `read on ${one.on}, more than a year before`;
  }
}

function opened(status: string): string {
  return status.replaceAll('-', ' ');
}
