/** What the shell hands each screen: plain data and callbacks. Screens own no truth and know no storage. */
import type { DebriefReport } from '#debrief/report.ts';
import type { Session } from '#protocol/session.ts';

/** A sentence the person should read, such as "That pack is not known; California · Los Angeles is used." */
export interface Notice {
  readonly tone: 'info' | 'warning';
  readonly text: string;
}
export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly situation: string;
  readonly note: string;
  readonly objectives: readonly string[];
  readonly minutes: number;
  readonly callsign: string;
  /** Date and wall clock of the story at STARTEX. */
  readonly asOf: string;
  readonly startsAt: string;
}
export interface PackInfo {
  readonly id: string;
  readonly title: string;
  /** "Training material until counsel has reviewed it." */
  readonly review: string;
}
/** A run kept on this machine. */
export interface RunCard {
  readonly id: string;
  readonly scenario: string;
  readonly title: string;
  /** When it was last played, milliseconds since the epoch. */
  readonly touched: number;
  /** Exercise time reached. */
  readonly at: number;
  readonly state: 'running' | 'ended' | 'damaged';
}
export interface PlaySettings {
  readonly seed: number;
  readonly clock: 'live' | 'discussion';
  readonly level: 'guided' | 'say-first';
  readonly pack: string;
  readonly asOf: string;
  readonly lang: 'en' | 'es';
  /** Extended-time factor in percent. */
  readonly extended: 100 | 150 | 200;
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
}
export interface BriefProps {
  readonly scenario: ScenarioInfo;
  readonly packs: readonly PackInfo[];
  readonly settings: PlaySettings;
  readonly notices: readonly Notice[];
  readonly onSettings: (settings: PlaySettings) => void;
  readonly onStart: () => void;
  readonly onHome: () => void;
}
export interface PlayProps {
  readonly session: Session;
  readonly scenario: ScenarioInfo;
  readonly settings: PlaySettings;
  readonly pack: PackInfo;
  /** The pocket law of the pack: what a card in the shirt pocket would say, without verdicts on this run. */
  readonly pocketLaw: readonly {
    readonly title: string;
    readonly text: string;
    readonly citation: string;
    readonly verified: string;
  }[];
  /** True when this page took up a run that was already going. */
  readonly resumed: boolean;
  readonly onDebrief: () => void;
  readonly onHome: () => void;
}
export interface DebriefProps {
  readonly report: DebriefReport;
  /** The trainee's reasons so far, first version first; standings stay hidden until one was given or declined. */
  readonly reasons: readonly string[];
  readonly shown: boolean;
  readonly onReason: (words: string) => void;
  readonly onShow: () => void;
  /** A new run that shares everything up to this entry. */
  readonly onTryAgain: (seq: number) => void;
  readonly onExport: () => void;
  readonly onHome: () => void;
  readonly notices: readonly Notice[];
}
/** A clear screen with a way on, whatever went wrong. */
export interface TroubleProps {
  readonly title: string;
  readonly text: string;
  readonly ways: readonly { readonly label: string; readonly onPress: () => void }[];
  /** For whoever repairs it; shown folded. */
  readonly details: string | null;
}
