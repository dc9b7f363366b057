/** Every shortcut with its key, which a press changes (TB62); whatever was refused is said and changes nothing. */
import { type KeyboardEvent, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { DeskTexts } from '#table/words/en/desk.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button } from '../ui/controls.tsx';
import { useDesk } from '../words/desk-words.ts';
import { FIRST_KEYS, keysNow, rebind, SHORTCUTS, type Shortcut } from './key-map.ts';
import styles from './key-settings.module.css';
import { usePreferring } from './preferences.ts';

/** A key as it is called: its sign, or the name of Space. */
export function keyName(desk: DeskTexts, key: string): string {
  return key === ' ' ? desk.keys.spaceName : key;
}

/**
 * The rows and the way back to the first keys. Changes hold at once.
 *
 * @param discussion Space then lets time pass instead of pausing. Null where no run says which.
 */
export function KeySettings(props: { readonly discussion: boolean | null; readonly uncued?: boolean }) {
  const desk = useDesk();
  const t = desk.rebind;
  const { preferences, onPreferences } = usePreferring();
  const [listening, setListening] = useState<Shortcut | null>(null);
  const [said, setSaid] = useState('');
  const keys = keysNow(preferences.ownKeys);
  const does = (one: Shortcut) => whatItDoes(desk, one, props.discussion, props.uncued === true);

  const heard = (event: KeyboardEvent) => {
    if (listening === null) return;
    // The key is meant for the row: it must neither press a button nor close the dialog. Tab moves on as ever.
    if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(event.key)) return;
    if (event.key === 'Tab' || event.ctrlKey || event.metaKey) return setListening(null);
    event.preventDefault();
    event.stopPropagation();
    setListening(null);
    if (event.key === 'Escape') return setSaid('');
    const made = rebind(preferences.ownKeys, listening, event.key);
    if (made.ok) {
      onPreferences({ ...preferences, ownKeys: made.own });
      setSaid(t.set(does(listening), keyName(desk, made.key)));
    } else if (made.why === 'taken') setSaid(t.taken(keyName(desk, made.key), does(made.by)));
    else setSaid(made.why === 'digit' ? t.digit : t.notOne);
  };

  return (
    <div className={styles.keys} data-part="key-settings" onKeyDownCapture={heard}>
      <ul className={styles.rows}>
        {SHORTCUTS.map((one) => (
          <li key={one} data-id={one}>
            <span>{does(one)}</span>
            <AriaButton
              className={cx(styles.row)}
              data-own={keys[one] !== FIRST_KEYS[one]}
              aria-label={t.change(does(one), keyName(desk, keys[one]))}
              onPress={() => {
                setListening(one);
                setSaid(t.press);
              }}
              onBlur={() => setListening(null)}
            >
              <kbd className={controls.key}>{listening === one ? '…' : keyName(desk, keys[one])}</kbd>
            </AriaButton>
          </li>
        ))}
        <li>
          <span>{desk.keys.digits}</span>
          <kbd className={cx(controls.key, styles.fixed)}>1 – 9</kbd>
        </li>
      </ul>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <Button
        small
        isDisabled={Object.keys(preferences.ownKeys).length === 0}
        onPress={() => {
          onPreferences({ ...preferences, ownKeys: {} });
          setSaid(t.wasReset);
        }}
      >
        {t.reset}
      </Button>
    </div>
  );
}

function whatItDoes(desk: DeskTexts, one: Shortcut, discussion: boolean | null, uncued: boolean): string {
  const t = desk.keys;
  switch (one) {
    case 'pause':
      if (discussion === null) return `${t.space} · ${t.spaceWait}`;
      return discussion ? t.spaceWait : t.space;
    case 'decision':
      return uncued ? desk.rebind.doGroup : t.decision;
    case 'notebook':
      return t.notebook;
    case 'where':
      return t.where;
    case 'pocket-law':
      return t.law;
    case 'table':
      return desk.rebind.table;
    case 'mute':
      return desk.rebind.mute;
    case 'keys':
      return t.help;
    default:
      return t.group(desk.groups[one] ?? one);
  }
}
