/** Say why: the trainee's reasons before anything is judged, and a second version after reading. */
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { DebriefProps } from '../props/screen-props.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import { Button } from '../ui/controls.tsx';
import { Theirs } from '../ui/theirs.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './debrief.module.css';

/** Empty words are a way to decline; given words are kept as they are. */
export function SayWhy({ reasons, shown, onReason, onShow }: DebriefProps) {
  const t = useDesk().debrief;
  const [words, setWords] = useState('');
  const [first, ...later] = reasons;
  const give = () => {
    if (words.trim() !== '') onReason(words.trim());
    setWords('');
  };
  return (
    <section className={styles.box} aria-label={t.why} data-part="say-why">
      <h2 id="why">{t.why}</h2>
      {shown ? (
        <>
          <div className={styles.versions}>
            <div>
              <h3 className={styles.small}>{t.first}</h3>
              {first === undefined ? (
                <p className={styles.text}>{t.declined}</p>
              ) : (
                <blockquote>
                  <Theirs words={first} />
                </blockquote>
              )}
            </div>
            {later.map((one, i) => (
              <div key={i}>
                <h3 className={styles.small}>{t.version(i + 2)}</h3>
                <blockquote>
                  <Theirs words={one} />
                </blockquote>
              </div>
            ))}
          </div>
          <p className={styles.text} data-print="no">
            {t.second}
          </p>
        </>
      ) : (
        <p className={styles.lead}>{t.whyAsk}</p>
      )}
      <div data-print="no" className={styles.give}>
        <TextField value={words} onChange={setWords} maxLength={2000}>
          <Label className={cx(controls.label)}>{shown ? t.secondLabel : t.whyLabel}</Label>
          <TextArea className={cx(controls.area)} rows={shown ? 3 : 6} />
        </TextField>
        {shown ? (
          <Button small isDisabled={words.trim() === ''} onPress={give}>
            {t.keepSecond}
          </Button>
        ) : (
          <>
            <p className={styles.dim}>{t.whyNote}</p>
            <Button
              weight="primary"
              data-part="show-standings"
              onPress={() => {
                give();
                onShow();
              }}
            >
              {t.show}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}
