/** Codes and short forms told where they first stand: in a line of the log, below a card, and all that were met as a list (TB193). */
import { useRef, useState } from 'react';
import { Button as AriaButton, Dialog, Popover } from 'react-aria-components';
import { formsIn } from '#exercise/short-forms.ts';
import type { ShortForm } from '#exercise/view.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { quotedWords, shownWords } from '../words/shown-words.ts';
import styles from './short-forms.module.css';

/** The words, in which each of these short forms can be pressed where it first stands. A screen reader hears what it means beside it. */
export function WithShortForms({
  words,
  forms,
}: {
  readonly words: string;
  readonly forms: readonly ShortForm[];
}) {
  const firsts = firstIn(words, forms);
  if (firsts.length === 0) return <Theirs words={words} />;
  const ends = [...firsts.map(({ from }) => from), words.length];
  return (
    <bdi>
      {shownWords(words.slice(0, ends[0]))}
      {firsts.map(({ form, from }, i) => (
        <span key={form.short}>
          <Short form={form} />
          {shownWords(words.slice(from + form.short.length, ends[i + 1]))}
        </span>
      ))}
    </bdi>
  );
}

/** The same for a region that is only spoken. */
export function spokenWithForms(words: string, forms: readonly ShortForm[]): string {
  return firstIn(words, forms)
    .reverse()
    .reduce((text, { form, from }) => {
      const end = from + form.short.length;
      return `${text.slice(0, end)} (${form.means})${text.slice(end)}`;
    }, words);
}

/** Below what cannot hold a button: what the short forms in it mean that no line of the log has told yet. */
export function FormsBelow({
  words,
  forms = [],
}: {
  readonly words: readonly string[];
  readonly forms?: readonly ShortForm[] | undefined;
}) {
  const untold = forms.filter(({ n }) => n === null);
  const found = new Set(formsIn(words.join('\n'), untold).map(({ form }) => form));
  if (found.size === 0) return null;
  return (
    <p className={styles.below} data-part="forms-below">
      {[...found].map(({ short, means }) => (
        <span key={short}>
          <b>{quotedWords(short)}</b>: {quotedWords(means)}.{' '}
        </span>
      ))}
    </p>
  );
}

/** All that were met so far, folded; nothing if there are none. */
export function FormsMet({ forms = [] }: { readonly forms?: readonly ShortForm[] | undefined }) {
  const { play } = useDesk();
  if (forms.length === 0) return null;
  return (
    <details className={styles.met} data-part="short-forms">
      <summary>{play.shortForms}</summary>
      <dl>
        {forms.map(({ short, means }) => (
          <div key={short}>
            <dt>
              <Theirs words={short} />
            </dt>
            <dd>
              <Theirs words={means} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Opens by itself, without React Aria's `DialogTrigger`: that stands beside the dialog of the first screen and would bring menus there. */
function Short({ form: { short, means } }: { readonly form: ShortForm }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className={styles.short}>
      <AriaButton
        ref={button}
        className={cx(styles.press)}
        data-part="short-form"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      >
        {shownWords(short)}
      </AriaButton>
      <Popover
        triggerRef={button}
        isOpen={open}
        onOpenChange={setOpen}
        className={cx(controls.popover, styles.popover)}
      >
        <Dialog aria-label={quotedWords(short)} className={cx(styles.means)}>
          <b>
            <Theirs words={short} />
          </b>{' '}
          <Theirs words={means} />
        </Dialog>
      </Popover>
      <span className={controls.hidden}> ({shownWords(means)})</span>
    </span>
  );
}

/** Each of these where it first stands. */
function firstIn(words: string, forms: readonly ShortForm[]) {
  return formsIn(words, forms).filter(({ form }, i, all) => all.findIndex((one) => one.form === form) === i);
}
