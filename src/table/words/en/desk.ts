/** English words of the desk: every sentence a screen shows that does not come from the scenario or the law. */
import type { Refusal } from '#exercise/refusals.ts';
import type { Basis } from '#law/facts.ts';
import type { StandingWord, Verdict } from '#law/findings.ts';
import type { Axis, Channel } from '#law/trace.ts';
import { reading } from './desk-reading.ts';
import { ground } from './ground.ts';
import { presence } from './presence.ts';
import { scene } from './scene.ts';
import { sound } from './sound.ts';
import { values } from './values.ts';

export const desk = {
  mark: ['DE', 'CON', 'FLICT'] as const,
  product: 'Deconflict',
  /** What stands before and after words that somebody said or wrote. */
  quotes: ['“', '”'] as readonly [string, string],

  axes: {
    jurisdiction: 'Jurisdiction',
    constitutional: 'Constitutional limits',
    'crowd-safety': 'Crowd safety',
  } satisfies Record<Axis, string>,
  axisAsks: {
    jurisdiction: 'Did you stay inside your own authority, neither blocking nor joining what is not yours?',
    constitutional:
      'Did you keep to the limits on stops, force, entry, filming and speech, and keep a true record?',
    'crowd-safety': 'Did everyone stay safe, injured people get help, and people learn what they needed?',
  } satisfies Record<Axis, string>,
  standings: {
    sound: 'Sound',
    gaps: 'Sound, with gaps',
    unsound: 'Not sound',
    grave: 'Serious violation',
    'not-exercised': 'Not tested',
  } satisfies Record<StandingWord, string>,
  verdicts: {
    required: 'required, and done',
    commended: 'commended',
    permitted: 'permitted',
    discouraged: 'discouraged',
    forbidden: 'forbidden',
  } satisfies Record<Verdict, string>,
  duties: { met: 'duty met', late: 'duty met late', missed: 'duty missed' },
  grave: 'serious violation',
  bases: {
    heard: 'heard',
    seen: 'seen',
    document: 'read on paper',
    confirmed: 'confirmed',
  } satisfies Record<Basis, string>,
  channels: { radio: 'radio', say: 'aloud', phone: 'phone', screen: 'screen' } satisfies Record<
    Channel,
    string
  >,
  toYou: 'to you',

  home: {
    kicker: 'Tabletop training for police',
    claim: 'Take the call. Decide. See how it holds up.',
    lead: 'You are the officer in the car. You see what there is to see, the clock is running, and nobody tells you what is right until it is over.',
    take: 'Take the call',
    stepsTitle: 'How it works',
    steps: [
      ['The brief', 'Who you are, where you are, what is known. One minute.'],
      ['The call', 'Radio, people, a street seen from above. You act, and the scene unfolds.'],
      [
        'The debrief',
        'Jurisdiction, constitutional limits, crowd safety: how each act holds up under the law of the place.',
      ],
    ] as readonly (readonly [string, string])[],
    scenarios: 'Scenarios',
    minutes: (n: number) => `about ${n} minutes`,
    runs: 'Your sessions',
    noRuns: 'None yet. Sessions stay on this machine, and you can pick one up again at any time.',
    reached: (clock: string) => `reached ${clock}`,
    attempt: (n: number) => `Try ${n}`,
    stuck: (clock: string) => `reached ${clock}; played with another version, so it cannot be resumed`,
    ended: (clock: string) => `ended at ${clock}`,
    damaged: 'damaged: part of what was saved cannot be read',
    resume: 'Resume',
    debrief: 'Debrief',
    look: 'See what is left',
    forget: 'Delete',
    forgetAsk: 'Delete this session?',
    forgetText: (title: string) => `“${title}” will be removed from this machine. This cannot be undone.`,
    keep: 'Keep it',
    import: 'Open a session file',
    importNote: 'A .run.json file from a debrief, or a .runs.json file with all sessions of one machine.',
    training: 'Training material. It is not legal advice.',
  },

  brief: {
    you: 'Your unit',
    situation: 'Situation',
    can: 'What you can do',
    canText: [
      'Answer when somebody asks. Running out of time is an answer too.',
      'Use the actions along the bottom at any time: radio, verify, camera, medical and more. Nobody will remind you.',
      'Every action takes the time shown, and things keep happening in the meantime.',
    ],
    canUncued:
      'Nobody tells you when to decide. Your options are under Respond. Running out of time is an answer too.',
    judged: 'How it is judged',
    judgedText:
      'By what you knew at the time, on three axes that are never added together. You hear nothing about it until the debrief.',
    note: 'Before you start',
    noteDetail: 'What it shows, in detail',
    settings: 'Settings',
    start: 'Start',
    back: 'All scenarios',
    clock: 'Clock',
    clocks: {
      live: ['Live', 'The clock runs in real time. You can pause.'],
      discussion: ['Discussion', 'Time waits for you, and moves on when you act or press Wait.'],
    },
    level: 'Level',
    levels: {
      guided: ['Guided', 'When somebody asks you something, you choose from a list of answers.'],
      'say-first': [
        'Your words first',
        'You say what you would do in your own words, then choose the closest answer.',
      ],
      uncued: [
        'No prompts',
        'Nobody tells you that a decision is due or how long you have. You act when you think it is time.',
      ],
      coaching: [
        'Coaching',
        'Time stops after each decision, and five questions help you think it over. Ungraded.',
      ],
    },
    pack: 'Law of the place',
    day: 'Law on this date',
    dayNote: 'The story is set on this day. Pick another day to use the law as it was then.',
    time: 'Time to decide',
    times: { 100: 'Standard', 150: 'Time and a half', 200: 'Double' },
    timeNote: 'Changes deadlines and nothing else. It never shows in the results.',
    minutes: (n: number) => `about ${n} minutes`,
    date: (day: string, clock: string) => `${day}, ${clock}`,
  },

  play: {
    log: 'Log',
    newLines: 'New lines',
    decision: 'Decision',
    now: 'Now',
    actions: 'Actions',
    notebook: 'Notebook',
    clock: 'Clock',
    pause: 'Pause',
    paused: 'Paused',
    pausedText: 'The clock is stopped. Press Pause again to continue.',
    covered:
      'The scene is covered while the clock is stopped, so that everybody has the same time to read. With extended time it stays visible.',
    goOn: 'Continue',
    wait: 'Wait',
    waiting: 'Letting time pass',
    speed: 'Speed',
    speeds: { 1: '×1', 2: '×2', 4: '×4' },
    pack: 'Law',
    camera: 'Camera',
    more: 'More',
    keys: 'Keys',
    display: 'Display',
    later: 'What you chose after this in your first session',
    leave: 'Leave and save the session',
    stop: 'Stop the exercise here',
    stopAsk: 'Stop here?',
    stopText: 'The exercise ends now. Anything still open is not judged.',
    stopYes: 'Stop here',
    stopNo: 'Continue',
    resumed: 'Picked up where you left off.',
    saved: 'Saved',
    saving: 'Saving…',
    notSaved: (why: string) => `Cannot save: ${why}`,
    saveWords: {
      quota: 'there is no space left on this machine. Free up some space; the exercise will wait.',
      blocked:
        'this browser does not let pages keep data. Allow it for this page, or leave private browsing.',
      memory:
        'this browser saves nothing, so the session is lost when you close this page. Export it from the debrief.',
      default:
        'this browser refused. You can keep playing, but anything not saved is lost if you reload. Export the session from the debrief.',
    } as Readonly<Record<string, string>>,

    youAre: (place: string) => `Your location: ${place}`,
    nowhere: 'On the way',
    stand: 'Who is where',
    standNone: 'Nobody is in sight yet.',
    here: 'you are here',
    you: 'You',
    rings: {
      local: 'local police',
      unknown: 'not known',
      says: 'says federal',
      card: 'says federal, credential shown',
      confirmed: 'confirmed federal',
      refuted: 'not who they say they are',
      public: 'public',
      medical: 'medical',
    },
    legend: 'Legend',

    known: 'What you know, from whom, how sure',
    knownNone: 'Nothing yet. Everything you learn is noted here, with its source.',
    noted: (n: number) => `${n} noted`,
    learnedFrom: (name: string, basis: string) => `From: ${name}, ${basis}.`,
    did: 'You',
    cut: 'Interrupted:',
    lapsed: 'You gave no answer:',
    words: 'Your words:',
    missedAll:
      'A transmission was broken up, and none of it was heard. You can ask Control to say it again, under Radio.',
    missedPart: 'Broken up: not all of it was heard. You can ask Control to say it again, under Radio.',
    here2: (name: string, own = false) => (own ? 'You are at the scene.' : `${name} is here.`),

    left: (clock: string) => `${clock} left`,
    secondsLeft: (n: number) => `${n} seconds left to answer.`,
    open: (ask: string, time: string) => `You are asked: ${ask} Time to answer: ${time}.`,
    sayLabel: 'In your own words: what would you do?',
    sayKeep: 'Keep my words and show the options',
    sayKept: 'Your words are saved. Choose what comes closest.',
    waits: (what: string, until: string) =>
      `You are busy until ${until}: ${what} This waits; your time starts when you are free.`,
    blocked: (what: string, until: string) => `You are busy until ${until}: ${what} Then you can do this.`,
    cuts: (what: string) => `Answering interrupts what you are doing: ${what}`,
    others: 'Also waiting for you:',
    busy: (until: string) => `until ${until}`,
    doing: 'You are busy',
    waitsForAir: (until: string, what: string) => `Channel busy until ${until}. Then: ${what}`,
    idle: 'Nobody is asking you anything.',
    idleText: 'The clock is running. Use the actions below.',
    idleWait: 'Time waits for you. Act, or press Wait to let it pass.',
    atOnce: 'instant',
    goesOn: { bar: (what: string) => `Continue: ${what}`, log: 'You continue:' },
    nothingIn: (group: string) => `${group}: nothing you can do right now.`,

    law: 'Pocket law',
    shortForms: 'Codes and abbreviations',
    lawNote: 'What the card in your shirt pocket would say. It does not judge this call.',
    lawVerified: {
      read: 'checked against the source',
      secondary: 'from a secondary source',
      memory: 'not yet checked',
    },
    close: 'Close',

    ended: 'The exercise is over',
    stopped: 'Stopped',
    stoppedText: 'You left the exercise here. Anything still open is not judged.',
    nothingLeft: 'Nothing more can happen',
    nothingLeftText: 'The story stopped here: nobody was asked anything, and nobody had anything to do.',
    debrief: 'Debrief',

    refusals: {
      ended: 'The exercise is over.',
      'not-open': 'You cannot do that now.',
      'too-late': 'Too late: the time for that ran out.',
      busy: 'You are still busy. Wait until you are done.',
      'in-the-past': 'The clock has moved on. Try again.',
      'bad-words': 'Write something, up to 2,000 characters.',
      runaway: 'The scenario cannot continue that way from here. Nothing was changed.',
      'not-saved': 'That could not be saved, so it did not happen. Try again.',
    } satisfies Record<Refusal | 'not-saved', string>,
  },

  groups: {
    radio: 'Radio',
    verify: 'Verify',
    camera: 'Camera',
    medical: 'Medical',
    perimeter: 'Perimeter',
    crowd: 'Crowd',
    note: 'Note',
    partner: 'Partner',
    talk: 'Talk',
    law: 'Law',
    do: 'Respond',
  } as Readonly<Record<string, string>>,

  /** Headings of what can be said to somebody, by tone; then what else can be done with them. */
  talk: { calm: 'Calmly', firm: 'Firmly', rest: 'Respond' },

  keys: {
    title: 'Keys',
    single: 'Single-key shortcuts',
    singleNote: 'Turn them off if you dictate, or if keys are pressed by accident.',
    digits: 'Choose an option of the decision',
    space: 'Pause or continue',
    spaceWait: 'Let time pass',
    group: (name: string) => `Open ${name}`,
    notebook: 'Go to the notebook',
    where: 'Where am I?',
    decision: 'Go to the decision',
    law: 'Open pocket law',
    help: 'Show these keys',
    tab: 'Tab moves on, arrow keys move within the action bar and menus, Escape closes.',
    spaceName: 'Space',
  },

  /** What was so, for truths whose scenario has no words of its own. */
  truths: {
    team: {
      label: 'The armed men were',
      values: { federal: 'federal agents', impostors: 'impostors' },
    },
  } as Readonly<
    Record<string, { readonly label: string; readonly values: Readonly<Record<string, string>> }>
  >,

  ...reading,
  ...presence,
  values,
  ground,
  scene,
  sound,

  display: {
    title: 'Display and keys',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'Match the system', dark: 'Dark', light: 'Light' },
    size: 'Text size',
    sizes: { 100: 'Normal', 115: '115%', 130: '130%', 150: '150%', 200: '200%' },
    keys: 'Single-key shortcuts while you play',
    table: 'Draw the map',
    tableNote: 'When off, the same information is given in words, as it is for screen readers.',
  },

  trouble: { details: 'Details for support', title: 'Something went wrong' },
};

export type DeskTexts = typeof desk;
