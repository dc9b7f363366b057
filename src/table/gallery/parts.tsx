/** The page of parts: every part of the desk in every state, in the reader's theme and language or another theme at a press (SPEC TB66). */
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { PartsTexts } from '#table/words/en/parts.ts';
import { PageHead } from '../preferences/page-head.tsx';
import type { LanguageChoice } from '../props/screen-props.ts';
import { cx } from '../ui/class-names.ts';
import controls from '../ui/controls.module.css';
import page from '../ui/page.module.css';
import styles from './parts.module.css';
import { Basics } from './parts-basics.tsx';
import { DebriefParts } from './parts-debrief.tsx';
import { PlayParts } from './parts-play.tsx';

const THEMES = ['system', 'light', 'dark'] as const;

/** For whoever draws, translates or checks the desk. It keeps nothing and plays nothing. */
export function Parts(props: {
  readonly texts: PartsTexts;
  readonly language: LanguageChoice;
  readonly onHome: () => void;
}) {
  const t = props.texts;
  const [theme, setTheme] = useState<(typeof THEMES)[number]>('system');
  return (
    <div className={styles.page} {...(theme === 'system' ? {} : { 'data-theme': theme })}>
      <PageHead language={props.language} back={{ label: t.back, onPress: props.onHome }}>
        <h1>{t.title}</h1>
      </PageHead>
      <main className={styles.main} data-part="parts">
        <p className={page.lead}>{t.lead}</p>
        <ToggleButtonGroup
          aria-label={t.theme}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => setTheme(THEMES.find((one) => keys.has(one)) ?? 'system')}
          className={cx(styles.row)}
        >
          {THEMES.map((one) => (
            <ToggleButton key={one} id={one} className={cx(controls.button, controls.small)}>
              {t.themes[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Basics t={t} />
        <PlayParts t={t} />
        <DebriefParts t={t} />
      </main>
    </div>
  );
}
