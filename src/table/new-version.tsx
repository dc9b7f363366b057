/** A newer page is ready: what taking it into use means for the runs of this machine, and the button that does it. */
import { useEffect, useState } from 'react';
import { type Stopping, stopping } from './runs/next-version.ts';
import type { Room } from './runs/open-run.ts';
import { Banner } from './ui/banner.tsx';
import { useTexts } from './words/texts.ts';

/** Drawn once it is known how many runs cannot go on, or that it cannot be known. */
export function NewVersion({ room, onUse }: { readonly room: Room; readonly onUse: () => void }) {
  const texts = useTexts();
  const [found, setFound] = useState<Stopping | null>(null);
  useEffect(() => {
    let isHere = true;
    void stopping(room).then((one) => {
      if (isHere) setFound(one);
    });
    return () => {
      isHere = false;
    };
  }, [room]);
  if (found === null) return null;
  const { unfinished, stopped } = found;
  return (
    <Banner text={`${texts.notices.newVersion} ${texts.storage.goingOn(unfinished, stopped)}`.trim()}>
      <button type="button" onClick={onUse}>
        {texts.notices.useNewVersion}
      </button>
    </Banner>
  );
}
