/** What looks available is: what the menus show as unavailable is what the exercise would refuse, and nothing else. */
import { expect, test } from 'vitest';
import { isBlocked } from '#table/actions/blocked.ts';
import { asUncued, DO } from '#table/actions/uncued.ts';
import { Play } from '../exercise/play.ts';

/** With a card open. */
function asked(): Play {
  const play = new Play();
  play.advance(8_000);
  return play;
}

/** With an action begun, or the card answered. */
function busy(by: 'act' | 'choose'): Play {
  const play = by === 'act' ? Play.arrived() : asked();
  const { at, actions, decisions } = play.view();
  const [card] = decisions;
  const act = actions.find(({ takes }) => takes > 0);
  if (by === 'act' && act) play.send({ kind: 'act', at, seat: 'patrol', action: act.id });
  const option = card?.options.find(({ takes }) => takes > 0);
  if (by === 'choose' && card && option)
    play.send({
      kind: 'choose',
      at,
      seat: 'patrol',
      decision: card.decision,
      visit: card.visit,
      option: option.id,
    });
  return play;
}

test.each(['act', 'choose'] as const)(
  '[TB195] after an %s, an action is shown as unavailable exactly where it would be refused',
  (by) => {
    const view = busy(by).view();
    expect(view.busy?.cuttable).toBe(by === 'act');
    const seen = new Set<boolean>();
    for (const action of view.actions) {
      const refused = busy(by).send({ kind: 'act', at: view.at, seat: 'patrol', action: action.id }) !== null;
      expect(isBlocked(action, view.busy), action.id).toBe(refused);
      seen.add(refused);
    }
    expect(seen.has(by === 'act')).toBe(true);
  },
);

test('[TB195] without prompts an answer is unavailable only while something goes on that it cannot cut; looking around never is', () => {
  const play = asked();
  const [card] = play.view().decisions;
  if (card === undefined) throw new Error('no card');
  const offered = asUncued(play.view(), { look: 'Look around' }).actions.filter(({ group }) => group === DO);
  const [look, ...answers] = offered;
  expect(answers.length).toBeGreaterThan(1);
  const doing = busy('act').view().busy;
  const answering = busy('choose').view().busy;
  expect([doing?.cuttable, answering?.cuttable]).toEqual([true, false]);
  for (const answer of answers) {
    expect(isBlocked(answer, doing)).toBe(false);
    expect(isBlocked(answer, answering)).toBe(answer.takes > 0);
  }
  if (look) expect(isBlocked(look, answering)).toBe(false);
});
