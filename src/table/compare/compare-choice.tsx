/** Which laws and days stand beside the run's own: each can go, another can come. */
import { useState } from 'react';
import type { ComparedLaw } from '#debrief/compare.ts';
import { day } from '#table/words/format.ts';
import type { CompareProps } from '../props/screen-props.ts';
import settings from '../ui/choices.module.css';
import controls from '../ui/controls.module.css';
import { Button } from '../ui/controls.tsx';
import { useDesk } from '../words/desk-words.ts';
import { quotedWords } from '../words/shown-words.ts';
import { switchesInWords, switchName, switchValue } from '../words/switch-words.ts';
import styles from './compare.module.css';

/** Hands over whole columns on every change; the run's own law stays. */
export function CompareChoice(props: {
  readonly packs: CompareProps['packs'];
  readonly columns: readonly ComparedLaw[];
  readonly onColumns: CompareProps['onColumns'];
}) {
  const t = useDesk().compare;
  const { packs, columns, onColumns } = props;
  const own = columns.find((one) => one.isOwn) ?? columns[0];
  const [pack, setPack] = useState(packs.find((one) => one.id !== own?.pack)?.id ?? packs[0]?.id ?? '');
  const [asOf, setAsOf] = useState(own?.asOf ?? '');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const of = packs.find((one) => one.id === pack);
  const lang = document.documentElement.lang || 'en';
  const switches = Object.fromEntries(
    Object.entries(of?.switches ?? {}).map(([name, values]) => [name, chosen[name] ?? values[0] ?? '']),
  );
  return (
    <section className={styles.choice} data-print="no" aria-labelledby="compare-with">
      <h2 id="compare-with">{t.choose}</h2>
      <ul>
        {columns.map((column) =>
          column.isOwn ? null : (
            <li key={`${column.pack} ${column.asOf} ${JSON.stringify(column.switches)}`}>
              {[
                t.as(quotedWords(column.title), day(column.asOf, lang)),
                ...switchesInWords(t, column.switches),
              ].join(' · ')}
              <Button
                small
                weight="quiet"
                aria-label={`${t.remove}: ${t.as(quotedWords(column.title), day(column.asOf, lang))}`}
                onPress={() => onColumns(columns.filter((one) => one !== column))}
              >
                {t.remove}
              </Button>
            </li>
          ),
        )}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (asOf !== '') onColumns([...columns, { pack, asOf, switches }]);
        }}
      >
        <label>
          <span className={controls.label}>{t.pack}</span>
          <select className={settings.input} value={pack} onChange={(event) => setPack(event.target.value)}>
            {packs.map((one) => (
              <option key={one.id} value={one.id}>
                {quotedWords(one.title)}
              </option>
            ))}
          </select>
        </label>
        {Object.entries(of?.switches ?? {}).map(([name, values]) => (
          <label key={name}>
            <span className={controls.label}>{switchName(t, name)}</span>
            <select
              className={settings.input}
              value={switches[name]}
              onChange={(event) => setChosen({ ...chosen, [name]: event.target.value })}
            >
              {values.map((value) => (
                <option key={value} value={value}>
                  {switchValue(t, name, value)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          <span className={controls.label}>{t.day}</span>
          <input
            className={settings.input}
            type="date"
            required
            value={asOf}
            onChange={(event) => setAsOf(event.target.value)}
          />
        </label>
        <Button type="submit">{t.add}</Button>
      </form>
    </section>
  );
}
