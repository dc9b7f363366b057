/** The log: radio, voices, phone, screens, what you learned and did. Always captioned, announced politely; it follows the newest line (SPEC TB194). */
import { type FocusEvent, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LogItem, SeatView, ShortForm } from '#exercise/view.ts';
import type { DeskTexts } from '#table/words/en/desk.ts';
import { type Ring, ringOfSpeaker } from '../theme/sides.ts';
import controls from '../ui/controls.module.css';
import { Button } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import { mmss, span } from '../words/durations.ts';
import { valueWords } from '../words/known-words.ts';
import type { Caption } from './heard.ts';
import styles from './log.module.css';
import { brief, type Folded, rowsOf } from './log-rows.ts';
import { spokenWithForms, WithShortForms } from './short-forms.tsx';

/** Oldest first; follows the newest line unless the reader scrolled up, and then offers "New lines". */
export function Log({ view }: { readonly view: SeatView }) {
  const t = useDesk().play;
  const box = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // As it was when it last scrolled or was measured: a scroll that comes of another size is not the reader's.
  const measured = useRef('');
  // Whether the reader was at the newest line when the focus came in: Tab on its way through is no scrolling up.
  const comesBack = useRef(false);
  const [behind, setBehind] = useState(false);
  const rows = rowsOf(view);
  const count = rows.length;
  const toEnd = () => {
    const it = box.current;
    if (it) {
      it.scrollTop = it.scrollHeight;
      measured.current = sizeOf(it);
    }
    atEnd.current = true;
    setBehind(false);
  };
  useLayoutEffect(() => {
    if (count === 0) return;
    if (atEnd.current) toEnd();
    else setBehind(true);
  }, [count]);
  useEffect(() => {
    if (!box.current || !lines.current) return;
    // Another width or a font that came late makes the lines themselves longer.
    const kept = new ResizeObserver(() => atEnd.current && toEnd());
    kept.observe(box.current);
    kept.observe(lines.current);
    return () => kept.disconnect();
  }, []);
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="log"
        aria-label={t.log}
        aria-live="polite"
        data-part="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls must be reachable by keyboard
        tabIndex={0}
        className={styles.log}
        onFocus={(event) => {
          if (isAway(event)) comesBack.current = atEnd.current;
        }}
        onKeyDown={({ key }) => {
          if (READING_BACK.has(key)) comesBack.current = false;
        }}
        onBlur={(event) => {
          if (comesBack.current && isAway(event)) toEnd();
        }}
        onScroll={(event) => {
          const it = event.currentTarget;
          const size = sizeOf(it);
          if (size !== measured.current) {
            measured.current = size;
            if (atEnd.current) toEnd();
            return;
          }
          atEnd.current = it.scrollHeight - it.scrollTop - it.clientHeight < 24;
          if (atEnd.current) setBehind(false);
        }}
      >
        <div ref={lines} className={styles.lines}>
          {rows.map((item) =>
            item.kind === 'heard' ? (
              <Heard key={`heard ${item.n}`} at={item.at} sound={item.sound} />
            ) : item.kind === 'folded' ? (
              <Own key={item.n} row={item} />
            ) : (
              <Item key={item.n} item={item} ring={ring(view, item)} forms={formsFirstIn(view, item.n)} />
            ),
          )}
        </div>
      </div>
      {behind ? (
        <span className={styles.behind}>
          <Button small onPress={toEnd}>
            <Icon name="down" size={16} />
            {t.newLines}
          </Button>
        </span>
      ) : null}
      <ForYou view={view} />
    </div>
  );
}

/** Whether the focus comes from, or goes to, another part of the page: not another window, nor what opened over the log. */
function isAway({ currentTarget, relatedTarget }: FocusEvent): boolean {
  const other = relatedTarget instanceof Element ? relatedTarget : null;
  return (
    document.hasFocus() &&
    !currentTarget.contains(other) &&
    (other?.closest('[role=dialog]') ?? null) === null
  );
}

/** Keys with which somebody goes back in the log on purpose. */
const READING_BACK = new Set(['ArrowUp', 'PageUp', 'Home']);

function sizeOf(it: HTMLElement): string {
  return `${it.clientWidth} ${it.clientHeight} ${it.scrollHeight}`;
}

/** The same list for every line that is first to none. */
function formsFirstIn({ shortForms = NONE }: SeatView, n: number): readonly ShortForm[] {
  return shortForms.some((one) => one.n === n) ? shortForms.filter((one) => one.n === n) : NONE;
}
const NONE: readonly ShortForm[] = [];

function ring(view: SeatView, item: Told): Ring {
  return item.kind === 'line' ? ringOfSpeaker(view, item.from, item.channel) : 'local';
}

/** What was heard and nobody said, as a caption. */
const Heard = memo(function Heard({ at, sound }: Pick<Caption, 'at' | 'sound'>) {
  const t = useDesk().sound;
  return (
    <div className={styles.entry} data-kind="heard">
      <time>{mmss(at)}</time>
      <p className={styles.missed}>{t.caption(t.words[sound])}</p>
    </div>
  );
});

