/** From the tellings of a layer file to tellings whose names are right (SPEC LW27). */
import type { z } from 'zod';
import { checkFacts } from './check-names.ts';
import type { Layer, Telling } from './pack.ts';
import type { LAYER_FILE } from './schema.ts';
import type { Site } from './site.ts';

type LayerFile = z.infer<typeof LAYER_FILE>;

/** The tellings of a layer in the author's order; nothing where it has none. */
export function readTold(text: LayerFile, site: Site): Pick<Layer, 'told'> {
  if (text.told === undefined) return {};
  const rules = (text.rules ?? []).map((one) => one.id);
  const duties = new Map((text.duties ?? []).map((one) => [one.id, one]));
  const told = text.told.map((one, index): Telling => {
    const at = site.into('told', index);
    const where = checkFacts(one.where, at.into('where'));
    const telling = { of: `${text.id}/${one.of}`, where, because: one.because };
    const duty = duties.get(one.of);
    if (duty === undefined && !rules.includes(one.of)) {
      at.into('of').unknown('LW0313', 'rule or duty in this layer called', one.of, [
        ...rules,
        ...duties.keys(),
      ]);
      return telling;
    }
    const form = duty === undefined ? 'title' : 'titles';
    const other = duty === undefined ? 'titles' : 'title';
    if (one[form] === undefined || one[other] !== undefined) {
      const what = duty === undefined ? 'rule' : 'duty';
      at.into(one[other] === undefined ? 'of' : other).error(
        'LW0312',
        `An entry for a ${what} needs \`${form}:\`.`,
        duty === undefined ? 'Write `title: …`.' : 'Write `titles: { met: …, missed: … }`.',
      );
    }
    if (
      one.titles !== undefined &&
      duty !== undefined &&
      (one.titles.late === undefined) !== (duty.titles.late === undefined)
    ) {
      const message = 'This entry needs a `late` title if its duty has one, and only then.';
      at.into('titles').error('LW0312', message, 'Write `late:` in both or in neither.');
    }
    return {
      ...telling,
      ...(one.title === undefined ? {} : { title: one.title }),
      ...(one.titles === undefined
        ? {}
        : { titles: { met: one.titles.met, late: one.titles.late ?? '', missed: one.titles.missed } }),
    };
  });
  return { told };
}
