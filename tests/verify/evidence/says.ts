/** What words say of places, motion and posture: the patterns that are looked for. English, lower case. */
import type { Doing } from '#exercise/view.ts';

/** Near whom: the words before the one who is named, and metres within which they stand. */
export const NEAR: readonly (readonly [RegExp, number])[] = [
  [/\b(?:standing over|kneeling by|next to|beside|(?<!nose to nose |talking )with) (?:the )?/g, 6],
  [/\b(?:talking with|telling|holding) (?:the )?/g, 9],
  [/\bnose to nose with (?:the )?/g, 9],
  [/\bagainst the front wheel of (?:the )?/g, 9],
  [/\bin front of (?:the )?/g, 5],
];
/** As close as one person stands to another. */
export const CLOSE: readonly (readonly [RegExp, number])[] = [
  [/\bat (?=your chest)/g, 2.5],
  [/\bclose to (?:the )?/g, 5],
  [/\bpointing at (?=your)/g, 6],
];
/** On the move. */
export const MOVING =
  /(?<!engine )\b(running|driving (?:off|in)|pulling out|walking back|coming with|getting into|backing off|going home|leaving by|led out|taken along|turning traffic away on foot|on the bus|rolling up)\b/;
/** Standing where one is. */
export const STILL = /\b(standing still|waiting|stuck|parked|held, engine|broken|nose to nose)\b/;
/** What nobody does for long. */
export const MOMENTARY =
  /\b(breathing hard|hands up|arm shaking|waving|pointing at|holding out|(?<!engine )running|giving up|stopping to look|coming out of)\b/;
/** A posture in words, and what may be drawn. */
export const POSTURES: readonly (readonly [RegExp, readonly Doing[]])[] = [
  [/\bsitting\b/, ['sitting', 'held', 'working']],
  [/\b(on the ground|on a stretcher)\b/, ['lying']],
  [/\bkneeling\b/, ['working']],
  [/(?:^|, )in handcuffs\b/, ['held', 'working']],
  [/\bshouting\b/, ['shouting', 'filming', 'pressing']],
  [/\bstanding(?! over)\b/, ['standing', 'filming', 'shouting']],
];
/** Words that have somebody gone, and who. */
export const GONE: readonly (readonly [RegExp, 'men' | 'vehicle'])[] = [
  [
    /\bthe(?:y|m)(?:'re| are) gone\b|\bthey have gone\b|over the (?:back )?fence\b|\bthe team is gone\b/,
    'men',
  ],
  [/\bvan(?:'s| is) gone\b/, 'vehicle'],
];
/** Aloud: I come closer, now. */
export const COMES = /\b(?:i'm|i am|i) (?:coming (?:closer|over)|come closer)\b/;
/** On the radio: I have come. */
export const HERE = /\b(on scene|in place on|we're here|at your curb)\b/;
