/** The sand table for the keyboard: one tab stop; arrows walk what can be aimed at, Enter opens its menu, + − 0 zoom, Escape leaves. */
import { type KeyboardEvent, type Ref, useState } from 'react';
import controls from '../ui/controls.module.css';
import { quotedWords } from '../words/shown-words.ts';
import type { Aim } from './aim-order.ts';
import styles from './sand-table.module.css';
import { useSaying } from './use-saying.ts';
import { bearingWords, stateWords } from './where-words.ts';

/** A list box whose one drawn option is the chosen one: a screen reader says it as the arrows come to it, the scene rings it. */
export function SandTableKeys(props: {
  readonly at: Ref<HTMLDivElement>;
  readonly aims: readonly Aim[];
  readonly onChosen: (id: string | null) => void;
  readonly onOpen: (aim: Aim) => void;
  readonly onZoom: (by: number) => void;
  readonly onFit: () => void;
  readonly onLeave: () => void;
}) {
  const { aims } = props;
  const { g } = useSaying();
  const [id, setId] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const found = aims.findIndex((aim) => aim.id === id);
  const at = found === -1 ? 0 : found;
  const chosen = aims[at];
  const go = (to: number) => {
    const next = aims[(to + aims.length) % Math.max(1, aims.length)];
    setId(next?.id ?? null);
    props.onChosen(next?.id ?? null);
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(at + 1),
    ArrowDown: () => go(at + 1),
    ArrowLeft: () => go(at - 1),
    ArrowUp: () => go(at - 1),
    Home: () => go(0),
    End: () => go(aims.length - 1),
    Enter: () => chosen && props.onOpen(chosen),
    '+': () => props.onZoom(1.25),
    '=': () => props.onZoom(1.25),
    '-': () => props.onZoom(0.8),
    '0': props.onFit,
    Escape: props.onLeave,
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div
      ref={props.at}
      role="listbox"
      aria-label={g.sandTable}
      aria-description={g.sandTableHelp}
      aria-activedescendant={focused && chosen ? `aim-${chosen.id}` : undefined}
      tabIndex={0}
      className={styles.keys}
      onKeyDown={press}
      onFocus={() => {
        setFocused(true);
        props.onChosen(chosen?.id ?? null);
      }}
      onBlur={() => {
        setFocused(false);
        props.onChosen(null);
      }}
    >
      {chosen ? (
        // biome-ignore lint/a11y/useFocusableInteractive: the list box keeps the focus and names the active one
        <div
          key={chosen.id}
          role="option"
          id={`aim-${chosen.id}`}
          aria-selected="true"
          aria-setsize={aims.length}
          aria-posinset={at + 1}
          className={focused ? styles.chosen : controls.hidden}
        >
          <AimWords aim={chosen} />
        </div>
      ) : null}
    </div>
  );
}

function AimWords({ aim }: { readonly aim: Aim }) {
  const saying = useSaying();
  const { t, g } = saying;
  const words = [
    aim.name === '' ? g.aPlace : quotedWords(aim.name),
    ...(aim.token?.you ? [quotedWords(aim.place)] : []),
    ...(aim.token?.side === 'men' && aim.ring !== null ? [t.rings[aim.ring]] : []),
    ...(aim.token === null ? [] : stateWords(aim.token, saying)),
    ...(aim.bearing === null ? [] : [bearingWords(aim.bearing, saying)]),
  ];
  return <>{words.join(', ')}</>;
}
