/** The comparison of laws and days in its frame: columns live in the address. */

import { Compare } from '../compare/compare.tsx';
import type { CompareScreen } from '../flow/screens.ts';
import { compareAddress, debriefAddress } from '../navigation/address.ts';
import type { LanguageChoice } from '../props/screen-props.ts';
import { goHome } from './trouble-screen.tsx';

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
