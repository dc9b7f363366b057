/** What the shell hands each screen: plain data and callbacks. Screens own no truth and know no storage. */

import type { LaterChoice } from '#debrief/branch.ts';
import type { Column, Comparison } from '#debrief/compare.ts';
import type { DebriefReport } from '#debrief/report.ts';
import type { Rewind } from '#debrief/rewind.ts';
import type { Level } from '#exercise/entries.ts';
import type { Mark } from '#exercise/marks.ts';
import type { SoloSession } from '#protocol/session.ts';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { LawCard } from '../library/pocket-law-index.ts';
import type { PackInfo, ScenarioInfo } from '../library/scenario-info.ts';
import type { Lang } from '../words/languages.ts';

/** A sentence the person should read, such as "That pack is not known; California · Los Angeles is used." */
export interface Notice {
  readonly tone: 'info' | 'warning';
  readonly text: string;
}
/** A run kept on this machine. */
export interface RunCard {
  readonly id: string;
  readonly scenario: string;
  /** As it was called when it was begun. */
  readonly title: string;
  /** Whether the page has the very scenario that it was begun with, so that it can be called as that is called in the reader's language. */
  readonly asListed: boolean;
  /** When it was last played, milliseconds since the epoch. */
  readonly touched: number;
  /** Exercise time reached. */
  readonly at: number;
  /** `stuck`: not over, and of a version that cannot go on here. */
  readonly state: 'running' | 'ended' | 'damaged' | 'stuck';
  /** Which try at this call it is; absent for the first. */
  readonly attempt?: number;
}
export interface PlaySettings {
  readonly seed: number;
  readonly clock: 'live' | 'discussion';
  readonly level: Level;
  readonly pack: string;
  readonly asOf: string;
  readonly lang: Lang;
  /** Extended-time factor in percent. */
  readonly extended: 100 | 150 | 200;
}

/** A run among its retries. */
export interface BranchNode {
  readonly run: string;
  /** The run it shares its beginning with; null for the first of them, or where that run is not kept here. */
  readonly parent: string | null;
  /** Exercise time at which it parts from its parent; 0 where there is none. */
  readonly at: number;
  /** What was chosen there instead, or the run's title. */
  readonly label: string;
  /** How it ended; null while it is going on. */
  readonly ending: string | null;
  readonly current: boolean;
}

/** In which language the reader reads; a change never changes the run. */
export interface LanguageChoice {
  readonly lang: Lang;
  readonly languages: readonly { readonly lang: Lang; readonly name: string }[];
  readonly onLang: (lang: Lang) => void;
}
/** What was chosen in the run a second try grew from, after the place where it begins; information only. */
export interface LaterInWords {
  readonly at: number;
  /** In the words of the card or the bar. */
  readonly said: string;
  /** What the card asked; null for a standing action. */
  readonly ask: string | null;
  readonly what: LaterChoice['what'];
}

export interface HomeProps {
  readonly scenarios: readonly ScenarioInfo[];
  readonly runs: readonly RunCard[];
  readonly notices: readonly Notice[];
  /** Address of a scenario's brief, for a real link. */
  readonly addressOf: (scenario: string) => string;
  readonly onResume: (run: string) => void;
  readonly onDebrief: (run: string) => void;
  readonly onForget: (run: string) => void;
  readonly onImport: (file: File) => void;
  /** The file that is being read and played again, and how much of that is done, from 0 to 1; null while none is. */
  readonly reading?: { readonly name: string; readonly share: number } | null;
  readonly onCancelImport?: () => void;
  /** Puts all runs into one file. */
  readonly onExportAll?: () => void;
  /** What the reader means to do next time, oldest first; none is drawn where it is left out. */
  readonly nextTime?: readonly string[];
  /** The whole list as it should be kept now. */
  readonly onNextTime?: (items: readonly string[]) => void;
  readonly language?: LanguageChoice;
}
export interface BriefProps {
  readonly scenario: ScenarioInfo;
  readonly packs: readonly PackInfo[];
  readonly settings: PlaySettings;
  readonly notices: readonly Notice[];
  readonly onSettings: (settings: PlaySettings) => void;
  readonly onStart: () => void;
  readonly onHome: () => void;
  readonly language?: LanguageChoice;
}
export interface PlayProps {
  readonly session: SoloSession;
  readonly scenario: ScenarioInfo;
  readonly settings: PlaySettings;
  readonly pack: PackInfo;
  /** The pocket law of the pack: what a card in the shirt pocket would say, without verdicts on this run. */
  readonly pocketLaw: readonly LawCard[];
  /** True when this page took up a run that was already going. */
  readonly resumed: boolean;
  /** The ground it is played on: null where its scenario has none, undefined while it is on its way. */
  readonly map: MapPlan | null | undefined;
  readonly onDebrief: () => void;
  readonly onHome: () => void;
  readonly language?: LanguageChoice;
  /** In a second try: "In your first run you then chose …", folded, in order; nothing is chosen by it. */
  readonly later?: readonly LaterInWords[];
}
export interface DebriefProps {
  readonly report: DebriefReport;
  /** The trainee's reasons so far, first version first; standings stay hidden until one was given or declined. */
  readonly reasons: readonly string[];
  /** What an instructor said of the findings, and the way to say it; without the way marks are only shown. */
  readonly marks?: readonly Mark[];
  readonly onMark?: (mark: Mark) => void;
  readonly shown: boolean;
  readonly onReason: (words: string) => void;
  /** Shows the standings; without a reason before it none is given. */
  readonly onShow: () => void;
  /** A new run that shares everything up to this entry. Absent where the run cannot be played again here. */
  readonly onTryAgain?: ((seq: number) => void) | undefined;
  readonly onExport: () => void;
  readonly onHome: () => void;
  readonly notices: readonly Notice[];
  /** Which try at this call the run was; absent for the first. */
  readonly attempt?: number;
  /** This run and its retries, parents before children; drawn where there is more than one. */
  readonly branches?: readonly BranchNode[];
  /** Opens another run of the tree: its debrief if it has ended, else where it stands. */
  readonly onBranch?: (run: string) => void;
  /** Leads to the comparison of laws and days; without it no way there is drawn. */
  readonly onCompare?: () => void;
  /** What the reader means to do next time, kept over all runs, oldest first. */
  readonly nextTime?: readonly string[];
  /** The whole list as it should be kept now; without it the list cannot be added to. */
  readonly onNextTime?: (items: readonly string[]) => void;
  /** The run as it can be played again, made when it is first shown; without it the timeline stands alone. */
  readonly tape?: () => Rewind;
  /** The ground the run was played on; null where its scenario has none. */
  readonly map?: MapPlan | null;
  readonly language?: LanguageChoice;
}
/** One run under several laws and days; "for comparison: not the law where you work". */
export interface CompareProps {
  readonly level: Level;
  readonly comparison: Comparison;
  readonly scenario: { readonly title: string };
  /** Every pack that a column can have, with its switches. */
  readonly packs: readonly (PackInfo & {
    readonly switches: Readonly<Record<string, readonly string[]>>;
  })[];
  readonly notices: readonly Notice[];
  /** The columns as they should be now; the run's own law stands first and stays. */
  readonly onColumns: (columns: readonly Column[]) => void;
  readonly onDebrief: () => void;
  readonly onHome: () => void;
  readonly language?: LanguageChoice;
}
/** A clear screen with a way on, whatever went wrong. */
export interface TroubleProps {
  readonly title: string;
  readonly text: string;
  readonly ways: readonly { readonly label: string; readonly onPress: () => void }[];
  /** For whoever repairs it; shown folded. */
  readonly details: string | null;
}
