/** Calls a verb in this process, which takes a hundredth of the time of a process of its own. */
import { CannotDo, WrongUse } from '#cli/terminal/wrong-use.ts';
import { heard, type Said } from './deconflict.ts';

/** What a verb prints and how it would end; a refusal is what it says and the code it would end with. Both streams are its own until it ends. */
export async function inProcess(
  verb: { readonly run: (args: string[]) => Promise<number> | number },
  ...args: string[]
): Promise<Said> {
  return heard(async () => {
    try {
      return await verb.run(args);
    } catch (error) {
      if (!(error instanceof CannotDo || error instanceof WrongUse)) throw error;
      process.stderr.write(error.message);
      return error instanceof CannotDo ? 1 : 2;
    }
  });
}
