/** `deconflict debrief run.json`: what a run was worth under the law of a place and a day (SPEC CL6). */
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport, FindingInContext, Sooner } from '#debrief/report.ts';
import { makeEngine } from '#exercise/engine.ts';
import { replay } from '#exercise/replay.ts';
import { AXES } from '#law/trace.ts';
import { runOnDisk } from './disk/run-on-disk.ts';
import { lawIn } from './disk/scenario-at.ts';
import { clock, print } from './terminal/print.ts';
import { CannotDo, day, readArguments, WrongUse } from './terminal/wrong-use.ts';

/** 0 where the run could be ruled, 1 where the file could not. */
export function run(args: readonly string[]): number {
  const { at, given } = readArguments(args, ['run.json'], {
    json: { type: 'boolean' },
    pack: { type: 'string' },
    'as-of': { type: 'string' },
    scenario: { type: 'string' },
  });
  const [path = ''] = at;
  const asOf = day(given, 'as-of');
  const { run: file, playbook, files } = runOnDisk(path, given);
  const law = lawIn(files);
  const pack = typeof given.pack === 'string' ? given.pack : undefined;
  if (pack !== undefined && !Object.hasOwn(law.packs, pack)) {
    throw new WrongUse(`There is no pack "${pack}"; there are ${Object.keys(law.packs).join(', ')}.`);
  }
  const { opening, entries } = file;
  if (pack === undefined && !Object.hasOwn(law.packs, opening.pack.id)) {
    throw new CannotDo(
      `${path}: The run names the pack "${opening.pack.id}", which is not here; say --pack.`,
    );
  }
  const replayed = replay(makeEngine(playbook, opening, 'grid'), entries);
  if (!replayed.equal) {
    throw new CannotDo(`${path}: The run is damaged: entry ${replayed.differsAt} does not replay.`);
  }
  const report = debrief({
    playbook,
    opening,
    entries,
    law,
    ...(pack === undefined ? {} : { pack }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  print(given, summary(report), () => prose(report));
  return 0;
}

/** The contract's shape (CONTRACTS.md), and the level: a coached run is ungraded (TB59). */
function summary({ ruling, level }: DebriefReport) {
  return {
    level,
    pack: ruling.pack,
    asOf: ruling.asOf,
    axes: ruling.axes,
    findings: ruling.findings.map(({ axis, verdict, grave, at, seq, seat, rule, authorities, because }) => ({
      axis,
      verdict,
      grave,
      at,
      seq,
      seat,
      rule,
      authorities,
      because,
    })),
  };
}

const AXIS_NAMES = {
  jurisdiction: 'Jurisdiction',
  constitutional: 'Constitutional limits',
  'crowd-safety': 'Crowd safety',
} as const;
const STANDING_WORDS = {
  sound: 'sound',
  gaps: 'sound, with gaps',
  unsound: 'not sound',
  grave: 'serious violation',
  'not-exercised': 'not tested',
} as const;

/** Endings that no scenario writes. */
const NO_ENDING: Readonly<Record<string, string>> = {
  stopped: 'Stopped',
  'nothing-left': 'Nothing more could happen',
  running: 'Still running',
};

function prose(report: DebriefReport): readonly string[] {
  const standings = AXES.map((axis) => {
    const { standing, kept, due, letPass = [] } = report.ruling.axes[axis];
    const passed = letPass.length === 0 ? '' : `, ${letPass.length} let pass`;
    return `  ${AXIS_NAMES[axis].padEnd(22)} ${STANDING_WORDS[standing].padEnd(18)} met ${kept} of ${due}${passed}`;
  });
  const known = report.couldHaveKnown.map(
    (one) =>
      `  ${one.label}: ${one.value}, by ${clock(one.wouldBe)} through "${one.by}" (open since ${clock(one.openSince)}); ${one.was === null ? 'never known' : `known at ${clock(one.was)}`}`,
  );
  const sooner = report.sooner === undefined ? [] : soonerProse(report.sooner);
  return [
    `${report.scenario.title}, ${report.seat.callsign}. ${report.ending.title || NO_ENDING[report.ending.id]}, ${clock(report.endedAt)}.`,
    ...(report.level === 'coaching'
      ? [`Coaching — ungraded: played with a coach's questions at every turn.`]
      : []),
    `Ruled under ${report.pack.title} as of ${report.pack.asOf}. ${report.pack.review}`,
    '',
    ...standings,
    '',
    'Findings',
    ...report.findings.flatMap(findingLines),
    ...(known.length > 0 ? ['', 'What could have been known', ...known] : []),
    ...(sooner.length > 0 ? ['', 'What brings the answer sooner', ...sooner] : []),
    ...(report.hotWash ? ['', 'To talk over', ...report.hotWash.map((one, n) => `  ${n + 1}. ${one}`)] : []),
  ];
}

function soonerProse({ asked, at, was, did, could }: Sooner): readonly string[] {
  const answered = was === null ? 'no answer came' : `the answer came at ${clock(was)}`;
  return [
    `  Asked at ${clock(at)} through "${asked}": ${answered}`,
    ...did.map(
      (one) =>
        `  Done at ${clock(one.at)}: "${one.did}"; without it ${one.without === null ? 'no answer would have come' : `the answer would have come at ${clock(one.without)}`}`,
    ),
    ...could.map(
      ({ acts, wouldBe }) =>
        `  Open: ${acts.map((one) => `at ${clock(one.at)} "${one.did}"`).join(', then ')}; the answer would have come at ${clock(wouldBe)}`,
    ),
  ];
}

function findingLines({ finding, authorities }: FindingInContext): string[] {
  const { at, axis, verdict, grave, title, because } = finding;
  return [
    `  ${clock(at)}  ${AXIS_NAMES[axis]}: ${grave ? 'grave, ' : ''}${verdict}. ${title}`,
    `         ${because}`,
    `         ${authorities.map((one) => `${one.citation} (${one.status})`).join('; ')}`,
  ];
}
