/** Settings of a run, folded: each has a sane default and one line that says what it does. */
import { LEVELS } from '#exercise/entries.ts';
import type { BriefProps, PlaySettings } from '../props/screen-props.ts';
import { Choice } from '../ui/choice.tsx';
import styles from '../ui/choices.module.css';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Icon } from '../ui/icons.tsx';
import page from '../ui/page.module.css';
import { useDesk } from '../words/desk-words.ts';

/** Hands back whole settings on every change; keeps nothing itself. */
export function Settings({
  settings,
  packs,
  onSettings,
}: Pick<BriefProps, 'settings' | 'packs' | 'onSettings'>) {
  const t = useDesk().brief;
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
          of={LEVELS.map((level) => [level, ...t.levels[level]] as const)}
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
