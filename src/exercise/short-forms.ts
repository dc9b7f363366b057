/** Which short forms of the playbook a seat has met, and where they stand in a text. */
import type { Playbook } from '#scenario/playbook.ts';
import type { SeatView, ShortForm } from './view.ts';
import { type RenderLocale, textOf } from './words.ts';

/** The short forms met so far, asked with one view of the seat after the other: each log begins with the one before it. */
export type MetForms = (view: SeatView) => readonly ShortForm[];

/**
 * Those that stand in something this seat was told, sees or is offered, in the order of the playbook. One that it has not met is left
 * out: it could tell what is still to come (SPEC EX37). Null for a playbook that explains none.
 */
export function watchShortForms(playbook: Playbook, locale: RenderLocale): MetForms | null {
  if (playbook.glossary === undefined) return null;
  const entries = playbook.glossary.map((one) => ({
    short: textOf(playbook, one.short, locale),
    means: textOf(playbook, one.means, locale),
  }));
  /** By text: texts come again in view after view. */
  const known = new Map<string, readonly string[]>();
  const formsOf = (text: string): readonly string[] => {
    const had = known.get(text);
    if (had !== undefined) return had;
    const forms = formsIn(text, entries).map(({ form }) => form.short);
    known.set(text, forms);
    return forms;
  };
  /** What the log has told for good: the line each stood in first, and those that stood beside lines only. */
  const inLines = new Map<string, number>();
  const besideLines = new Set<string>();
  let read = 0;
  return (view) => {
    for (const item of view.log.slice(read)) {
      if (item.kind === 'line')
        for (const short of formsOf(item.text)) if (!inLines.has(short)) inLines.set(short, item.n);
      const beside = item.kind === 'did' ? item.text : item.kind === 'line' ? item.name : '';
      for (const short of formsOf(beside)) besideLines.add(short);
    }
    read = view.log.length;
    const now = new Set(besideLines);
    for (const text of besideLog(view)) for (const short of formsOf(text)) now.add(short);
    return entries.flatMap((one) => {
      const n = inLines.get(one.short) ?? (now.has(one.short) ? null : undefined);
      return n === undefined ? [] : [{ ...one, n }];
    });
  };
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

/** What the seat sees beside its log. */
function besideLog(view: SeatView): string[] {
  return [
    ...view.decisions.flatMap(({ ask, options }) => [ask, ...options.map(({ say }) => say)]),
    ...view.actions.flatMap(({ say, sent }) => [say, sent?.codes ?? '', sent?.plain ?? '']),
    ...view.known.flatMap(({ label, words, name }) => [label, words, name]),
    ...view.tokens.flatMap(({ label, how, face, hands }) => [label, how ?? '', face ?? '', hands ?? '']),
  ];
}
