/** Settings of a run, folded: each has a sane default and one line that says what it does. */
import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import { desk } from '#table/texts/en/desk.ts';
import { cx } from './class-names.ts';
import controls from './controls.module.css';
import { Icon } from './icons.tsx';
import page from './page.module.css';
import type { BriefProps, PlaySettings } from './props.ts';
import styles from './settings.module.css';

const t = desk.brief;

/** Hands back whole settings on every change; keeps nothing itself. */
export function Settings({
  settings,
  packs,
  onSettings,
}: Pick<BriefProps, 'settings' | 'packs' | 'onSettings'>) {
  const set = (change: Partial<PlaySettings>) => onSettings({ ...settings, ...change });
  const pack = packs.find((one) => one.id === settings.pack);
  const summary = [
    t.levels[settings.level][0],
    t.clocks[settings.clock][0],
    pack?.title,
    `${t.time.toLowerCase()}: ${t.times[settings.extended].toLowerCase()}`,
  ];
  return (
    <details className={cx(page.card, styles.fold)}>
      <summary>
        <b>
          {t.settings}
          <Icon name="down" size={18} />
        </b>
        <span className={page.dim}>{summary.filter(Boolean).join(' · ')}</span>
      </summary>
      <div className={styles.fields}>
        <Choice
          label={t.level}
          value={settings.level}
          onChange={(level) => set({ level })}
          of={[
            ['guided', ...t.levels.guided],
            ['say-first', ...t.levels['say-first']],
          ]}
        />
        <Choice
          label={t.clock}
          value={settings.clock}
          onChange={(clock) => set({ clock })}
          of={[
            ['live', ...t.clocks.live],
            ['discussion', ...t.clocks.discussion],
          ]}
        />
        <Choice
          label={t.time}
          note={t.timeNote}
          value={settings.extended}
          onChange={(extended) => set({ extended })}
          of={[
            [100, t.times[100]],
            [150, t.times[150]],
            [200, t.times[200]],
          ]}
        />
        <label>
          <span className={controls.label}>{t.pack}</span>
          <select
            className={styles.input}
            value={settings.pack}
            onChange={(event) => set({ pack: event.target.value })}
          >
            {packs.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
          {pack ? <span className={page.dim}>{pack.review}</span> : null}
        </label>
        <label>
          <span className={controls.label}>{t.day}</span>
          <input
            className={styles.input}
            type="date"
            required
            value={settings.asOf}
            onChange={(event) => event.target.value !== '' && set({ asOf: event.target.value })}
          />
          <span className={page.dim}>{t.dayNote}</span>
        </label>
      </div>
    </details>
  );
}

function Choice<V extends string | number>(props: {
  readonly label: string;
  readonly note?: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly of: readonly (readonly (V | string | undefined)[])[];
}) {
  const chosen = (value: string) => {
    const found = props.of.find((row) => String(row[0]) === value);
    if (found) props.onChange(found[0] as V);
  };
  return (
    <RadioGroup className={cx(styles.choice)} value={String(props.value)} onChange={chosen}>
      <Label className={cx(controls.label)}>{props.label}</Label>
      <div className={styles.radios}>
        {props.of.map(([value, name, about]) => (
          <Radio key={String(value)} value={String(value)} className={cx(styles.radio)}>
            <span className={styles.knob} aria-hidden="true" />
            <span>
              {name}
              {about === undefined ? null : <small>{about}</small>}
            </span>
          </Radio>
        ))}
      </div>
      {props.note === undefined ? null : (
        <Text slot="description" className={cx(page.dim)}>
          {props.note}
        </Text>
      )}
    </RadioGroup>
  );
}
