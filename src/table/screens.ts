/** What each screen is made of, and how it comes about: from an address, from Start, from "try again". */
import type { DebriefReport } from '#debrief/report.ts';
import type { Opening } from '#exercise/entries.ts';
import type { Exercise } from '#exercise/exercise.ts';
import type { Notice, PlayProps, PlaySettings, RunCard } from '#table/desk/props.ts';
import { playAddress, type Route } from './address.ts';
import type { ListedPack, Listing } from './library.ts';
import { branchRun, type OpenRun, type Room, resumeRun, startRun } from './runs/open-run.ts';
import { settingsOf } from './runs/settings-of.ts';
import type { LocalSession } from './session/local-session.ts';
import type { ShellTexts } from './texts/en/shell.ts';
import { TableTrouble } from './trouble-found.ts';

export interface PlayScreen {
  readonly kind: 'play';
  readonly run: string;
  readonly opening: Opening;
  readonly session: LocalSession<Exercise>;
  readonly listing: Listing;
  readonly settings: PlaySettings;
  readonly pack: ListedPack;
  readonly pocketLaw: PlayProps['pocketLaw'];
  readonly resumed: boolean;
}
export interface DebriefScreen {
  readonly kind: 'debrief';
  readonly run: string;
  readonly report: DebriefReport;
  readonly reasons: readonly string[];
  readonly shown: boolean;
  readonly notices: readonly Notice[];
}
export interface HomeScreen {
  readonly kind: 'home';
  readonly runs: readonly RunCard[];
  readonly notices: readonly Notice[];
}
export interface BriefScreen {
  readonly kind: 'brief';
  readonly listing: Listing;
  readonly settings: PlaySettings;
  readonly notices: readonly Notice[];
  /** A run with these settings that was not played to its end. */
  readonly unfinished: { readonly address: string; readonly at: number } | null;
}
export type Screen = HomeScreen | BriefScreen | PlayScreen | DebriefScreen;

/** Changes what stands in the address bar without going anywhere. */
export type PutAddress = (address: string) => void;

/** The screen of an address. Throws TableTrouble where there is none. */
export async function openScreen(
  room: Room,
  texts: ShellTexts,
  put: PutAddress,
  route: Route,
): Promise<Screen> {
  switch (route.screen) {
    case 'home':
      return homeScreen(room, [...kept(room, texts), ...route.notices]);
    case 'play':
      return openPlay(room, texts, put, route);
    case 'debrief':
      return openDebrief(room, texts, route.run);
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
  const runs = (await room.shelf.journal.list()).map((card): RunCard => {
    if (card.state === 'damaged') {
      return { id: card.id, scenario: '', title: card.id, touched: 0, at: 0, state: 'damaged' };
    }
    const { title, touched, at } = card.meta;
    return { id: card.id, scenario: card.opening.scenario, title, touched, at, state: card.state };
  });
  return { kind: 'home', runs, notices };
}

/** STARTEX: the brief becomes a run; its name goes into the address, so that loading the page again leads back. */
export async function startScreen(room: Room, put: PutAddress, screen: Screen | null): Promise<PlayScreen> {
  if (screen?.kind !== 'brief') throw new Error('TB7: a run starts from its brief.');
  const opened = await startRun(room, screen.listing, screen.settings);
  return playScreen(room, put, screen.listing, screen.settings, opened, false);
}

/** A new run that shares the beginning of the debriefed one; it stands paused where they part. */
export async function againScreen(
  room: Room,
  put: PutAddress,
  screen: Screen | null,
  seq: number,
): Promise<PlayScreen> {
  if (screen?.kind !== 'debrief') throw new Error('TB7: trying again starts from a debrief.');
  return resumed(room, put, await branchRun(room, screen.run, seq));
}

/** The address that leads back to a kept run. */
export async function addressOfRun(room: Room, run: string): Promise<string> {
  const kept = await room.shelf.of(run).read(run);
  if (!kept) throw new TableTrouble('unknownRun');
  return playAddress(kept.opening.scenario, settingsOf(kept.opening), run);
}

async function openPlay(
  room: Room,
  texts: ShellTexts,
  put: PutAddress,
  route: Extract<Route, { screen: 'play' }>,
): Promise<Screen> {
  const listing = room.library.scenarios.find(({ info }) => info.id === route.scenario);
  if (!listing) throw new TableTrouble('unknownScenario', { subject: route.scenario });
  const notices = [...kept(room, texts), ...route.notices];
  if (route.run !== null) {
    try {
      return await resumed(room, put, route.run);
    } catch (cause) {
      if (!(cause instanceof TableTrouble) || cause.found.kind !== 'unknownRun') throw cause;
      notices.push({ tone: 'warning', text: texts.notices.runGone });
    }
  }
  put(playAddress(route.scenario, route.settings));
  const unfinished = await unfinishedRun(room, route.scenario, route.settings);
  return { kind: 'brief', listing, settings: route.settings, notices, unfinished };
}

async function resumed(room: Room, put: PutAddress, run: string): Promise<PlayScreen> {
  const opened = await resumeRun(room, run);
  const { listing, kept: found } = opened.reopened;
  return playScreen(room, put, listing, settingsOf(found.opening), opened, true);
}

async function playScreen(
  room: Room,
  put: PutAddress,
  listing: Listing,
  settings: PlaySettings,
  { run, opening, session }: OpenRun,
  isResumed: boolean,
): Promise<PlayScreen> {
  const { pocketLaw } = await import('./pocket-law.ts');
  const pack = room.library.packs.find((one) => one.id === settings.pack);
  if (!pack) throw new TableTrouble('otherVersion', { run, details: `pack ${settings.pack}` });
  put(playAddress(listing.info.id, settings, run));
  const cards = pocketLaw(await room.library.law(), pack.id, settings.asOf);
  return {
    kind: 'play',
    run,
    opening,
    session,
    listing,
    settings,
    pack,
    pocketLaw: cards,
    resumed: isResumed,
  };
}

async function openDebrief(room: Room, texts: ShellTexts, run: string): Promise<DebriefScreen> {
  const { debriefRun } = await import('./runs/debrief-run.ts');
  const { report, reasons, sealed } = await debriefRun(room, run);
  const notices: Notice[] = sealed ? [] : [{ tone: 'warning', text: texts.notices.notSealed }];
  return {
    kind: 'debrief',
    run,
    report,
    reasons,
    shown: reasons.length > 0,
    notices: [...kept(room, texts), ...notices],
  };
}

/** The run last touched of this scenario with exactly these settings that has not ended. */
async function unfinishedRun(
  room: Room,
  scenario: string,
  settings: PlaySettings,
): Promise<BriefScreen['unfinished']> {
  const here = playAddress(scenario, settings);
  for (const card of await room.shelf.journal.list()) {
    if (card.state !== 'running' || playAddress(card.opening.scenario, settingsOf(card.opening)) !== here)
      continue;
    return { address: playAddress(scenario, settings, card.id), at: card.meta.at };
  }
  return null;
}

function kept(room: Room, texts: ShellTexts): readonly Notice[] {
  return room.shelf.journal.lasting ? [] : [{ tone: 'warning', text: texts.notices.keepsNothing }];
}
