/** How the flagship presses people who play at its own speed, and what diligence is worth in it. */
import { describe, expect, test } from 'vitest';
import type { Command } from '#exercise/commands.ts';
import { Kernel } from '#kernel/kernel.ts';
import { halves, leastWithinMs } from '#scenario/texts/reading-time.ts';
import { feelings, flagship } from '../bench/pressure.ts';
import { decodeTrace } from '../kernel/decode.ts';

const playbook = flagship();

describe('[SC76] pressure', () => {
  test('[SC76] urgent decisions leave 10 to 20 s beyond one and a half times the reading, calm ones a minute', () => {
    const spare = (id: string) => {
      const decision = playbook.decisions.find((one) => one.id === id);
      if (decision === undefined) throw new Error(`no decision ${id}`);
      const ids = [decision.ask, ...decision.options.map(({ say }) => say)];
      const tables = [playbook.texts, ...Object.values(playbook.translations)];
      const versions = tables.flatMap((table) => {
        const texts = ids.map((one) => halves(table[one] ?? playbook.texts[one] ?? ''));
        return [texts.map(([codes]) => codes), texts.map(([, plain]) => plain)];
      });
      // The least that is given holds 10 s beyond the reading already.
      return (decision.withinMs - leastWithinMs(versions)) / 1000 + 10;
    };
    for (const id of ['van-moves', 'over-the-sights', 'his-hand', 'the-crash', 'the-stop', 'first-words']) {
      expect(spare(id), id).toBeGreaterThanOrEqual(10);
      expect(spare(id), id).toBeLessThanOrEqual(20);
    }
    const calm = [
      'anything-else',
      'the-case',
      'on-the-air',
      'filming',
      'born-here',
      'sorensen',
      'the-report',
    ];
    for (const id of calm) expect(playbook.decisions.find((one) => one.id === id)?.withinMs, id).toBe(60_000);
  });

  test.each([
    ['quiet', true],
    ['active', false],
  ])(
    '[SC76] %s people hear at most 160 words in any minute, and nobody stands 25 s with nothing',
    (_, quiet) => {
      for (const { busiest, silence, ending } of feelings(playbook, 25, quiet)) {
        expect(busiest.words, `${ending}, from ${busiest.from} s`).toBeLessThanOrEqual(160);
        expect(silence.seconds, `${ending}, from ${silence.from} s`).toBeLessThanOrEqual(25);
      }
    },
  );
});

/** When the answer came, in seconds; Infinity where it never did. What is asked for is done as soon as it can be, in that order. */
function answered(seed: number, deeds: readonly string[]): number {
  const kernel = new Kernel(playbook, { seats: ['patrol'], extended: 100 });
  const give = (command: Command) => kernel.give(command) === null;
  kernel.open(seed);
  const seat = 'patrol';
  const left = [...deeds];
  for (let at = 56_000; kernel.ended === -1 && at < 25 * 60_000; at += 1_000) {
    if (at === 56_000)
      give({ kind: 'choose', at, seat, decision: 'way-in', visit: 1, option: 'lights-and-cover' });
    const [deed] = left;
    if (deed !== undefined && give({ kind: 'act', at, seat, action: deed })) left.shift();
    else kernel.advance(at);
  }
  const known = decodeTrace(kernel.run).find(
    (event) =>
      event.kind === 'learnt' && event.fact === 'identity' && /^(confirmed|refuted)$/.test(event.value),
  );
  return known === undefined ? Number.POSITIVE_INFINITY : known.at / 1000;
}

test('[SC77] badge, plate and paper each shorten the way to the answer, whoever the men are; asking before never beats asking with them', () => {
  const team = playbook.slots.findIndex(({ id }) => id === 'truth.team');
  const seen = new Set<number>();
  for (let seed = 1; seed <= 12; seed++) {
    const opened = new Kernel(playbook, { seats: ['patrol'], extended: 100 });
    opened.open(seed);
    seen.add(opened.run.slots[team] ?? -1);
    const early = answered(seed, ['callback']);
    // The same moment of asking: what is not brought is replaced by as long a note.
    const [badge, plate, paper] = ['name-and-badge', 'run-plate', 'see-paper'];
    const wait = ['note-facts', 'note-facts', 'note-facts', 'note-facts', 'note-facts'];
    const alone = answered(seed, [badge ?? '', ...wait, 'callback']);
    const withPlate = answered(seed, [badge ?? '', plate ?? '', ...wait.slice(1), 'callback']);
    const withPaper = answered(seed, [badge ?? '', paper ?? '', paper ?? '', ...wait.slice(3), 'callback']);
    const all = answered(seed, [
      badge ?? '',
      plate ?? '',
      paper ?? '',
      paper ?? '',
      ...wait.slice(4),
      'callback',
    ]);
    const told = `seed ${seed}: ${early}, ${alone}, ${withPlate}, ${withPaper}, ${all}`;
    expect(alone, told).toBeLessThan(early);
    expect(withPlate, told).toBeLessThan(alone);
    expect(withPaper, told).toBeLessThan(alone);
    expect(all, told).toBeLessThanOrEqual(Math.min(withPlate, withPaper));
  }
  expect(seen.size).toBe(2);
});
