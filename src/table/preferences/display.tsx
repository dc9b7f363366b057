/** Everything about how the page looks and is handled, in one dialog, and the button that opens it. */
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { LanguageChoice } from '../props/screen-props.ts';
import { Choice } from '../ui/choice.tsx';
import { cx } from '../ui/class-names.ts';
import { Button, TitledDialog } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import { useDesk } from '../words/desk-words.ts';
import styles from './display.module.css';
import { KeySettings } from './key-settings.tsx';
import keys from './keys-help.module.css';
import { TEXT_SIZES, usePreferring } from './preferences.ts';
import { SoundSettings } from './sound-settings.tsx';

/** The button with its dialog. */
export function Display({ language }: { readonly language: LanguageChoice | undefined }) {
  const t = useDesk().display;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small weight="quiet" onPress={() => setOpen(true)}>
        <Icon name="display" size={16} />
        <span>{t.title}</span>
      </Button>
      <DisplaySheet language={language} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** Every change holds at once; there is nothing to confirm. Without `language` none is offered. */
export function DisplaySheet(props: {
  readonly language: LanguageChoice | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { display: t, rebind } = useDesk();
  const { language } = props;
  const { preferences, onPreferences } = usePreferring();
  return (
    <TitledDialog title={t.title} open={props.open} onClose={props.onClose}>
      {language === undefined ? null : (
        <Choice
          label={t.language}
          value={language.lang}
          onChange={language.onLang}
          of={language.languages.map(({ lang, name }) => [lang, name] as const)}
        />
      )}
      <Choice
        label={t.theme}
        value={preferences.theme}
        onChange={(theme) => onPreferences({ ...preferences, theme })}
        of={[
          ['system', t.themes.system],
          ['dark', t.themes.dark],
          ['light', t.themes.light],
        ]}
      />
      <Choice
        label={t.size}
        value={preferences.textSize}
        onChange={(textSize) => onPreferences({ ...preferences, textSize })}
        of={TEXT_SIZES.map((size) => [size, t.sizes[size]] as const)}
      />
      <Switch
        on={preferences.table}
        onSwitch={(table) => onPreferences({ ...preferences, table })}
        label={t.table}
        note={t.tableNote}
      />
      <Switch
        on={preferences.keys}
        onSwitch={(on) => onPreferences({ ...preferences, keys: on })}
        label={t.keys}
      />
      <SoundSettings />
      <details className={styles.fold}>
        <summary>
          <Icon name="down" size={16} />
          {rebind.title}
        </summary>
        <KeySettings discussion={null} />
      </details>
    </TitledDialog>
  );
}

function Switch(props: {
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
  readonly label: string;
  readonly note?: string;
}) {
  return (
    <Checkbox isSelected={props.on} onChange={props.onSwitch} className={cx(keys.switch)}>
      <span className={keys.box} aria-hidden="true">
        {props.on ? '✓' : ''}
      </span>
      <span>
        {props.label}
        {props.note === undefined ? null : <small>{props.note}</small>}
      </span>
    </Checkbox>
  );
}
