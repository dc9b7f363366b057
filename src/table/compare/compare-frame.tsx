/** The comparison of laws and days in its frame: columns live in the address. */
import { compareAddress, debriefAddress } from '../address.ts';
import type { CompareScreen } from '../screens.ts';
import { goHome } from '../trouble-screen.tsx';
import type { LanguageChoice } from '../ui/screen-props.ts';
import { Compare } from './compare.tsx';

export default function CompareFrame(props: {
  readonly screen: CompareScreen;
  readonly language: LanguageChoice;
}) {
  const { run, level, comparison, title, packs, notices } = props.screen;
  return (
    <Compare
      level={level}
      comparison={comparison}
      scenario={{ title }}
      packs={packs}
      notices={notices}
      language={props.language}
      onColumns={(columns) => {
        location.hash = compareAddress(run, columns);
      }}
      onDebrief={() => {
        location.hash = debriefAddress(run);
      }}
      onHome={goHome}
    />
  );
}
