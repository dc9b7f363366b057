/** Why the clock stands where the person did not stop it, and the button to go on (SPEC TB3). */

import type { PauseReason } from '../session/local-session.ts';
import { Banner } from '../ui/banner.tsx';
import type { ShellTexts } from '../words/en/shell.ts';

/** Nothing where the clock goes, or the desk itself says why it stands. */
export function WhyPaused({
  reason,
  texts,
  onGoOn,
}: {
  readonly reason: PauseReason | null;
  readonly texts: Pick<ShellTexts, 'pauses' | 'ways'>;
  readonly onGoOn: () => void;
}) {
  const why = reason === null ? null : texts.pauses[reason];
  if (why === null) return null;
  return (
    <Banner text={why}>
      <button type="button" onClick={onGoOn}>
        {texts.ways.goOn}
      </button>
    </Banner>
  );
}
