/** The debrief in its frame: keeps reasons, exports, begins again. */
import { Debrief } from './desk/debrief.tsx';
import type { Room } from './runs/open-run.ts';
import type { DebriefScreen } from './screens.ts';
import { useTexts } from './texts/texts.ts';
import { goHome } from './trouble-screen.tsx';

export default function DebriefFrame(props: {
  readonly screen: DebriefScreen;
  readonly room: Room;
  readonly onShow: (screen: DebriefScreen) => void;
  readonly onAgain: (seq: number) => void;
  readonly onBroke: (cause: unknown) => void;
}) {
  const { screen, room, onShow, onAgain, onBroke } = props;
  const { run } = screen;
  const journal = room.shelf.of(run);
  const texts = useTexts();
  const addReason = (words: string) => {
    const next = { ...screen, reasons: [...screen.reasons, words] };
    onShow(next);
    journal.addReason(run, null, words).catch(() => {
      onShow({
        ...next,
        notices: [...screen.notices, { tone: 'warning', text: texts.notices.reasonNotKept }],
      });
    });
  };
  const exportIt = async () => {
    const [{ download, runFileName, runFileText }, kept] = await Promise.all([
      import('./runs/export-run.ts'),
      journal.read(run),
    ]);
    if (kept) download(runFileName(kept), runFileText(kept));
  };
  return (
    <Debrief
      report={screen.report}
      reasons={screen.reasons}
      shown={screen.shown}
      notices={screen.notices}
      onReason={addReason}
      onShow={() => onShow({ ...screen, shown: true })}
      onTryAgain={onAgain}
      onExport={() => {
        exportIt().catch(onBroke);
      }}
      onHome={goHome}
    />
  );
}
