/** Dark, light, or as the system says: sets `data-theme` on the page's root for as long as the page lives. */
import { useState } from 'react';
import { desk } from '#table/texts/en/desk.ts';
import { Button } from './controls.tsx';

const THEMES = ['system', 'dark', 'light'] as const;
type Theme = (typeof THEMES)[number];

/** One button that goes round the three themes and says which one is on. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(current);
  const turn = () => {
    const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  return (
    <Button small weight="quiet" onPress={turn}>
      {desk.theme.label}: {desk.theme[theme]}
    </Button>
  );
}

function current(): Theme {
  const set = document.documentElement.dataset.theme;
  return set === 'dark' || set === 'light' ? set : 'system';
}
