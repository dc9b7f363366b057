/** English words for what is heard: captions, and how loud it is. */
import type { SoundId } from '../../sound/catalogue.ts';

export const sound = {
  on: 'Sound',
  title: 'Sound',
  note: 'Everything you hear is also shown on the screen.',
  muted: 'No sound',
  volumes: {
    all: 'Everything',
    radio: 'Radio clicks and static',
    voices: 'Spoken lines',
    scene: 'What happens on the street',
    room: 'Background sound',
  },
  percent: (n: number) => `${n}%`,
  tryIt: (what: string) => `Try it: ${what}`,
  tryShort: 'Try it',
  nowOn: 'Sound is on.',
  nowOff: 'Sound is off.',
  caption: (what: string) => `[${what}]`,
  heard: (what: string) => `You hear: ${what}.`,
  /** Each sound in words, as a caption has it. */
  words: {
    'key-click': 'radio clicks on',
    carrier: 'radio hisses',
    squelch: 'radio clicks off',
    tick: 'a question comes up',
    siren: 'siren nearby',
    'siren-far': 'siren in the distance',
    'engine-idle': 'your engine running',
    'engine-drive': 'a car driving',
    'crowd-murmur': 'people talking',
    'crowd-shouting': 'people shouting',
    'crowd-chanting': 'people chanting together',
    street: 'the street',
    'van-door': 'a van door slides shut',
    crash: 'a crash, breaking glass',
    ram: 'blows against a door',
    spray: 'a spray can hisses',
    horn: 'a car horn',
    glass: 'glass breaks',
    shout: 'a shout',
  } satisfies Record<SoundId, string>,
};

export type SoundTexts = typeof sound;
