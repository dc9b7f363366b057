/** The law that `deconflict law` speaks of, and the day on which it is asked. */
import { errorLines } from '#language/diagnostic.ts';
import type { Law } from '#law/pack.ts';
import { folderLaw } from '../disk/folder-law.ts';
import { CannotDo, day, type Given } from '../terminal/wrong-use.ts';

/** Where no day is named: the one on which the shipped scenarios and the probes stand. */
const DAY = '2026-06-30';

/** The law in `law/` here, else the shipped one, with its probes. Throws CannotDo where it does not read. */
export function lawHere(): Law {
  const { law, problems } = folderLaw('.');
  if (law === null) throw new CannotDo('The law cannot be read.', errorLines(problems));
  return law;
}

/** `--as-of`, or the day of the probes. */
export function dayAsked(given: Given): string {
  return day(given, 'as-of') ?? DAY;
}
