/** Which short forms of the playbook a seat has met, and where they stand in a text. */
import type { Playbook } from '#scenario/playbook.ts';
import type { SeatView, ShortForm } from './view.ts';
import { type RenderLocale, textOf } from './words.ts';

/**
 * Those that stand in something this seat was told, sees or is offered, in the order of the playbook. One that it has not met is left
 * out: it could tell what is still to come (SPEC EX37).
 */
export function shortFormsMet(
  playbook: Playbook,
  view: SeatView,
  locale: RenderLocale,
): readonly ShortForm[] {
  const entries = (playbook.glossary ?? []).map((one) => ({
    short: textOf(playbook, one.short, locale),
    means: textOf(playbook, one.means, locale),
  }));
  const met = new Map<string, number | null>();
  for (const item of view.log) {
    if (item.kind !== 'line') continue;
    for (const { form } of formsIn(item.text, entries)) {
      if (!met.has(form.short)) met.set(form.short, item.n);
    }
  }
  for (const { form } of formsIn(elsewhere(view).join('\n'), entries)) {
    if (!met.has(form.short)) met.set(form.short, null);
  }
  return entries.flatMap((one) => {
    const n = met.get(one.short);
    return n === undefined ? [] : [{ ...one, n }];
  });
}

/** A short form at its place in a text. */
export interface FormAt<Form> {
  readonly form: Form;
  readonly from: number;
}

/** Where short forms stand as words of their own, from left to right; of two at one place the longer. */
export function formsIn<Form extends { readonly short: string }>(
  text: string,
  forms: readonly Form[],
): readonly FormAt<Form>[] {
  const found = forms.flatMap((form) =>
    form.short === '' ? [] : placesOf(form.short, text).map((from) => ({ form, from })),
  );
  found.sort((a, b) => a.from - b.from || b.form.short.length - a.form.short.length);
  let end = 0;
  return found.filter(({ form, from }) => {
    if (from < end) return false;
    end = from + form.short.length;
    return true;
  });
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    const [before = '', after = ''] = [text[from - 1], text[from + word.length]];
    if (!IN_A_WORD.test(before) && !IN_A_WORD.test(after)) places.push(from);
  }
  return places;
}
const IN_A_WORD = /[\p{L}\p{N}]/u;

/** What the seat sees beside the lines of its log. */
function elsewhere(view: SeatView): string[] {
  return [
    ...view.decisions.flatMap(({ ask, options }) => [ask, ...options.map(({ say }) => say)]),
    ...view.actions.flatMap(({ say, sent }) => [say, sent?.codes ?? '', sent?.plain ?? '']),
    ...view.known.flatMap(({ label, words, name }) => [label, words, name]),
    ...view.tokens.flatMap(({ label, how, face, hands }) => [label, how ?? '', face ?? '', hands ?? '']),
    ...view.log.flatMap((item) =>
      item.kind === 'did' ? [item.text] : item.kind === 'line' ? [item.name] : [],
    ),
  ];
}
