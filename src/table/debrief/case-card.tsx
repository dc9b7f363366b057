/** One act or duty with what every rule said of it: a line that opens. */
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { type Mark, markOf } from '#exercise/marks.ts';
import { Authorities } from '../ui/authorities.tsx';
import { cx } from '../ui/class-names.ts';
import { Button } from '../ui/controls.tsx';
import fold from '../ui/fold.module.css';
import { Fold } from '../ui/fold.tsx';
import { Icon } from '../ui/icons.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { changeWords } from '../words/change-words.ts';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { quotedWords } from '../words/shown-words.ts';
import { type Case, type Voice, voicesOf } from './cases.ts';
import styles from './findings.module.css';
import { toneOf, verdictIcon, verdictWord } from './verdicts.ts';

/** Closed, a moment, a title and a verdict an axis; open, the reasons, once for every rule, and the way to try again. Chosen from elsewhere it opens and takes the focus. */
export function CaseCard(props: {
  readonly of: Case;
  readonly open: boolean;
  readonly chosen: boolean;
  readonly onChoose: (key: string) => void;
  readonly onTryAgain: ((seq: number) => void) | undefined;
  readonly onMoment?: ((at: number) => void) | undefined;
  readonly marks?: readonly Mark[] | undefined;
  readonly onMark?: ((mark: Mark) => void) | undefined;
}) {
  const desk = useDesk();
  const t = desk.debrief;
  const { of, chosen, onMoment } = props;
  const { head } = of;
  const { finding } = head;
  const id = useId();
  const [open, setOpen] = useState(props.open);
  const line = useRef<HTMLElement>(null);
  useEffect(() => {
    // Whoever opened the card by its own line is there already.
    if (!chosen || line.current === document.activeElement) return;
    setOpen(true);
    line.current?.focus({ preventScroll: true });
    line.current?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  const { onTryAgain } = props;
  const retry = of.findings.find((one) => one.retry !== null)?.retry ?? null;
  const voices = voicesOf(of);
  return (
    <details
      className={styles.finding}
      data-part="case"
      data-tone={toneOf(finding)}
      data-chosen={chosen}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control by itself; this only notes that it was used */}
      <summary ref={line} className={styles.line} onClick={() => props.onChoose(of.key)}>
        <time>{mmss(finding.at)}</time>
        <div className={styles.what}>
          <h4 id={id}>
            <Theirs words={finding.title} />
          </h4>
          <span className={styles.chips}>
            {of.findings.map((one) => (
              <span
                key={`${one.finding.axis} ${one.finding.rule}`}
                data-axis={one.finding.axis}
                className={styles.chip}
              >
                <Icon name={verdictIcon(one.finding)} size={14} />
                <span>
                  <b>{desk.axes[one.finding.axis]}:</b> {verdictWord(desk, one.finding)}
                </span>
              </span>
            ))}
          </span>
        </div>
      </summary>
      <div className={styles.body}>
        {head.did === '' ? null : (
          <p className={styles.quiet}>
            {t.youDid} <Theirs words={head.did} />
          </p>
        )}
        {head.saidWhy === null ? null : (
          <p className={styles.quiet}>
            {t.youSaid} {desk.quotes[0]}
            <Theirs words={head.saidWhy} />
            {desk.quotes[1]}
          </p>
        )}
        {voices.map((voice) => (
          <Reason key={voice.rule} of={voice} title={finding.title} alone={voices.length === 1} />
        ))}
        <Duty of={of} />
        {head.knew.length === 0 ? null : (
          <p className={styles.quiet}>
            {t.youKnew}: {head.knew.map(quotedWords).join('; ')}.
          </p>
        )}
        <Changes of={of} />
        {props.marks === undefined ? null : <Marked of={of} marks={props.marks} onMark={props.onMark} />}
        <p data-print="no" className={styles.ways}>
          {retry === null || onTryAgain === undefined ? null : (
            <Button small aria-describedby={id} onPress={() => onTryAgain(retry.seq)}>
              <Icon name="again" size={16} />
              {t.again}
            </Button>
          )}
          {onMoment === undefined ? null : (
            <Button small weight="quiet" aria-describedby={id} onPress={() => onMoment(finding.at)}>
              <Icon name="play" size={16} />
              {desk.replay.showMoment}
            </Button>
          )}
        </p>
      </div>
    </details>
  );
}

/** Behind a fold: one thing otherwise, and what that would have made of it, an axis at a time. Absent from reports that do not say. */
function Changes({ of }: { readonly of: Case }) {
  const desk = useDesk();
  const told = of.findings.filter(({ changes }) => changes !== undefined);
  if (told.length === 0) return null;
  const lines = told.flatMap(({ finding, changes = [] }) =>
    changes.map((change) => ({ axis: finding.axis, words: changeWords(desk, change) })),
  );
  return (
    <div data-print="no" data-part="changes">
      <Fold small label={desk.changes.title}>
        {lines.length === 0 ? <p className={styles.quiet}>{desk.changes.none}</p> : null}
        {lines.map(({ axis, words }) => (
          <p key={`${axis} ${words}`} className={styles.quiet}>
            <b>{desk.axes[axis]}:</b> <Theirs words={words} />
          </p>
        ))}
      </Fold>
    </div>
  );
}

/** Behind a fold that says how many are marked; what writes marks comes when it is opened. */
function Marked({
  of,
  marks,
  onMark,
}: {
  readonly of: Case;
  readonly marks: readonly Mark[];
  readonly onMark: ((mark: Mark) => void) | undefined;
}) {
  const t = useDesk().marks;
  const [open, setOpen] = useState(false);
  const own = of.findings.filter(({ finding }) => markOf(marks, finding) !== undefined).length;
  if (own === 0 && onMark === undefined) return null;
  return (
    <details className={cx(fold.fold, fold.aside)} data-part="marks" onToggle={() => setOpen(true)}>
      <summary>{t.title(own)}</summary>
      {open ? (
        <Suspense>
          <Marks findings={of.findings} marks={marks} onMark={onMark} />
        </Suspense>
      ) : null}
    </details>
  );
}

const Marks = lazy(() => import('./marks.tsx'));

/** One rule: on which axes it speaks, why, and on whose authority. Its title is left out where the card has it. */
function Reason({
  of,
  title,
  alone,
}: {
  readonly of: Voice;
  readonly title: string;
  readonly alone: boolean;
}) {
  const desk = useDesk();
  const t = desk.debrief;
  const own = of.findings[0]?.finding;
  if (own === undefined) return null;
  return (
    <div className={styles.reason}>
      {alone ? null : (
        <p className={styles.axes}>
          {of.findings.map(({ finding }) => (
            <span key={finding.axis} data-axis={finding.axis}>
              {desk.axes[finding.axis]}
            </span>
          ))}
          {own.title === title ? null : (
            <b>
              <Theirs words={own.title} />
            </b>
          )}
        </p>
      )}
      <p>
        <b>{t.because}:</b> <Theirs words={own.because} />
      </p>
      {own.counts ? null : <p className={styles.quiet}>{t.counts}</p>}
      <Authorities of={of.authorities} />
    </div>
  );
}

function Duty({ of }: { readonly of: Case }) {
  const t = useDesk().debrief;
  const { on, at } = of.head.finding;
  if (!('duty' in on)) return null;
  const isGivenUp = on.outcome === 'missed' && on.act !== null;
  const late = on.outcome !== 'met' && on.chance !== null && !isGivenUp;
  return (
    <p className={styles.quiet}>
      {t.duty(mmss(on.opened), mmss(on.due))}
      {late && on.chance !== null ? ` ${t.chance(mmss(on.chance))}` : ''}
      {isGivenUp ? ` ${t.gaveUp(mmss(at))}` : ''}
    </p>
  );
}
