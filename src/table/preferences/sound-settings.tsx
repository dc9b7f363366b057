/** How loud each kind of sound is, whether there is any, and a button to hear it: a part of the dialog "Display". */
import { useEffect, useId, useRef } from 'react';
import { Checkbox } from 'react-aria-components';
import { VOLUME_NAMES } from '#table/sound/volumes.ts';
import { cx } from '../ui/class-names.ts';
import { Button } from '../ui/controls.tsx';
import { useDesk } from '../words/desk-words.ts';
import keys from './keys-help.module.css';
import { usePreferring } from './preferences.ts';
import styles from './sound-settings.module.css';

/** Every change holds at once. Trying loads the sounds; where they cannot be had, nothing happens. */
export function SoundSettings() {
  const t = useDesk().sound;
  const id = useId();
  const { preferences, onPreferences } = usePreferring();
  const { volumes } = preferences;
  const end = useRef<(() => void) | null>(null);
  const put = (part: Partial<typeof volumes>) =>
    onPreferences({ ...preferences, volumes: { ...volumes, ...part } });
  const tryOut = (name: (typeof VOLUME_NAMES)[number]) => {
    end.current?.();
    end.current = null;
    import('#table/sound/sound-desk.ts')
      .then((desk) => {
        end.current = desk.tryOut(name, volumes);
      })
      .catch(() => undefined);
  };
  useEffect(() => () => end.current?.(), []);
  return (
    <fieldset className={styles.set} data-part="sound-settings">
      <legend>{t.title}</legend>
      <p className={styles.note}>{t.note}</p>
      <Checkbox isSelected={volumes.muted} onChange={(muted) => put({ muted })} className={cx(keys.switch)}>
        <span className={keys.box} aria-hidden="true">
          {volumes.muted ? '✓' : ''}
        </span>
        <span>{t.muted}</span>
      </Checkbox>
      {VOLUME_NAMES.map((name) => (
        <div key={name} className={styles.row}>
          <label htmlFor={`${id}${name}`}>{t.volumes[name]}</label>
          <input
            id={`${id}${name}`}
            type="range"
            className={styles.range}
            min={0}
            max={100}
            step={5}
            value={volumes[name]}
            aria-valuetext={t.percent(volumes[name])}
            onChange={(event) => put({ [name]: Number(event.currentTarget.value) })}
          />
          <output htmlFor={`${id}${name}`} aria-hidden="true">
            {t.percent(volumes[name])}
          </output>
          <Button small weight="quiet" aria-label={t.tryIt(t.volumes[name])} onPress={() => tryOut(name)}>
            {t.tryShort}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}
