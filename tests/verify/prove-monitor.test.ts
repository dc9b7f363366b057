/** The monitor of an exploration against the kernel's judge: the same words, over whole runs, kept and loaded on the way. */
import { expect, test } from 'vitest';
import { Kernel } from '#kernel/kernel.ts';
import { Judge } from '#kernel/packed-judge.ts';
import { Monitor } from '#verify/exhaustive/law-monitor.ts';
import { dice } from '../exercise/walk.ts';
import { type Game, generatedGames, shippedGames } from './games.ts';

const AXES = [0, 1, 2];

/** Two kernels of a game, one ruled by judges over its whole trace, one followed by monitors piece by piece. */
function pairOf(game: Game) {
  const [seatId] = game.seats;
  const seat = game.playbook.seats.findIndex((one) => one.id === seatId);
  const wish = { seats: game.seats.slice(0, 1), extended: game.extended };
  const [whole, parted] = [new Kernel(game.playbook, wish), new Kernel(game.playbook, wish)];
  const judges = game.laws.map((under) => new Judge(whole.run, under, seat));
  const monitors = game.laws.map((under) => new Monitor(parted.run, under, seat));
  return { whole, parted, judges, monitors };
}

/** Plays one run at random, keeping and loading after each command; the words of judges and monitors, by law and axis. */
function words(
  { whole, parted, judges, monitors }: ReturnType<typeof pairOf>,
  seed: number,
): { readonly judge: string; readonly monitor: string } | null {
  const roll = dice(seed);
  try {
    whole.open(seed);
  } catch {
    return null;
  }
  parted.open(seed);
  for (const monitor of monitors) {
    monitor.blank();
    monitor.follow(0);
  }
  for (let move = 0; move < 600 && whole.ended === -1; move++) {
    const kept = parted.run.keep();
    const notes = monitors.map((monitor) => {
      const note = new Int32Array(monitor.size + 3);
      monitor.keep(note, 3);
      monitor.blank();
      return note;
    });
    parted.load(kept);
    for (const [n, monitor] of monitors.entries()) monitor.load(notes[n] ?? new Int32Array(0), 3);
    const due = whole.nextDue;
    const { offers, offersN } = whole.run;
    const how = roll(4);
    const at =
      due < 0 ? whole.at + 1000 : how === 0 ? due : how === 1 ? Math.max(whole.at, due - 1) : whole.at;
    if (how < 2 || offersN === 0) {
      if (due < 0 && how < 2) break;
      if (whole.advance(at) !== null) return null;
      parted.advance(at);
    } else {
      const n = roll(offersN / 2) * 2;
      const [source, visit] = [offers[n] ?? 0, offers[n + 1] ?? 0];
      if (whole.take(whole.at, source, visit) === 'runaway') return null;
      parted.take(parted.at, source, visit);
    }
    for (const monitor of monitors) monitor.follow(0);
  }
  if (whole.ended === -1) return null;
  for (const judge of judges) judge.rule();
  return {
    judge: judges.map((judge) => [...judge.word].join()).join(' '),
    monitor: monitors.map((monitor) => AXES.map((axis) => monitor.word(axis)).join()).join(' '),
  };
}

test('[RH31] the monitor comes to the words of the judge, on what is shipped and on generated stories and packs', () => {
  const seen = new Set<string>();
  let runs = 0;
  for (const game of [...shippedGames(), ...generatedGames(16)]) {
    const pair = pairOf(game);
    for (let seed = 1; seed <= (game.name.startsWith('generated') ? 3 : 24); seed++) {
      const both = words(pair, seed);
      // A generated story that runs away or never ends does so from any seed, and is dear.
      if (both === null && game.name.startsWith('generated')) break;
      if (both === null) continue;
      runs += 1;
      expect(both.monitor, `${game.name}, seed ${seed}`).toBe(both.judge);
      for (const word of both.judge.split(/[ ,]/)) seen.add(word);
    }
  }
  expect(runs).toBeGreaterThan(20);
  expect([...seen].sort()).toEqual(['0', '1', '2', '3', '4']);
}, 60_000);
