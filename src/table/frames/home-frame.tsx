/** Home in its frame: takes runs up, forgets them, takes files in. */
import { useEffect, useRef, useState } from 'react';
import { addressOfRun, type HomeScreen, homeScreen } from '../flow/screens.ts';
import { Home } from '../home/home.tsx';
import { infoIn } from '../library/library.ts';
import { briefAddress, debriefAddress } from '../navigation/address.ts';
import type { LanguageChoice, Notice } from '../props/screen-props.ts';
import type { Imported } from '../runs/import-run.ts';
import type { Room } from '../runs/open-run.ts';
import type { RefusedImport } from '../trouble/refused-import.ts';
import { troubleOf } from '../trouble/trouble-found.ts';
import type { ShellTexts } from '../words/en/shell.ts';
import { quotedWords } from '../words/shown-words.ts';
import { useTexts } from '../words/texts.ts';

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
  const [reading, setReading] = useState<{ readonly name: string; readonly share: number } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const takeIn = async (file: File) => {
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const tell = (share: number) => {
      if (!own.signal.aborted) setReading({ name: quotedWords(file.name), share });
    };
    tell(0);
    try {
      const { importRun } = await import('../runs/import-run.ts');
      const took = await importRun(room, file, { tell, stop: own.signal });
      await refresh([importedNotice(took, texts)]);
    } catch (cause) {
      if (!own.signal.aborted) throw cause;
    } finally {
      if (stop.current === own) setReading(null);
    }
  };
  const cancel = async () => {
    stop.current?.abort();
    setReading(null);
    await refresh([{ tone: 'info', text: texts.storage.reading.cancelled }]);
  };
  const exportAll = async () => {
    const { allRunsName, allRunsText, download } = await import('../runs/export-run.ts');
    const { parts, runs, left } = await allRunsText(room.storage);
    download(allRunsName(room.tempo.date()), ...parts);
    await refresh([{ tone: left === 0 ? 'info' : 'warning', text: texts.storage.exportedAll(runs, left) }]);
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
          await room.storage.journal.keepNextTime(items);
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
          await room.storage.of(run).forget(run);
          await refresh(screen.notices);
        })
      }
      onImport={(file) => guarded(() => takeIn(file))}
      reading={reading}
      onCancelImport={() => guarded(cancel)}
      onExportAll={() => guarded(exportAll)}
    />
  );
}

/** What became of a file, in a sentence. */
function importedNotice(took: Imported | RefusedImport, texts: ShellTexts): Notice {
  if (!took.ok) return { tone: 'warning', text: texts.refusedImport[took.problem](quotedWords(took.why)) };
  const { all, twice } = took;
  const title = quotedWords(took.title);
  if (all !== null) {
    const text = texts.storage.importedAll(all.taken, all.twice, all.refused);
    return { tone: all.refused === 0 ? 'info' : 'warning', text };
  }
  return { tone: 'info', text: twice ? texts.notices.importedTwice(title) : texts.notices.imported(title) };
}
