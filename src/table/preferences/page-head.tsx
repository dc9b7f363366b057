/** The head of a page outside play: the product's mark, the settings of display, and a way back. */
import type { ReactNode } from 'react';
import type { LanguageChoice } from '../props/screen-props.ts';
import { Button, Mark } from '../ui/controls.tsx';
import page from '../ui/page.module.css';
import { Display } from './display.tsx';

/** `children` stand beside the mark; without `back` there is no way back, as on the first page. */
export function PageHead(props: {
  readonly language: LanguageChoice | undefined;
  readonly back?: { readonly label: string; readonly onPress: () => void };
  readonly children?: ReactNode;
}) {
  const { language, back } = props;
  return (
    <header className={page.bar}>
      <Mark />
      {props.children}
      <span className={page.end}>
        <Display language={language} />
        {back === undefined ? null : (
          <Button small onPress={back.onPress}>
            {back.label}
          </Button>
        )}
      </span>
    </header>
  );
}
