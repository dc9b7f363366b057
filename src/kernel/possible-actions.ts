/** Which standing actions are possible now: what an action asks beside the states that stand is asked only if something it reads has changed. */
import { isTrue } from './condition-code.ts';
import { int } from './conditions.ts';
import { laneAt } from './possible-tables.ts';
import { HEAD, isPlayed, type Run } from './state.ts';
import { TOUCHES } from './touches.ts';

/** Looks again at what changed since; answers whether `now` is otherwise than what was told last. */
export function askPossible(run: Run): boolean {
  const { standing, place, slots } = run;
  const { possible, conditions } = run.tables;
  const { words } = possible;
  if (standing.playedBy !== int(run.s, HEAD.played)) askWho(run);
  let isOtherwise = false;
  for (let word = 0; word < words; word++) {
    let known = int(standing.known, word);
    for (let left = run.touched & -TOUCHES.firstLane; left !== 0; left &= left - 1) {
      known &= ~int(possible.reads, laneAt(left & -left) * words + word);
    }
    let can = int(standing.may, word);
    for (let region = 0; region < place.length; region++)
      can &= int(possible.while, int(place, region) * words + word);
    let held = int(standing.held, word);
    for (let left = can & ~known; left !== 0; left &= left - 1) {
      const bit = left & -left;
      const asks = int(possible.asks, word * 32 + 31 - Math.clz32(bit));
      held = asks < 0 || isTrue(conditions, asks, slots, place) ? held | bit : held & ~bit;
    }
    standing.known[word] = known | can;
    standing.held[word] = held;
    standing.now[word] = held & can;
    if ((held & can) !== int(standing.told, word)) isOtherwise = true;
  }
  return isOtherwise;
}

/** Standing actions are for the seats that people play now. */
function askWho(run: Run): void {
  const { standing, tables } = run;
  standing.playedBy = int(run.s, HEAD.played);
  standing.may.fill(0);
  for (let n = 0; n < tables.standing; n++) {
    if (!isPlayed(run, tables.sources[n]?.seat ?? -1)) continue;
    standing.may[n >> 5] = int(standing.may, n >> 5) | (1 << (n & 31));
  }
}
