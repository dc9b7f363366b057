/** A radio message put together: who, where, what and need from the situation's words, read once as it will be said, and sent (TB60). */
import { useState } from 'react';
import type { SeatView } from '#exercise/view.ts';
import { isBlocked } from '../actions/blocked.ts';
import { Choice } from '../ui/choice.tsx';
import controls from '../ui/controls.module.css';
import { Button, TitledDialog } from '../ui/controls.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss, span } from '../words/durations.ts';
import { valueWords } from '../words/known-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import styles from './radio-builder.module.css';
import { type Chosen, radioMessage, radioWords } from './radio-sentence.ts';
import { FormsBelow } from './short-forms.tsx';

/** A dialog; time goes on behind it. `onSend` gets the standing action that asks for the need, and the sentence. */
export function RadioBuilder(props: {
  readonly view: SeatView;
  /** How officers speak on the air there; either can be chosen. */
  readonly words: Chosen['style'];
  readonly open: boolean;
  readonly onSend: (action: string, sentence: string) => void;
  readonly onClose: () => void;
}) {
  const t = useDesk().builder;
  return (
    <TitledDialog title={t.title} open={props.open} onClose={props.onClose} bare>
      <Form {...props} />
    </TitledDialog>
  );
}

function Form({ view, words: spoken, onSend, onClose }: Parameters<typeof RadioBuilder>[0]) {
  const desk = useDesk();
  const t = desk.builder;
  const words = radioWords(view, (one) => valueWords(desk, one.fact, one.value, one.words));
  const [chosen, setChosen] = useState<Chosen>(() => ({
    who: words.who[0]?.id ?? null,
    where: words.where[0]?.id ?? null,
    what: null,
    need: null,
    style: spoken,
  }));
  const set = (change: Partial<Chosen>) => setChosen({ ...chosen, ...change });
  const message = radioMessage(words, view.callsign, chosen);
  const need = words.need.map(({ id, ...said }) => ({ id, say: said[chosen.style] }));
  return (
    <form
      className={styles.form}
      data-part="radio-builder"
      onSubmit={(event) => {
        event.preventDefault();
        if (message !== null) onSend(message.action, message.sentence);
      }}
    >
      <p className={styles.note}>{t.lead}</p>
      <div className={styles.fields}>
        <Pick label={t.who} of={words.who} value={chosen.who} onPick={(who) => set({ who })} />
        <Pick label={t.where} of={words.where} value={chosen.where} onPick={(where) => set({ where })} />
        <Pick label={t.what} of={words.what} value={chosen.what} onPick={(what) => set({ what })} />
        <Pick label={t.need} of={need} value={chosen.need} onPick={(id) => set({ need: id })} isNeed />
      </div>
      <div className={styles.style}>
        <Choice
          label={t.style}
          value={chosen.style}
          onChange={(style) => set({ style })}
          of={[
            ['plain', t.styles.plain],
            ['codes', t.styles.codes],
          ]}
        />
      </div>
      <div className={styles.said}>
        <p className={controls.label}>{t.said}</p>
        <p role="status" className={styles.sentence} data-part="sentence">
          {message === null
            ? chosen.need === null
              ? t.choose
              : t.gone
            : desk.quotes.join(quotedWords(message.sentence))}
        </p>
        {message !== null &&
        view.busy !== null &&
        isBlocked({ group: 'radio', takes: message.takes }, view.busy) ? (
          <p className={styles.note}>
            {desk.play.blocked(quotedWords(view.busy.what), mmss(view.busy.until))}
          </p>
        ) : null}
        <FormsBelow words={[message?.sentence ?? '']} forms={view.shortForms} />
        {message === null ? null : (
          <p className={styles.note}>
            {t.length(Math.ceil(message.length / 1000))}
            {message.takes > 0 ? ` · ${t.takes(span(message.takes))}` : ''}
          </p>
        )}
      </div>
      <div className={controls.row}>
        <Button
          type="submit"
          weight="primary"
          data-part="send"
          isDisabled={message === null || isBlocked({ group: 'radio', takes: message.takes }, view.busy)}
        >
          {t.send}
        </Button>
        <Button onPress={onClose}>{desk.play.close}</Button>
      </div>
    </form>
  );
}

function Pick(props: {
  readonly label: string;
  readonly of: readonly { readonly id: string; readonly say: string }[];
  readonly value: string | null;
  readonly onPick: (id: string | null) => void;
  /** Without a need there is no message, so that leaving it out is called choosing. */
  readonly isNeed?: boolean;
}) {
  const t = useDesk().builder;
  const isGone = props.value !== null && !props.of.some(({ id }) => id === props.value);
  return (
    <label>
      <span className={controls.label}>{props.label}</span>
      <select
        className={styles.pick}
        value={isGone ? '' : (props.value ?? '')}
        onChange={(event) => props.onPick(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{props.isNeed ? t.pick : t.none}</option>
        {props.of.map(({ id, say }) => (
          <option key={id} value={id}>
            {say}
          </option>
        ))}
      </select>
    </label>
  );
}
