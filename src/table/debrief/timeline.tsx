/** The timeline: all that happened to the seat, in order, with the findings that rest on each moment. */
import { memo, useEffect, useRef } from 'react';
import type { DebriefReport, Moment } from '#debrief/report.ts';
import { Icon } from '../ui/icons.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss } from '../words/durations.ts';
import { keyOf } from './cases.ts';
import styles from './timeline.module.css';
import { toneOf, verdictIcon, verdictWord } from './verdicts.ts';

interface Props {
  readonly report: DebriefReport;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  /** Which moment the run stands at, by its place in the list; it is kept in sight. */
  readonly now?: number;
  /** Takes the run to a moment. */
  readonly onMoment?: (at: number) => void;
}

/** A list in a box of its own that scrolls; a mark says its verdict and axis in words and leads to the card. The moment of the chosen case is marked and brought into the box. */
export const Timeline = memo(function Timeline(props: Props) {
  const desk = useDesk();
  const t = desk.debrief;
  const { report, chosen, now = -1, onMoment } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const it = box.current;
    const moment = chosen === null ? null : it?.querySelector<HTMLElement>('[aria-current=true]');
    if (it && moment) it.scrollTop = moment.offsetTop - it.clientHeight / 3;
  }, [chosen]);
  useEffect(() => {
    const it = box.current;
    const moment = now < 0 ? null : it?.querySelector<HTMLElement>('[data-now]');
    if (!it || !moment) return;
    const follow = () => {
      it.scrollTop = moment.offsetTop - it.clientHeight / 2;
    };
    follow();
    // In a window of another width the lines stand elsewhere.
    const resized = new ResizeObserver(follow);
    resized.observe(it);
    return () => resized.disconnect();
  }, [now]);
  const rests = (moment: Moment) =>
    moment.marks.some((mark) => {
      const finding = report.ruling.findings[mark];
      return finding !== undefined && keyOf({ finding }) === chosen;
    });
  return (
    <section className={styles.box} aria-labelledby="timeline">
      <h3 id="timeline">{t.timeline}</h3>
      {/* biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <div ref={box} className={styles.rolls} tabIndex={0} role="group" aria-labelledby="timeline">
        <ol className={styles.timeline}>
          {report.timeline.map((moment, i) => (
            <li
              key={i}
              data-kind={moment.kind}
              data-now={i === now ? '' : undefined}
              aria-current={rests(moment) ? 'true' : undefined}
            >
              {onMoment === undefined ? (
                <time>{mmss(moment.at)}</time>
              ) : (
                // The slider is the keyboard's way to a moment; three hundred stops for Tab would be none.
                <button
                  type="button"
                  tabIndex={-1}
                  data-print="keep"
                  className={styles.when}
                  aria-label={desk.replay.jump(mmss(moment.at))}
                  onClick={() => onMoment(moment.at)}
                >
                  <time>{mmss(moment.at)}</time>
                </button>
              )}
              <p className={styles.by}>
                {moment.who === '' ? null : <span>{moment.who}</span>}
                <small>{t.kinds[moment.kind]}</small>
              </p>
              <div>
                <p>
                  <Theirs words={moment.text} />
                </p>
                <Marks moment={moment} {...props} />
              </div>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
});

/** One mark an axis and verdict. */
function Marks({ moment, report, onChoose }: Props & { readonly moment: Moment }) {
  const desk = useDesk();
  if (moment.marks.length === 0) return null;
  return (
    <ul className={styles.marks}>
      {moment.marks.map((mark) => {
        const finding = report.ruling.findings[mark];
        return finding === undefined ? null : (
          <li key={mark} data-axis={finding.axis} data-tone={toneOf(finding)}>
            <button
              type="button"
              data-print="keep"
              title={finding.title}
              onClick={() => onChoose(keyOf({ finding }))}
            >
              <Icon name={verdictIcon(finding)} size={14} />
              {verdictWord(desk, finding)}: <span>{desk.axes[finding.axis]}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