/** One line; opened, what was done in its own words, and what was noted from whom. */
function Own({ row }: { readonly row: Folded }) {
  const desk = useDesk();
  const t = desk.play;
  const { did, learnt } = row;
  return (
    // What was noted comes of what was just heard: that alone is not told again.
    <div
      className={styles.entry}
      data-kind="folded"
      {...(did === null ? ({ 'aria-live': 'off' } as const) : {})}
    >
      <time>{mmss(row.at)}</time>
      <details className={styles.folded}>
        <summary>
          {did === null ? null : (
            <span>
              <b className={styles.you}>{did.resumes === true ? t.goesOn.log : t.did}</b>{' '}
              <Theirs words={brief(did.text)} />
            </span>
          )}
          {learnt.length === 0 ? null : <small>{t.noted(learnt.length)}</small>}
        </summary>
        {did === null ? null : (
          <p className={styles.own}>
            <Theirs words={did.text} />{' '}
            {did.words === undefined ? null : (
              <span>
                {desk.quotes[0]}
                <Theirs words={did.words} />
                {desk.quotes[1]}{' '}
              </span>
            )}
            {did.takes > 0 ? <small>{span(did.takes)}</small> : null}
          </p>
        )}
        {learnt.map((one) => (
          <p key={one.n} className={styles.learnt}>
            <b>{one.label}</b>: {valueWords(desk, one.fact, one.value, one.words)}.{' '}
            {t.learnedFrom(one.name, desk.bases[one.basis])}
          </p>
        ))}
      </details>
    </div>
  );
}

type Told = Exclude<LogItem, { kind: 'did' | 'learnt' | 'done' }>;

const Item = memo(function Item(props: {
  readonly item: Told;
  readonly ring: Ring;
  /** Those that stand here first. */
  readonly forms: readonly ShortForm[];
}) {
  const { item, ring, forms } = props;
  const desk = useDesk();
  const t = desk.play;
  if (item.kind === 'line') {
    return (
      // Lines with the reader's call-sign are told by the assertive region beside the log, so not twice.
      <div
        className={styles.entry}
        data-channel={item.channel}
        data-ring={ring}
        {...(item.forYou ? ({ 'aria-live': 'off', 'data-for-you': '' } as const) : {})}
      >
        <time>{mmss(item.at)}</time>
        <div>
          <p className={styles.who}>
            <Theirs words={item.name} />{' '}
            <small>
              {item.forYou ? `${desk.channels[item.channel]}, ${desk.toYou}` : desk.channels[item.channel]}
            </small>
          </p>
          {item.text === '' ? null : (
            <p className={styles.text}>
              <WithShortForms words={item.text} forms={forms} />
            </p>
          )}
          {item.missed ? (
            <p className={styles.missed}>{item.text === '' ? t.missedAll : t.missedPart}</p>
          ) : null}
        </div>
      </div>
    );
  }
  return (
    <div className={styles.entry} data-kind={item.kind}>
      <time>{mmss(item.at)}</time>
      <p className={styles.own}>{own(item, desk)}</p>
    </div>
  );
});

function own(item: Exclude<Told, { kind: 'line' }>, desk: DeskTexts) {
  const t = desk.play;
  switch (item.kind) {
    case 'cut':
      return (
        <>
          {t.cut} <Theirs words={item.text} />
        </>
      );
    case 'said':
      return (
        <>
          <b>{t.words}</b> {desk.quotes[0]}
          <Theirs words={item.words} />
          {desk.quotes[1]}
        </>
      );
    case 'lapsed':
      return (
        <>
          {t.lapsed} <Theirs words={item.ask} />
        </>
      );
    case 'arrived':
      return t.here2(item.name, item.own);
  }
}

/**
 * Tells at once, to a screen reader, the newest lines that have the reader's call-sign: those the call begins with too, but nothing of
 * what was there when a run is taken up again.
 */
function ForYou({ view }: { readonly view: SeatView }) {
  const t = useDesk().play;
  const { log } = view;
  const before = useRef(view.at < BEGINS_MS ? -1 : (log.at(-1)?.n ?? -1));
  // A region tells what comes into it, not what it came with: it is empty until the page has been taken in.
  // All that came meanwhile is told then, whatever moment it is of; later on the newest moment at a time.
  const [opening, setOpening] = useState<number | null>(null);
  const newest = useRef(-1);
  useEffect(() => {
    newest.current = log.at(-1)?.n ?? -1;
  });
  useEffect(() => {
    const known = setTimeout(() => setOpening(newest.current), KNOWN_MS);
    return () => clearTimeout(known);
  }, []);
  const fresh = log.flatMap((item) =>
    item.n > before.current && item.kind === 'line' && item.forYou ? [item] : [],
  );
  const last = fresh.at(-1);
  const isOpening = opening !== null && last !== undefined && last.n <= opening;
  const now = fresh.filter(({ at, n }) => isOpening || (at === last?.at && n > (opening ?? -1)));
  const said = now.map(({ n, name, text, missed }) => {
    const words = `${name}: ${spokenWithForms(text, formsFirstIn(view, n))}`;
    return missed ? `${words} ${text === '' ? t.missedAll : t.missedPart}` : words;
  });
  return (
    <div aria-live="assertive" className={controls.hidden}>
      {opening === null ? '' : said.join(' ')}
    </div>
  );
}
/** A run that has not come further has just begun. */
const BEGINS_MS = 1_000;
/** By then a screen reader has taken in a page that came. */
const KNOWN_MS = 500;
