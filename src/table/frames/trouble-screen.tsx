/** The trouble screen in words: what is in the way, and the ways on that fit it. */
import { HOME_ADDRESS, playAddress } from '../navigation/address.ts';
import type { TroubleProps } from '../props/screen-props.ts';
import type { RunStorage } from '../runs/run-storage.ts';
import { settingsOf } from '../runs/settings-of.ts';
import { type TroubleFound, troubleOf } from '../trouble/trouble-found.ts';
import { Trouble } from '../ui/trouble.tsx';
import type { ShellTexts } from '../words/en/shell.ts';
import { quotedWords } from '../words/shown-words.ts';

type Way = TroubleProps['ways'][number];

/** Whatever stopped a screen. `storage` is null if the page never got that far. */
export function TroubleScreen(props: {
  readonly found: TroubleFound;
  readonly texts: ShellTexts;
  readonly storage: RunStorage | null;
  readonly onBroke: (found: TroubleFound) => void;
}) {
  const { found, texts, storage, onBroke } = props;
  const { title, text } = wordsOf(found, texts);
  const home: Way = { label: texts.ways.home, onPress: goHome };
  const reload: Way = { label: texts.ways.reload, onPress: () => location.reload() };
  const ofRun = storage && found.run !== null ? runWays(storage, found, texts, onBroke) : [];
  if (found.kind === 'storage') {
    const again: Way = { label: texts.ways.again, onPress: () => location.reload() };
    return <Trouble title={title} text={text} ways={[again]} details={found.details} />;
  }
  const canReload = found.kind === 'fault' || found.kind === 'notLoaded';
  const ways = canReload ? [reload, home] : found.kind === 'unfinished' ? [...ofRun, home] : [home, ...ofRun];
  return <Trouble title={title} text={text} ways={ways} details={found.details} />;
}

/** Home, even if the address says so already. */
export function goHome(): void {
  if (location.hash === HOME_ADDRESS) location.reload();
  else location.hash = HOME_ADDRESS;
}

function wordsOf(found: TroubleFound, texts: ShellTexts): { readonly title: string; readonly text: string } {
  if (found.kind === 'unknownScenario') return texts.trouble.unknownScenario(quotedWords(found.subject));
  if (found.kind === 'doesNotReplay') return texts.trouble.doesNotReplay(Number(found.subject));
  if (found.kind === 'storage') return storageWords(found.subject, texts);
  return texts.trouble[found.kind];
}

function storageWords(
  kind: string,
  { storage }: ShellTexts,
): { readonly title: string; readonly text: string } {
  const found = Object.entries(storage.trouble).find(([name]) => name === kind);
  return found?.[1] ?? storage.trouble.broken;
}

/** What can be done with a run that cannot be shown: go on with it, save it as it is, or delete it. */
function runWays(
  storage: RunStorage,
  found: TroubleFound,
  texts: ShellTexts,
  onBroke: (found: TroubleFound) => void,
): readonly Way[] {
  const run = found.run ?? '';
  const guarded = (work: () => Promise<void>) => () => {
    work().catch((cause: unknown) => onBroke(troubleOf(cause)));
  };
  const save = guarded(async () => {
    const [{ download, runFileName, runFileText }, kept] = await Promise.all([
      import('../runs/export-run.ts'),
      storage.of(run).read(run),
    ]);
    if (kept) download(runFileName(kept), runFileText(kept));
  });
  const forget = guarded(async () => {
    await storage.of(run).forget(run);
    goHome();
  });
  if (found.kind === 'unfinished') {
    const resume = guarded(async () => {
      const kept = await storage.of(run).read(run);
      if (kept) location.hash = playAddress(kept.opening.scenario, settingsOf(kept.opening), run);
    });
    return [{ label: texts.ways.resume, onPress: resume }];
  }
  const keeps = found.kind !== 'damagedRun' && found.kind !== 'unknownRun';
  return [
    ...(keeps ? [{ label: texts.ways.export, onPress: save }] : []),
    { label: texts.ways.forget, onPress: forget },
  ];
}
