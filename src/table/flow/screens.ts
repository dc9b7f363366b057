/** What each screen is made of, and how it comes about: from an address, from Start, from "try again". */

import type { DebriefReport } from '#debrief/report.ts';
import type { Rewind } from '#debrief/rewind.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Exercise } from '#exercise/exercise.ts';
import type { Mark } from '#exercise/marks.ts';
import type { Law } from '#law/pack.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type {
  BranchNode,
  LaterInWords,
  Notice,
  PlayProps,
  PlaySettings,
  RunCard,
} from '#table/props/screen-props.ts';
import { type ListedPack, type Listing, mapOf } from '../library/library.ts';
import { playAddress, type Route } from '../navigation/address.ts';
import { attemptOf } from '../runs/attempt.ts';
import type { ComparedRun } from '../runs/compare-run.ts';
import type { OpenRun, Room } from '../runs/open-run.ts';
import { settingsOf } from '../runs/settings-of.ts';
import { canGoOn, factsOf } from '../runs/version-facts.ts';
import type { LocalSession } from '../session/local-session.ts';
import { TableTrouble } from '../trouble/trouble-found.ts';
import { FIRST_LANGUAGE, langOf } from '../words/languages.ts';
import type { Texts } from '../words/texts.ts';

export interface PlayScreen {
  readonly kind: 'play';
  readonly run: string;
  /** The same for as long as the reader stays with the run, also where an author's page takes it over as another. */
  readonly visit: string;
  readonly opening: Opening;
  readonly session: LocalSession<Exercise>;
  readonly listing: Listing;
  readonly settings: PlaySettings;
  readonly pack: ListedPack;
  /** What the pocket card says, in the language it is read in. */
  readonly pocketLaw: (lang: string) => PlayProps['pocketLaw'];
  readonly resumed: boolean;
  readonly later: readonly LaterInWords[];
  /** Tells the same run in another language. */
  readonly speak: OpenRun['speak'];
}
export interface DebriefScreen {
  readonly kind: 'debrief';
  readonly run: string;
  /** As in play. */
  readonly visit: string;
  readonly report: DebriefReport;
  readonly reasons: readonly string[];
  readonly marks?: readonly Mark[];
  readonly shown: boolean;
  readonly notices: readonly Notice[];
  /** Which try at this call it was; absent for the first. */
  readonly attempt?: number;
  readonly branches: readonly BranchNode[];
  readonly nextTime: readonly string[];
  readonly map: MapPlan | null;
  /** Plays the run once more when it is first asked for; afterwards it is the same. Absent where it cannot be played again. */
  readonly tape?: () => Rewind;
}
export interface CompareScreen extends ComparedRun {
  readonly kind: 'compare';
  readonly run: string;
  readonly notices: readonly Notice[];
}
export interface HomeScreen {
  readonly kind: 'home';
  readonly runs: readonly RunCard[];
  readonly notices: readonly Notice[];
  readonly nextTime: readonly string[];
}
/** Every part of the desk in every state; nothing of it is kept. */
export interface PartsScreen {
  readonly kind: 'parts';
}
/** The author's guide; `part` is the heading that was asked for. */
export interface GuideScreen {
  readonly kind: 'guide';
  readonly part: string | null;
}
export interface BriefScreen {
  readonly kind: 'brief';
  readonly listing: Listing;
  readonly settings: PlaySettings;
  readonly notices: readonly Notice[];
  /** A run with these settings that was not played to its end. */
  readonly unfinished: { readonly address: string; readonly at: number } | null;
}
export type Screen =
  | HomeScreen
  | BriefScreen
  | PlayScreen
  | DebriefScreen
  | CompareScreen
  | PartsScreen
  | GuideScreen;

/** Changes what stands in the address bar without going anywhere. */
export type PutAddress = (address: string) => void;

/** The screen of an address. Throws TableTrouble where there is none. */
export async function openScreen(room: Room, texts: Texts, put: PutAddress, route: Route): Promise<Screen> {
  switch (route.screen) {
    case 'home':
      return homeScreen(room, [
        ...kept(room, texts),
        ...(room.canInstall ? [] : [{ tone: 'info' as const, text: texts.shell.notices.plainHttp }]),
        ...route.notices,
      ]);
    case 'play':
      return openPlay(room, texts, put, route);
    case 'debrief':
      return openDebrief(room, texts, route.run);
    case 'compare':
      return openCompare(room, texts, route);
    case 'parts':
      return { kind: 'parts' };
    case 'guide':
      return { kind: 'guide', part: route.part };
    case 'unknown-scenario':
      throw new TableTrouble('unknownScenario', { subject: route.scenario });
    case 'nowhere':
      throw new TableTrouble('nowhere', { details: route.address });
    default:
      return route satisfies never;
  }
}

