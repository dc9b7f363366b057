/** Item-writing checks at their edges; each code's plain fault and its clean twin stand on its page. */
import { describe, expect, test } from 'vitest';
import { problemsOfDecision } from './one-decision.ts';

interface Written {
  readonly say: string;
  readonly acts?: string;
  readonly rest?: string;
}

/** What is told of a decision: codes and the words of the message between back-ticks. */
function told(ask: string, options: readonly (string | Written)[], spanish?: readonly string[]): string[] {
  const written = options
    .map((option): Written => (typeof option === 'string' ? { say: option } : option))
    .map(({ say, acts, rest }, n) => ({
      say,
      acts: acts ?? `{ approach: { marked: ${n % 2 === 0} } }`,
      takes: rest ?? `${n + 1}s`,
    }));
  return problemsOfDecision(ask, written, spanish)
    .filter(({ code }) => !['SC0407', 'SC0702'].includes(code))
    .map(({ code, file, message }) => {
      const words = [...message.matchAll(/`([^`]+)`/g)].map(([, word]) => word).join(' ');
      return `${code}${file.endsWith('es.yaml') ? ' es' : ''} ${words}`.trim();
    });
}

describe('[SC32] absolute words', () => {
  test('[SC32] one alone is told; two, none, a number and a part of a word are not', () => {
    expect(told('What now?', ['Stop them at once.', 'Wait for them.'])).toEqual(['SC0408 at once']);
    expect(told('What now?', ['Never stop them.', 'Only wait for them.'])).toEqual([]);
    expect(told('What now?', ['Stop all four.', 'Wait for them.'])).toEqual([]);
    expect(told('What now?', ['Stop all of them.', 'Wait for them.'])).toEqual(['SC0408 all']);
    expect(told('What now?', ['Call the wall.', 'Wait for them.'])).toEqual([]);
  });

  test('[SC32] of codes and plain words either half counts', () => {
    expect(told('What now?', ['Say {code 4|never mind}.', 'Wait for them.'])).toEqual(['SC0408 never']);
  });

  test('[SC32] Spanish is read by itself, and told in its own file', () => {
    const english = ['Stop them now.', 'Wait for them.'];
    expect(told('What now?', english, ['¿Y ahora?', 'Pararlos siempre.', 'Esperar.'])).toEqual([
      'SC0408 es siempre',
    ]);
    expect(told('What now?', english, ['¿Y ahora?', 'Parar a todos los cuatro.', 'Esperar.'])).toEqual([]);
    expect(told('What now?', english, ['¿Y ahora?', 'Parar a todos ellos.', 'Esperar.'])).toEqual([
      'SC0408 es todos',
    ]);
  });
});

test('[SC33] a loaded word is told in question and option, in each language; what is quoted is not', () => {
  expect(told('They act illegally.', ['Stop them now.', 'Wait for them.'])).toEqual(['SC0409 illegally']);
  expect(told('What now?', ['Bravely walk up.', 'Wait properly.'])).toEqual([
    'SC0409 Bravely',
    'SC0409 properly',
  ]);
  expect(told('What now?', ['Say “this is brutal”.', 'Wait for them.'])).toEqual([]);
  const spanish = ['¿Y ahora?', 'Parar a los matones.', 'Decir «es brutal».'];
  expect(told('What now?', ['Stop them now.', 'Wait for them.'], spanish)).toEqual(['SC0409 es matones']);
});

test('[SC34] two words of the question in one option are an echo; one, a name, or a word in another too are none', () => {
  const ask = 'The driver of the locked truck shouts at Harlan.';
  expect(told(ask, ['Let drivers see it is locked.', 'Wait for them.'])).toEqual(['SC0410 drivers locked']);
  expect(told(ask, ['Let the driver out.', 'Wait for them.'])).toEqual([]);
  expect(told(ask, ['Ask Harlan of the driver.', 'Wait for them.'])).toEqual([]);
  expect(told(ask, ['Let drivers see it is locked.', 'Wait by the truck.'])).toEqual([]);
});

describe('[SC35] options that differ in nothing', () => {
  const acts = '{ announce: {} }';
  const pair = (one: string, other: string) =>
    told('What now?', [
      { say: 'Stop them now.', acts, rest: one },
      { say: 'Wait for them.', acts, rest: other },
    ]);

  test('[SC35] equal effects are told, whatever the words, the order of keys and the names of lines', () => {
    expect(pair('5s', '5s')).toEqual(['SC0411 o1 o0']);
    expect(
      pair(
        '5s, then: [{ set: { taped: true, supervisor: here } }, { say: { id: a, from: lead, text: No. } }]',
        '5s, then: [{ set: { supervisor: here, taped: true } }, { say: { id: b, from: lead, text: No. } }]',
      ),
    ).toEqual(['SC0411 o1 o0']);
  });

  test('[SC35] another time, condition, effect or answer is a difference', () => {
    expect(pair('5s', '6s')).toEqual([]);
    expect(pair('5s', `5s, when: "me.identity == 'confirmed'"`)).toEqual([]);
    expect(pair('5s', '5s, then: [{ set: { taped: true } }]')).toEqual([]);
    const says = (text: string) => `5s, then: [{ say: { from: lead, text: ${text} } }]`;
    expect(pair(says('No.'), says('Yes.'))).toEqual([]);
  });
});

test('[SC36] three kinds of acts beside one are a bundle; two beside one, or three beside two, are none', () => {
  const [one, two, three] = ['{ announce: {} }', '{ explain: {} }', '{ disengage: {} }'];
  const pair = (acts: string, other: string) =>
    told('What now?', [
      { say: 'Stop them now.', acts },
      { say: 'Wait for them.', acts: other },
    ]).length;
  expect(pair(`${one}, ${two}, ${three}`, one)).toBe(1);
  expect(pair(`${one}, ${two}, ${three}`, `${one}, ${two}`)).toBe(0);
  expect(pair(`${one}, ${two}`, '')).toBe(0);
  expect(pair(`${one}, ${one}, ${one}`, two)).toBe(0);
});

test('[SC40] a text that is too long for its time in Spanish is told, though the English one is not', () => {
  const words = Array.from({ length: 130 }, (_, n) => `p${n}`).join(' ');
  const english = ['Stop them now.', 'Wait for them.'];
  expect(told('What now?', english, [words, 'Pararlos ya.', 'Esperar.'])).toEqual(['SC0401 approach']);
  expect(told('What now?', english, ['¿Y ahora?', 'Pararlos ya.', 'Esperar.'])).toEqual([]);
});
