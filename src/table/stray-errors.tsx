/** Errors that reach the window: ours stop the screen in words, others' change nothing, and of those that say too little a line is shown (TB115). */
import { useEffect, useState } from 'react';
import { Banner } from './ui/banner.tsx';
import { whoseEvent } from './whose-error.ts';
import { useTexts } from './words/texts.ts';

/** Listens as long as it is drawn with. `onBroke` gets what is ours; answers whether the line is to be shown, and how it goes away. */
export function useStrayErrors(onBroke: (cause: unknown) => void): {
  readonly isShown: boolean;
  readonly dismiss: () => void;
} {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const heard = (event: ErrorEvent | PromiseRejectionEvent) => {
      const whose = whoseEvent(event);
      if (whose === 'ours') onBroke('reason' in event ? event.reason : event.error);
      else if (whose === 'unknown') setIsShown(true);
    };
    addEventListener('error', heard);
    addEventListener('unhandledrejection', heard);
    return () => {
      removeEventListener('error', heard);
      removeEventListener('unhandledrejection', heard);
    };
  }, [onBroke]);
  return { isShown, dismiss: () => setIsShown(false) };
}

/** The line, above whatever is shown. */
export function StrayLine({ onDismiss }: { readonly onDismiss: () => void }) {
  const { notices } = useTexts();
  return (
    <Banner text={notices.stray}>
      <button type="button" onClick={onDismiss}>
        {notices.dismiss}
      </button>
    </Banner>
  );
}
