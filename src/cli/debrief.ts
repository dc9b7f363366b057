/** `deconflict debrief run.json`: judges a saved session under the law of a place on a date (SPEC CL6). */
import { debrief } from '#debrief/debrief.ts';
import type { DebriefReport, FindingInContext, Sooner } from '#debrief/report.ts';
import { makeEngine } from '#exercise/engine.ts';
import { type Mark, markOf } from '#exercise/marks.ts';
import { replay } from '#exercise/replay.ts';
import { AXES } from '#law/trace.ts';
import { changeWords } from '#table/words/change-words.ts';
import { desk } from '#table/words/en/desk.ts';
import { values } from '#table/words/en/values.ts';
import { runOnDisk } from './disk/run-on-disk.ts';
import { lawIn } from './disk/scenario-at.ts';
import { NO_ENDING } from './terminal/ending-in-words.ts';
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
    throw new WrongUse(`There is no pack "${pack}". The packs are: ${Object.keys(law.packs).join(', ')}.`);
  }
  const { opening, entries } = file;
  if (pack === undefined && !Object.hasOwn(law.packs, opening.pack.id)) {
    throw new CannotDo(
      `${path}: The session names the law pack "${opening.pack.id}", which is not here. Name another with --pack.`,
    );
  }
  const replayed = replay(makeEngine(playbook, opening, 'grid'), entries);
  if (!replayed.equal) {
    throw new CannotDo(`${path}: The session is damaged: entry ${replayed.differsAt} does not replay.`);
  }
  const report = debrief({
    playbook,
    opening,
    entries,
    law,
    valueWords: (fact, value) => values[fact]?.[value] ?? null,
    ...(pack === undefined ? {} : { pack }),
    ...(asOf === undefined ? {} : { asOf }),
  });
  const marks = file.marks ?? [];
  print(given, summary(report, marks), () => prose(report, marks));
  return 0;
}

/** The contract's shape (CONTRACTS.md), and the level: a coached run is ungraded (TB59). */
function summary({ ruling, level, findings }: DebriefReport, marks: readonly Mark[]) {
  const changes = new Map(findings.map((one) => [one.finding, one.changes ?? []]));
  return {
    level,
    pack: ruling.pack,
    asOf: ruling.asOf,
    axes: ruling.axes,
    findings: ruling.findings.map((finding) => {
      const { axis, verdict, grave, at, seq, seat, rule, authorities, because } = finding;
      const own = changes.get(finding) ?? [];
      const mark = markOf(marks, finding);
      const told = { axis, verdict, grave, at, seq, seat, rule, authorities, because, changes: own };
      return mark === undefined ? told : { ...told, mark: { says: mark.says, why: mark.why } };
    }),
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

function prose(report: DebriefReport, marks: readonly Mark[]): readonly string[] {
  const standings = AXES.map((axis) => {
    const { standing, kept, due, letPass = [] } = report.ruling.axes[axis];
    const passed = letPass.length === 0 ? '' : `, ${letPass.length} not answered`;
    return `  ${AXIS_NAMES[axis].padEnd(22)} ${STANDING_WORDS[standing].padEnd(18)} met ${kept} of ${due}${passed}`;
  });
  const known = report.couldHaveKnown.map(
    (one) =>
      `  ${one.label}: ${one.value}, at ${clock(one.wouldBe)} with “${one.by}” (possible from ${clock(one.openSince)}); ${one.was === null ? 'you never knew' : `you knew at ${clock(one.was)}`}`,
  );
  const sooner = report.sooner === undefined ? [] : soonerProse(report.sooner);
  return [
    `${report.scenario.title}, ${report.seat.callsign}. Ending: ${report.ending.title || NO_ENDING[report.ending.id]}, at ${clock(report.endedAt)}.`,
    ...(report.level === 'coaching'
      ? ['Coaching, not graded: a coach asked questions at every decision.']
      : []),
    `Judged under ${report.pack.title}, law of ${report.pack.asOf}. ${report.pack.review}`,
    '',
    ...standings,
    '',
    'Findings',
    ...report.findings.flatMap((one) => findingLines(one, marks)),
    ...(known.length > 0 ? ['', 'What you could have known', ...known] : []),
    ...(sooner.length > 0 ? ['', 'What would have brought the answer sooner', ...sooner] : []),
    ...(report.hotWash ? ['', 'To discuss', ...report.hotWash.map((one, n) => `  ${n + 1}. ${one}`)] : []),
  ];
}

function soonerProse({ asked, at, was, did, could }: Sooner): readonly string[] {
  const answered = was === null ? 'no answer came' : `the answer came at ${clock(was)}`;
  return [
    `  Asked at ${clock(at)} with “${asked}”: ${answered}`,
    ...did.map(
      (one) =>
        `  Done at ${clock(one.at)}: “${one.did}” Without it, ${one.without === null ? 'no answer would have come' : `the answer would have come at ${clock(one.without)}`}`,
    ),
    ...could.map(
      ({ acts, wouldBe }) =>
        `  Possible: ${acts.map((one) => `“${one.did}” at ${clock(one.at)}`).join(', then ')}; the answer would have come at ${clock(wouldBe)}`,
    ),
  ];
}

function findingLines(
  { finding, authorities, changes = [] }: FindingInContext,
  marks: readonly Mark[],
): string[] {
  const mark = markOf(marks, finding);
  const { at, axis, verdict, grave, title, because } = finding;
  return [
    `  ${clock(at)}  ${AXIS_NAMES[axis]}: ${grave ? 'serious violation, ' : ''}${verdict}. ${title}`,
    `         ${because}`,
    `         ${authorities.map((one) => `${one.citation} (${one.status})`).join('; ')}`,
    ...(mark === undefined
      ? []
      : [`         ${desk.marks.title(1)}: ${desk.marks.says[mark.says]}. ${mark.why}`]),
    ...changes.map((change) => `         ${changeWords(desk, change)}`),
  ];
}