/** Home with the runs as they are now. */
export async function homeScreen(room: Room, notices: readonly Notice[]): Promise<HomeScreen> {
  const facts = factsOf(room.library);
  const runs = (await room.storage.journal.list()).map((card): RunCard => {
    if (card.state === 'damaged') {
      return {
        id: card.id,
        scenario: '',
        title: card.id,
        asListed: false,
        touched: 0,
        at: 0,
        state: 'damaged',
      };
    }
    const { title, touched, at } = card.meta;
    const goesOn = card.state === 'ended' || canGoOn(facts, card.opening, card.bodies);
    const state = goesOn ? card.state : ('stuck' as const);
    const attempt = attemptOf(card);
    const { scenario, playbook } = card.opening;
    const asListed = facts.scenarios.some((one) => one.id === scenario && one.hash === playbook);
    const run = { id: card.id, scenario, title, asListed, touched, at, state };
    return attempt === 1 ? run : { ...run, attempt };
  });
  return { kind: 'home', runs, notices, nextTime: await room.storage.journal.nextTime() };
}

/** STARTEX: the brief becomes a run; its name goes into the address, so that loading the page again leads back. */
export async function startScreen(room: Room, put: PutAddress, screen: Screen | null): Promise<PlayScreen> {
  if (screen?.kind !== 'brief') throw new Error('TB7: a run starts from its brief.');
  const { startRun } = await whatPlays();
  const opened = await startRun(room, screen.listing, screen.settings);
  const pack = room.library.packs.find(({ id }) => id === screen.settings.pack);
  if (pack === undefined) throw new Error('TB7: a run started under a pack that is not there.');
  const told = { pack, law: await room.library.law() };
  return playScreen(put, screen.listing, screen.settings, opened, told, false);
}

/** A new run that shares the beginning of the debriefed one; it stands paused where they part. */
export async function againScreen(
  room: Room,
  put: PutAddress,
  screen: Screen | null,
  seq: number,
): Promise<PlayScreen> {
  if (screen?.kind !== 'debrief') throw new Error('TB7: trying again starts from a debrief.');
  const { branchRun } = await whatPlays();
  return resumed(room, put, await branchRun(room, screen.run, seq), screen.report.language);
}

/** The address that leads back to a kept run. */
export async function addressOfRun(room: Room, run: string): Promise<string> {
  const kept = await room.storage.of(run).read(run);
  if (!kept) throw new TableTrouble('unknownRun');
  return playAddress(kept.opening.scenario, settingsOf(kept.opening), run);
}

/** The engine and all that a run needs: home shows runs without it. */
function whatPlays(): Promise<typeof import('../runs/open-run.ts')> {
  return import('../runs/open-run.ts');
}

async function openPlay(
  room: Room,
  texts: Texts,
  put: PutAddress,
  route: Extract<Route, { screen: 'play' }>,
): Promise<Screen> {
  const listing = room.library.scenarios.find(({ info }) => info.id === route.scenario);
  if (!listing) throw new TableTrouble('unknownScenario', { subject: route.scenario });
  const notices = [...kept(room, texts), ...route.notices];
  if (route.run !== null) {
    try {
      return await resumed(room, put, route.run, route.saysLang ? route.settings.lang : texts.lang);
    } catch (cause) {
      if (!(cause instanceof TableTrouble) || cause.found.kind !== 'unknownRun') throw cause;
      notices.push({ tone: 'warning', text: texts.shell.notices.runGone });
    }
  }
  put(playAddress(route.scenario, route.settings));
  // It comes while the brief is read. What did not come is asked for again at Start, which tells.
  whatPlays().catch(() => undefined);
  const unfinished = await unfinishedRun(room, route.scenario, route.settings);
  return { kind: 'brief', listing, settings: route.settings, notices, unfinished };
}

async function resumed(room: Room, put: PutAddress, run: string, lang: string): Promise<PlayScreen> {
  const { resumeRun } = await whatPlays();
  const opened = await resumeRun(room, run);
  const { listing, kept: found, playbook, pack, law } = opened.reopened;
  const settings = { ...settingsOf(found.opening), lang: langOf(lang) ?? FIRST_LANGUAGE };
  opened.speak(settings.lang);
  const told = { pack, law: law ?? (await room.library.law()) };
  const screen = await playScreen(put, listing, settings, opened, told, true);
  if (found.opening.parent === null) return screen;
  const { laterOf } = await import('../runs/family.ts');
  const locale = { lang: settings.lang, words: screen.pack.words };
  return { ...screen, later: await laterOf(room, found, playbook, locale) };
}

