/** The coaching level's sheet: after each turn time stands still and five steps are walked as questions (TB58). It judges nothing. */
import { useEffect, useRef, useState } from 'react';
import { Dialog, Heading, Label, Modal, ModalOverlay, TextArea, TextField } from 'react-aria-components';
import type { SeatView } from '#exercise/view.ts';
import type { SoloSession } from '#protocol/session.ts';
import type { PlayProps } from '../../props/screen-props.ts';
import { cx } from '../../ui/class-names.ts';
import controls from '../../ui/controls.module.css';
import { Button } from '../../ui/controls.tsx';
import { useDesk } from '../../words/desk-words.ts';
import styles from './coaching.module.css';
import { CoachingStep } from './coaching-step.tsx';
import { turnsOver } from './coaching-turn.ts';

/** What was written at each step, the step's number its key. */
type Notes = Readonly<Record<number, string>>;

/**
 * Watches the turns of a run and opens the sheet when one is over, unless that ended the exercise. The clock is stopped as long as it is
 * open, and goes on afterwards if it went before. A discussion clock cannot be paused: the sheet waits until it has come to its stand.
 */
export function Coaching(props: {
  readonly session: SoloSession;
  readonly view: SeatView;
  readonly cards: PlayProps['pocketLaw'];
}) {
  const { session, view } = props;
  const over = turnsOver(view);
  const ended = view.ended !== null;
  const moving = session.clock().policy === 'discussion' && session.saved().state === 'saving';
  // A run that is taken up again goes on; it stops after the next turn.
  const seen = useRef(over);
  const went = useRef(false);
  const [open, setOpen] = useState(false);
  const [wrote, setWrote] = useState<Notes>({});
  useEffect(() => {
    if (over <= seen.current) {
      seen.current = over;
      return;
    }
    if (moving) return;
    seen.current = over;
    if (ended) return;
    went.current = !session.clock().paused;
    session.pause(true);
    setOpen(true);
  }, [over, ended, moving, session]);
  if (!open || ended) return null;
  return (
    <Steps
      {...props}
      wrote={wrote}
      onGoOn={(notes) => {
        // What was left empty this time keeps what was written before it.
        setWrote({ ...wrote, ...notes });
        setOpen(false);
        if (went.current) session.pause(false);
      }}
    />
  );
}

/** One step at a time; the heading takes the focus, so that a reader hears where they are. */
function Steps(props: {
  readonly view: SeatView;
  readonly cards: PlayProps['pocketLaw'];
  readonly wrote: Notes;
  readonly onGoOn: (notes: Notes) => void;
}) {
  const desk = useDesk();
  const t = desk.coaching;
  const [step, setStep] = useState(0);
  const [notes, setNotes] = useState<Notes>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (step >= 0) heading.current?.focus();
  }, [step]);
  const now = t.steps[step];
  if (now === undefined) return null;
  const last = step === t.steps.length - 1;
  const before = props.wrote[step] ?? '';
  const goOn = () =>
    props.onGoOn(Object.fromEntries(Object.entries(notes).filter(([, said]) => said.trim() !== '')));
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && goOn()} className={cx(controls.veil)}>
      <Modal className={cx(controls.sheet, styles.sheet)}>
        <Dialog data-part="coaching">
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {t.title}
            </Heading>
            <p className={styles.mark}>{t.mark}</p>
          </div>
          <p className={styles.note}>{t.frozen}</p>
          <ol className={styles.steps}>
            {t.steps.map(({ name }, n) => (
              <li key={name} aria-current={n === step ? 'step' : undefined} data-done={n < step}>
                <span className={controls.hidden}>{name}</span>
                <span aria-hidden="true">{n + 1}</span>
              </li>
            ))}
          </ol>
          <div className={styles.step}>
            <h3 ref={heading} tabIndex={-1}>
              <small>{t.step(step + 1, t.steps.length)}</small>
              {now.name}
            </h3>
            <ul className={styles.asks}>
              {now.asks.map((ask) => (
                <li key={ask}>{ask}</li>
              ))}
            </ul>
            <CoachingStep step={step} view={props.view} cards={props.cards} />
            {before === '' ? null : (
              <p className={styles.before}>
                <b>{t.wrote}</b> {desk.quotes[0]}
                {before}
                {desk.quotes[1]}
              </p>
            )}
            <TextField
              key={step}
              value={notes[step] ?? ''}
              onChange={(said) => setNotes({ ...notes, [step]: said })}
              maxLength={2000}
            >
              <Label className={cx(controls.label)}>{t.own}</Label>
              <TextArea className={cx(controls.area)} rows={2} />
            </TextField>
          </div>
          <div className={cx(controls.row, styles.foot)}>
            <Button isDisabled={step === 0} onPress={() => setStep(step - 1)}>
              {t.back}
            </Button>
            {last ? null : (
              <Button weight="primary" onPress={() => setStep(step + 1)}>
                {t.next}
              </Button>
            )}
            <span className={styles.end}>
              <Button weight={last ? 'primary' : 'plain'} data-part="go-on" onPress={goOn}>
                {t.goOn}
              </Button>
            </span>
          </div>
          <p className={styles.note}>{t.source}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
