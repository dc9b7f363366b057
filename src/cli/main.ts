/** The command line: finds the verb and turns what went wrong into one sentence and an exit code (SPEC CL1, CL2). */
import { whyNot } from './disk/on-disk.ts';
import { answer, marked, say, tell } from './terminal/print.ts';
import { CannotDo, WrongUse } from './terminal/wrong-use.ts';

interface Verb {
  readonly usage: string;
  readonly says: string;
  readonly load: () => Promise<{ readonly run: (args: string[]) => Promise<number> | number }>;
}

const VERBS: Readonly<Record<string, Verb>> = {
  check: {
    usage:
      'check [path…] [--no-proof] [--states N] [--seconds N] [--workers N] [--write-plan folder] [--json]',
    says: 'read scenarios and law, prove each scenario fair, and say what is wrong where',
    load: () => import('./check.ts'),
  },
  new: {
    usage: 'new <id> [--in folder]',
    says: 'begin a scenario: a small one that works, with its map and a plan',
    load: () => import('./new.ts'),
  },
  watch: {
    usage: 'watch [folder] [--no-page]',
    says: 'check whatever is saved, and serve the page from the folder; a run goes on in the changed scenario',
    load: () => import('./watch.ts'),
  },
  explain: {
    usage: 'explain <scenario> [--seat S] [--pack P] [--json]',
    says: 'say which duty each observation opens, when it is due, what meets it, and on which acts a pack is silent',
    load: () => import('./explain.ts'),
  },
  judge: {
    usage: 'judge --refs | --probes | --coverage | --vocabulary [--pack P [--model M]] [--json]',
    says: 'rule the reference or the probes, say how often rules are probed, or print the words that law is written in',
    load: () => import('./judge.ts'),
  },
  play: {
    usage: 'play <plan.yaml> [--out run.json] [--pack P] [--seed N] [--extended 100|150|200] [--json]',
    says: 'play a plan to its end and keep the run',
    load: () => import('./play.ts'),
  },
  plan: {
    usage: 'plan <run.json> [--out some.plan.yaml] [--scenario folder] [--json]',
    says: 'write a run down as a plan, to be kept as a test',
    load: () => import('./plan.ts'),
  },
  replay: {
    usage: 'replay <run.json> [--scenario folder] [--json]',
    says: 'play a run again from its entries and compare every digest',
    load: () => import('./replay.ts'),
  },
  debrief: {
    usage: 'debrief <run.json> [--pack P] [--as-of YYYY-MM-DD] [--scenario folder] [--json]',
    says: 'say what a run was worth under the law of a place and a day',
    load: () => import('./debrief.ts'),
  },
  seeds: {
    usage: 'seeds <scenario> --truth team=impostors[,…] [--count 5] [--json]',
    says: 'find seeds that draw a truth',
    load: () => import('./seeds.ts'),
  },
  rehearse: {
    usage:
      'rehearse <scenario> [--bot B[,…]] [--runs N] [--seed S] [--pack P] [--seat S] [--truth team=impostors] [--extended 100|150|200] [--lang en|es] [--html FILE] [--json]',
    says: 'let bots play it many times, and say what it tells apart',
    load: () => import('./rehearse.ts'),
  },
  graph: {
    usage: 'graph <scenario> [--out story.svg] [--json]',
    says: 'draw the story, with how many plans stood in each state',
    load: () => import('./graph.ts'),
  },
  serve: {
    usage: 'serve [--build] [--https --cert FILE --key FILE]',
    says: 'serve the built product; PORT and HOST say where',
    load: () => import('./serve.ts'),
  },
};

// Who reads no further, as `head` does, is not told so: the rest of what was to be said goes nowhere. A disk that is full is told.
for (const stream of ['stdout', 'stderr'] as const) {
  process[stream].on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    if (stream === 'stdout') tell(`deconflict: What was to be said could not be written: ${whyNot(error)}.`);
    process.exit(1);
  });
}
process.exitCode = await main(process.argv.slice(2));

/** Runs one verb; 0 fine, 1 problems found, 2 wrong use. Never shows a stack unless DECONFLICT_TRACE is set. */
async function main(argv: string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    say(...usage());
    return name === undefined ? 2 : 0;
  }
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb) return wrong(`There is no command "${name}".`, usage());
  const own = `usage: deconflict ${verb.usage}`;
  if (args.includes('--help') || args.includes('-h')) {
    say(own);
    return 0;
  }
  try {
    return await (await verb.load()).run(args);
  } catch (error) {
    if (error instanceof WrongUse) return wrong(error.message, [own]);
    return failed(error, args.includes('--json'));
  }
}

function usage(): readonly string[] {
  const scenario =
    'A <scenario> is the name of one that is shipped (residence-207), or the folder of your own (./traffic-stop).';
  const lines = Object.values(VERBS).flatMap((verb) => [`  ${verb.usage}`, `      ${verb.says}`]);
  const ends = 'Exit 0 fine, 1 problems found, 2 wrong use.';
  return ['usage: deconflict <command> …', '', ...lines, '', scenario, ends];
}

function wrong(sentence: string, help: readonly string[]): number {
  tell(`deconflict: ${sentence}`, ...help);
  return 2;
}

/** With --json what there is to say is the one JSON value; it goes to standard error either way. */
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
  return `Something in deconflict itself went wrong: ${first}`;
}