async function playScreen(
  put: PutAddress,
  listing: Listing,
  settings: PlaySettings,
  { run, opening, session, speak }: OpenRun,
  { pack, law }: { readonly pack: ListedPack; readonly law: Law },
  isResumed: boolean,
): Promise<PlayScreen> {
  const { pocketLaw } = await import('../library/pocket-law-index.ts');
  put(playAddress(listing.info.id, settings, run));
  return {
    kind: 'play',
    run,
    visit: run,
    opening,
    session,
    speak,
    listing,
    settings,
    pack,
    pocketLaw: (lang) => pocketLaw(law, pack.id, settings.asOf, lang),
    resumed: isResumed,
    later: [],
  };
}

async function openDebrief(room: Room, texts: Texts, run: string): Promise<DebriefScreen> {
  const [{ debriefRun }, { familyOf }, { rewind }] = await Promise.all([
    import('../runs/debrief-run.ts'),
    import('../runs/family.ts'),
    import('#debrief/rewind.ts'),
  ]);
  const debriefed = await debriefRun(room, run, texts.lang);
  const { report, reasons, shown, sealed, kept: found, provenance, reopened } = debriefed;
  const { storage } = texts.shell;
  const attempt = attemptOf(found);
  const version = found.opening.playbook.slice('sha256:'.length, 'sha256:'.length + 8);
  const notices: Notice[] = [
    ...(found.meta.unchecked === true ? [{ tone: 'warning' as const, text: storage.unchecked }] : []),
    ...(sealed ? [] : [{ tone: 'warning' as const, text: texts.shell.notices.notSealed }]),
    ...(provenance === null
      ? []
      : [{ tone: 'info' as const, text: `${storage.version(version)} ${storage.provenance[provenance]}` }]),
  ];
  const screen: DebriefScreen = {
    kind: 'debrief',
    run,
    visit: run,
    report,
    reasons,
    marks: found.marks ?? [],
    shown,
    notices: [...kept(room, texts), ...notices],
    ...(attempt === 1 ? {} : { attempt }),
    branches: [],
    map: null,
    nextTime: await room.storage.journal.nextTime(),
  };
  if (reopened === null) return screen;
  const { playbook, pack, listing } = reopened;
  const locale = { lang: texts.lang, words: pack.words };
  let tape: Rewind | null = null;
  const tree = await familyOf(room, found, playbook, { lang: texts.lang, words: 'plain' });
  return {
    ...screen,
    branches: tree.map((node) => ({ ...node, current: node.run === run })),
    map: await mapOf(listing),
    tape: () => {
      tape ??= rewind({ playbook, opening: found.opening, entries: found.entries }, report.seat.id, locale);
      return tape;
    },
  };
}

async function openCompare(
  room: Room,
  texts: Texts,
  { run, columns }: Extract<Route, { screen: 'compare' }>,
): Promise<CompareScreen> {
  const { compareRun } = await import('../runs/compare-run.ts');
  const compared = await compareRun(room, run, columns, texts.lang, texts.shell);
  const problems = compared.problems.map((text): Notice => ({ tone: 'warning', text }));
  return { kind: 'compare', run, ...compared, notices: [...kept(room, texts), ...problems] };
}

/** The run last touched of this scenario with exactly these settings that has not ended. */
async function unfinishedRun(
  room: Room,
  scenario: string,
  settings: PlaySettings,
): Promise<BriefScreen['unfinished']> {
  const here = playAddress(scenario, settings);
  for (const card of await room.storage.journal.list()) {
    if (card.state !== 'running' || !canGoOn(factsOf(room.library), card.opening, card.bodies)) continue;
    if (playAddress(card.opening.scenario, settingsOf(card.opening)) !== here) continue;
    return { address: playAddress(scenario, settings, card.id), at: card.meta.at };
  }
  return null;
}

/** What a reader must know wherever they are: what is not kept, what the browser forbids, what is not translated. */
function kept(room: Room, texts: Texts): readonly Notice[] {
  const { keepsNothing, partly } = texts.shell.notices;
  return [
    ...(room.storage.journal.lasting ? [] : [{ tone: 'warning' as const, text: keepsNothing }]),
    ...(texts.isWhole ? [] : [{ tone: 'info' as const, text: partly }]),
  ];
}
