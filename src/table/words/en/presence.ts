/** English words of the levels, the radio builder, pocket law and keys of one's own. */
export const presence = {
  uncued: {
    idle: 'The call is yours.',
    idleText: 'Nobody prompts you, and the clock is running. Look, listen, and use the actions below.',
    idleWait: 'Nobody prompts you. Use the actions below, or press Wait to let time pass.',
    /** What the group "Do" of the action bar always holds. */
    always: {
      look: 'Look around.',
      notes: 'Read your notes.',
      card: 'Take out the pocket card.',
      wait: 'Let time pass.',
    },
  },

  coaching: {
    mark: 'Coaching — ungraded',
    markWhy: 'Time stopped after each decision, so this session is practice. Its standings are not a grade.',
    title: 'Stop and think',
    frozen: 'The clock is stopped. Nothing you write is judged or saved: it is gone when you leave the page.',
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    steps: [
      {
        name: 'Collect information',
        asks: [
          'What do you know, and who told you?',
          'What do you still need to know, and who could tell you?',
        ],
      },
      {
        name: 'Assess the situation, threats and risks',
        asks: ['Who could get hurt now, and how?', 'How sure are you? Is there time to find out more?'],
      },
      {
        name: 'Consider police powers and agency policy',
        asks: [
          'What may you do here? What must you do? What are you barred from?',
          'Who decides this: you, or somebody else?',
        ],
      },
      {
        name: 'Identify options, and choose the best course of action',
        asks: [
          'What could you do next, and where would each lead?',
          'Which would you choose, and why that one?',
        ],
      },
      {
        name: 'Act, review, and assess again',
        asks: [
          'What did you want from what you just did? Did it happen?',
          'What will you look at first when the clock starts again?',
        ],
      },
    ] as readonly { readonly name: string; readonly asks: readonly string[] }[],
    justDid: 'What you just did',
    cameBack: 'What happened then',
    nothingBack: 'Nothing yet.',
    knows: 'What you know',
    stand: 'Who is where',
    cards: 'Your pocket card',
    cardsNone: 'Your card is empty.',
    asked: 'You are asked',
    options: 'What you can do now',
    wrote: 'Last time you wrote',
    own: 'In your own words (optional)',
    next: 'Next step',
    back: 'Previous step',
    goOn: 'Return to the call',
    source: 'The five steps are the Critical Decision-Making Model of the Police Executive Research Forum.',
  },

  builder: {
    open: 'Build a message…',
    title: 'Build a radio message',
    lead: 'Choose the words, read the message once, and send it. Control acts on what you ask for.',
    who: 'Who you call',
    where: 'Where',
    what: 'What is going on',
    need: 'What you need',
    none: '(leave out)',
    pick: 'Choose…',
    style: 'Words',
    styles: { plain: 'Plain words', codes: 'Radio codes' },
    said: 'You will say',
    length: (seconds: number) => `Takes about ${seconds} s to say`,
    takes: (clock: string) => `${clock} on the air`,
    choose: 'Choose what you need. Without it there is nothing to send.',
    gone: 'You cannot ask for that now. Choose something else.',
    send: 'Send it',
  },

  lawTime: {
    questions: {
      stop: 'May I stop or hold somebody, or the van?',
      force: 'May I use force, or step in when they do?',
      house: 'May I go into the house? May they?',
      who: 'How do I find out who they are?',
      help: 'May I help them, or get in their way?',
      names: 'May I run names, or ask about papers?',
      film: 'May people film, and what about my camera?',
      crowd: 'May I move the crowd, and what may I tell it?',
      hurt: 'Somebody is injured or alone: what do I owe them?',
      record: 'What do I write down, and whom do I tell?',
    },
    other: 'What else is on the card?',
    live: 'The clock keeps running while you read.',
    paused: 'The clock is paused.',
    discussion: 'Each card you open takes as long as it takes to read.',
    costs: (time: string) => `takes ${time}`,
    asked: 'Somebody needs you. You look up from the card.',
  },

  rebind: {
    title: 'Your keys',
    change: (what: string, key: string) => `${what}: ${key}. Press to change it.`,
    press: 'Press the new key, or Escape to keep the old one.',
    taken: (key: string, what: string) => `${key} already does this: ${what}. Nothing was changed.`,
    digit: 'The digits choose answers and cannot be changed. Nothing was changed.',
    notOne: 'Only a letter, a symbol or Space can be a key here. Nothing was changed.',
    set: (what: string, key: string) => `${what}: now ${key}.`,
    reset: 'Reset to the default keys',
    wasReset: 'The keys are back to their defaults.',
    table: 'Go to the map',
    mute: 'Sound on or off',
    doGroup: 'Open Respond',
  },
};

export type PresenceTexts = typeof presence;
