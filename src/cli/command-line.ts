/** The verbs of the command line: finds the one asked for and turns what went wrong into one sentence and an exit code (SPEC CL1, CL2). */
import { answer, marked, say, tell } from './terminal/print.ts';
import { CannotDo, WrongUse } from './terminal/wrong-use.ts';

/** Runs one verb; 0 fine, 1 problems found, 2 wrong use. Never shows a stack unless DECONFLICT_TRACE is set. */
export async function commandLine(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    say(...usage());
    return name === undefined ? 2 : 0;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) return wrong(`There is no command "${name}".`, usage());
  const own = `usage: deconflict ${verb.usage}`;
  if (args.includes('--help') || args.includes('-h')) {
    say(own, `${verb.says[0]?.toUpperCase()}${verb.says.slice(1)}.`);
    return 0;
  }
  try {
    return await (await verb.load()).run(args);
  } catch (error) {
    if (error instanceof WrongUse) return wrong(error.message, [own]);
    return failed(error, args.includes('--json'));
  }
}

interface Verb {
  readonly usage: string;
  readonly says: string;
  readonly load: () => Promise<{ readonly run: (args: string[]) => Promise<number> | number }>;
}

const VERBS: Readonly<Record<string, Verb>> = {
  check: {
    usage:
      'check [path…] [--no-proof] [--states N] [--seconds N] [--workers N] [--write-plan folder] [--json]',
    says: 'read scenarios and law, prove each scenario fair, and report every problem at its line',
    load: () => import('./check.ts'),
  },
  new: {
    usage: 'new <id> [--in folder]',
    says: 'start a small scenario that works, with a map and a plan',
    load: () => import('./new.ts'),
  },
  watch: {
    usage: 'watch [folder] [--no-page]',
    says: 'check every file you save, and serve the page from the folder; an open session continues in the changed scenario',
    load: () => import('./watch.ts'),
  },
  explain: {
    usage: 'explain <scenario> [--seat S] [--pack P] [--json]',
    says: 'list the duties that each observation opens, when each is due and what meets it, and the acts that a pack says nothing about',
    load: () => import('./explain.ts'),
  },
  judge: {
    usage: 'judge --refs | --probes | --coverage | --vocabulary [--pack P [--model M]] [--json]',
    says: 'judge the reference or the probes, count the probes of each rule, or print the vocabulary of the law',
    load: () => import('./judge.ts'),
  },
  law: {
    usage:
      'law explain <rule|authority|ref> [--as-of YYYY-MM-DD] | stale [--as-of YYYY-MM-DD] | disagreements <run.json…> [--json]',
    says: 'say what a rule rules, when, on whose authority and which probes hold it, or list the authorities that want another look on a date, or the findings that instructors disagree with',
    load: () => import('./law.ts'),
  },
  play: {
    usage: 'play <plan.yaml> [--out run.json] [--pack P] [--seed N] [--extended 100|150|200] [--json]',
    says: 'play a plan to its end, and save the session',
    load: () => import('./play.ts'),
  },
  plan: {
    usage: 'plan <run.json> [--out some.plan.yaml] [--scenario folder] [--json]',
    says: 'turn a saved session into a plan, to keep as a test',
    load: () => import('./plan.ts'),
  },
  replay: {
    usage: 'replay <run.json> [--scenario folder] [--json]',
    says: 'replay a saved session from its entries, and compare every digest',
    load: () => import('./replay.ts'),
  },
  debrief: {
    usage: 'debrief <run.json> [--pack P] [--as-of YYYY-MM-DD] [--scenario folder] [--json]',
    says: 'judge a saved session under the law of a place on a date',
    load: () => import('./debrief.ts'),
  },
  seeds: {
    usage: 'seeds <scenario> --truth team=impostors[,…] [--count 5] [--json]',
    says: 'find seeds that draw the truth you name',
    load: () => import('./seeds.ts'),
  },
  rehearse: {
    usage:
      'rehearse <scenario> [--bot B[,…]] [--runs N] [--seed S] [--pack P] [--seat S] [--truth team=impostors] [--extended 100|150|200] [--lang en|es] [--html FILE] [--json]',
    says: 'have ten kinds of programs play a scenario many times, and report which kinds it can tell apart',
    load: () => import('./rehearse.ts'),
  },
  graph: {
    usage: 'graph <scenario> [--out story.svg] [--json]',
    says: 'draw the story, with the number of plans that reached each state',
    load: () => import('./graph.ts'),
  },
  serve: {
    usage: 'serve [--build] [--https --cert FILE --key FILE]',
    says: 'serve the built page; the environment variables PORT and HOST set the address',
    load: () => import('./serve.ts'),
  },
};

function usage(): readonly string[] {
  const scenario =
    'A <scenario> is the name of a shipped scenario (residence-207), or the folder of your own scenario (./traffic-stop).';
  const lines = Object.values(VERBS).flatMap((verb) => [`  ${verb.usage}`, `      ${verb.says}`]);
  const ends = 'Exit codes: 0 no problems, 1 problems found, 2 the command was mistyped.';
  return ['usage: deconflict <command> …', '', ...lines, '', scenario, ends];
}

function wrong(sentence: string, help: readonly string[]): number {
  tell(`deconflict: ${sentence}`, ...help);
  return 2;
}

/** With --json the only output is one JSON value; the message goes to standard error either way. */
function failed(error: unknown, json: boolean): number {
  const [sentence = '', ...below] = error instanceof CannotDo ? error.lines : [ownMistake(error)];
  if (json) answer(`${JSON.stringify({ error: [sentence, ...below].join('\n') })}\n`);
  marked('stderr', 'bold', 'deconflict:', sentence);
  tell(...below);
  if (process.env.DECONFLICT_TRACE !== undefined && error instanceof Error) {
    tell(...(error.stack ?? '').split('\n'));
  }
  return 1;
}

function ownMistake(error: unknown): string {
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return `This is a bug in Deconflict: ${first}`;
}
