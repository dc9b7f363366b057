/** Home in its frame: takes runs up, forgets them, takes files in. */
import { briefAddress, debriefAddress } from './address.ts';
import { Home } from './desk/home.tsx';
import type { LanguageChoice, Notice } from './desk/props.ts';
import { quotedWords } from './desk/shown-words.ts';
import { infoIn } from './library.ts';
import type { Room } from './runs/open-run.ts';
import { addressOfRun, type HomeScreen, homeScreen } from './screens.ts';
import { useTexts } from './texts/texts.ts';
import { troubleOf } from './trouble-found.ts';

export function HomeFrame(props: {
  readonly screen: HomeScreen;
  readonly room: Room;
  readonly onShow: (screen: HomeScreen) => void;
  readonly onBroke: (cause: unknown) => void;
  readonly language: LanguageChoice;
}) {
  const { screen, room, onShow, onBroke, language } = props;
  const texts = useTexts();
  const guarded = (work: () => Promise<void>) => {
    work().catch(onBroke);
  };
  const refresh = async (notices: readonly Notice[]) => onShow(await homeScreen(room, notices));
  const takeIn = async (file: File) => {
    const { importRun } = await import('./runs/import-run.ts');
    const took = await importRun(room, file);
    if (!took.ok) {
      await refresh([{ tone: 'warning', text: texts.refusedImport[took.problem](quotedWords(took.why)) }]);
      return;
    }
    const say = took.twice ? texts.notices.importedTwice : texts.notices.imported;
    await refresh([{ tone: 'info', text: say(quotedWords(took.title)) }]);
  };
  return (
    <Home
      scenarios={room.library.scenarios.map((listing) => infoIn(listing, language.lang))}
      runs={screen.runs}
      notices={screen.notices}
      language={language}
      nextTime={screen.nextTime}
      onNextTime={(items) =>
        guarded(async () => {
          await room.shelf.journal.keepNextTime(items);
          await refresh(screen.notices);
        })
      }
      addressOf={briefAddress}
      onResume={(run) =>
        guarded(async () => {
          location.hash = await addressOfRun(room, run).catch((cause: unknown) => {
            // A run that cannot be read has no settings; its debrief address leads to what is left of it.
            if (troubleOf(cause).kind === 'unknownRun') throw cause;
            return debriefAddress(run);
          });
        })
      }
      onDebrief={(run) => {
        location.hash = debriefAddress(run);
      }}
      onForget={(run) =>
        guarded(async () => {
          await room.shelf.of(run).forget(run);
          await refresh(screen.notices);
        })
      }
      onImport={(file) => guarded(() => takeIn(file))}
    />
  );
}
