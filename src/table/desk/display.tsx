/** The button "Display and keys": theme, text size and single keys in one small dialog. */
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { Choice } from './choice.tsx';
import { cx } from './class-names.ts';
import { Button, Sheet } from './controls.tsx';
import { Icon } from './icons.tsx';
import keys from './keys-help.module.css';
import { usePreferring } from './preferences.ts';
import { useDesk } from './words.ts';

/** Every change holds at once; there is nothing to confirm. */
export function Display() {
  const t = useDesk().display;
  const [open, setOpen] = useState(false);
  const { preferences, onPreferences } = usePreferring();
  return (
    <>
      <Button small weight="quiet" onPress={() => setOpen(true)}>
        <Icon name="display" size={16} />
        {t.title}
      </Button>
      <Sheet title={t.title} open={open} onClose={() => setOpen(false)}>
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
          of={[
            [100, t.sizes[100]],
            [115, t.sizes[115]],
            [130, t.sizes[130]],
          ]}
        />
        <Checkbox
          isSelected={preferences.keys}
          onChange={(on) => onPreferences({ ...preferences, keys: on })}
          className={cx(keys.switch)}
        >
          <span className={keys.box} aria-hidden="true">
            {preferences.keys ? '✓' : ''}
          </span>
          <span>{t.keys}</span>
        </Checkbox>
      </Sheet>
    </>
  );
}
