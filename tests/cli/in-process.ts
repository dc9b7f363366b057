/** Calls a verb in this process, which takes a hundredth of the time of a process of its own. */
import { vi } from 'vitest';
import { CannotDo, WrongUse } from '#cli/terminal/wrong-use.ts';
import type { Said } from './deconflict.ts';

/** What a verb prints and how it would end; a refusal is what it says and the code it would end with. Both streams are its own until it ends. */
export async function inProcess(
  verb: { readonly run: (args: string[]) => Promise<number> | number },
  ...args: string[]
): Promise<Said> {
  const said = { out: '', err: '' };
  const hear = (to: 'out' | 'err') => (text: string | Uint8Array) => {
    said[to] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(hear('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(hear('err')),
  ];
  try {
    const code = await verb.run(args);
    return { code, ...said };
  } catch (error) {
    if (!(error instanceof CannotDo || error instanceof WrongUse)) throw error;
    return { code: error instanceof CannotDo ? 1 : 2, out: said.out, err: `${said.err}${error.message}` };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
