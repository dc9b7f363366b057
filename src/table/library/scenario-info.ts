/** What a reader sees of a scenario and of a pack before anything is played. */

export interface ScenarioInfo {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly situation: string;
  readonly note: string;
  /** The note in detail, for those who ask; empty where there is none. */
  readonly detail?: string;
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
  /** How officers speak on the air there. */
  readonly words?: 'codes' | 'plain';
}
