/** What a run is a function of, as it is kept beside it (SPEC JN14): a playbook, and the law of its pack. */
import type { RunBodies } from '#journal/run-store.ts';
import { canonicalJson, hashOfText } from '#language/canonical.ts';
import { onePack } from '#law/one-pack.ts';
import type { Law } from '#law/pack.ts';
import type { Playbook } from '#scenario/playbook.ts';

/** The bodies of a run of this playbook under this pack. Throws for a pack that the law does not hold. */
export function bodiesOf(playbook: Playbook, law: Law, pack: string): RunBodies {
  return { playbook: bodyOf(playbook), law: bodyOf(onePack(law, pack)) };
}

function bodyOf(value: unknown): RunBodies['law'] {
  const text = canonicalJson(value);
  return { hash: hashOfText(text), text };
}

/** The playbook of a body's text; null where the text is not what its hash says. */
export function playbookIn(hash: string, text: string | null): Playbook | null {
  return text === null || hashOfText(text) !== hash ? null : (JSON.parse(text) as Playbook);
}

/** The law of a body's text; null where the text is not what its hash says. */
export function lawOf(hash: string, text: string | null): Law | null {
  return text === null || hashOfText(text) !== hash ? null : (JSON.parse(text) as Law);
}
