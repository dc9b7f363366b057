/** The worker in which a file is read and played again, away from the page: one file, one answer. */

import type { Opening } from '#exercise/entries.ts';
import { type CheckedFile, checkBytes, type Lent } from './check-file.ts';

/** What the page says to it: first the file, then what it asked for, in the order in which it asked. */
export type ToWorker = { readonly file: Blob } | { readonly lent: Lent | null };
/** What it says to the page. */
export type FromWorker =
  | { readonly asks: Opening }
  | { readonly share: number }
  | { readonly checked: CheckedFile };

const waiting: ((lent: Lent | null) => void)[] = [];
const say = (told: FromWorker) => postMessage(told);
const lend = (asks: Opening) =>
  new Promise<Lent | null>((resolve) => {
    waiting.push(resolve);
    say({ asks });
  });

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('lent' in data) waiting.shift()?.(data.lent);
  else void check(data.file).then((checked) => say({ checked }));
});

async function check(file: Blob): Promise<CheckedFile> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { ok: false, problem: 'unreadable', why: '' };
  }
  return checkBytes(bytes, lend, (share) => say({ share }));
}
