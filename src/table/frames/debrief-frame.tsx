/** The debrief in its frame: keeps reasons, exports, begins again. */
import { useRef } from 'react';
import { type Mark, withMark } from '#exercise/marks.ts';
import { Debrief } from '../debrief/debrief.tsx';
import { addressOfRun, type DebriefScreen } from '../flow/screens.ts';
import { compareAddress, debriefAddress } from '../navigation/address.ts';
import type { LanguageChoice } from '../props/screen-props.ts';
import type { Room } from '../runs/open-run.ts';
import { useTexts } from '../words/texts.ts';
import { goHome } from './trouble-screen.tsx';

export default function DebriefFrame(props: {
  readonly screen: DebriefScreen;
  readonly room: Room;
  readonly onShow: (screen: DebriefScreen) => void;
  readonly onAgain: (seq: number) => void;
  readonly language: LanguageChoice;
  readonly onBroke: (cause: unknown) => void;
}) {
  const { screen, room, onShow, onAgain, onBroke, language } = props;
  const { run } = screen;
  const journal = room.storage.of(run);
  const texts = useTexts();
  // One press can give a reason and ask for the standings: the second must see what the first did.
  const latest = useRef(screen);
  latest.current = screen;
  const show = (change: Partial<DebriefScreen>) => {
    latest.current = { ...latest.current, ...change };
    onShow(latest.current);
  };
  const warn = (text: string) => show({ notices: [...latest.current.notices, { tone: 'warning', text }] });
  const addReason = (words: string) => {
    show({ reasons: [...latest.current.reasons, words] });
    journal.addReason(run, null, words).catch(() => warn(texts.notices.reasonNotKept));
  };
  const addMark = (mark: Mark) => {
    show({ marks: withMark(latest.current.marks ?? [], mark) });
    journal.mark(run, mark).catch(() => warn(texts.notices.reasonNotKept));
  };
  const showAll = () => {
    show({ shown: true });
    if (latest.current.reasons.length > 0) return;
    journal.decline(run).catch(() => warn(texts.notices.declineNotKept));
  };
  const keepNextTime = (items: readonly string[]) => {
    show({ nextTime: items });
    room.storage.journal.keepNextTime(items).catch(() => warn(texts.notices.nextTimeNotKept));
  };
  const openBranch = (to: string) => {
    const ended = screen.branches.find((node) => node.run === to)?.ending !== null;
    const address = ended ? Promise.resolve(debriefAddress(to)) : addressOfRun(room, to);
    address.then((hash) => {
      location.hash = hash;
    }, onBroke);
  };
  const exportIt = async () => {
    const [{ download, runFileName, runFileText }, kept] = await Promise.all([
      import('../runs/export-run.ts'),
      journal.read(run),
    ]);
    if (kept) download(runFileName(kept), runFileText(kept));
  };
  return (
    <Debrief
      report={screen.report}
      reasons={screen.reasons}
      marks={screen.marks ?? []}
      onMark={addMark}
      {...(screen.attempt === undefined ? {} : { attempt: screen.attempt })}
      shown={screen.shown}
      notices={screen.notices}
      onReason={addReason}
      onShow={showAll}
      branches={screen.branches}
      onBranch={openBranch}
      nextTime={screen.nextTime}
      {...(screen.tape === undefined
        ? {}
        : {
            tape: screen.tape,
            onTryAgain: onAgain,
            onCompare: () => {
              location.hash = compareAddress(run);
            },
          })}
      map={screen.map}
      onNextTime={keepNextTime}
      language={language}
      onExport={() => {
        exportIt().catch(onBroke);
      }}
      onHome={goHome}
    />
  );
}
