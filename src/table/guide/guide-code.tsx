/** A block of code of the guide: what it is for, its text, and a button that copies it. */
import { useId, useRef, useState } from 'react';
import { Button } from '#table/ui/controls.tsx';
import type { GuideTexts } from '#table/words/en/guide.ts';
import type { Code, Use } from '../library/guide.ts';
import styles from './guide.module.css';

/** What is only read: nobody types it. */
const READ: readonly Use[] = ['says', 'part', 'wrong'];

/** One block. Where a page may not copy by itself its text is marked, so that the reader can. */
export function CodeBlock({ code, texts }: { readonly code: Code; readonly texts: GuideTexts }) {
  const { use, file, text } = code;
  const label = useId();
  const shown = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    const copied = await copyText(text);
    if (!copied && shown.current) getSelection()?.selectAllChildren(shown.current);
    setSaid(copied ? texts.copied : texts.marked);
  };
  return (
    <figure className={styles.block} data-use={use}>
      <div className={styles.over}>
        <figcaption id={label}>
          {texts.uses[use]}
          {file === null ? null : (
            <>
              {' '}
              <code>{file}</code>
            </>
          )}
        </figcaption>
        {READ.includes(use) ? null : (
          <Button small aria-describedby={label} onPress={copy}>
            {texts.copy}
          </Button>
        )}
      </div>
      <pre>
        <code ref={shown}>{text}</code>
      </pre>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </figure>
  );
}

/** Whether it could be copied: plain HTTP and some settings forbid it. */
async function copyText(text: string): Promise<boolean> {
  // Without HTTPS there is no clipboard at all, whatever its type says.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
