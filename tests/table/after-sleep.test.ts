/** What a person reads after the machine slept, and on coming to the scene. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SLEPT_MS } from '#host/rhythm.ts';
import { WhyPaused } from '#table/frames/why-paused.tsx';
import { Log } from '#table/play/log.tsx';
import { startRun } from '#table/runs/open-run.ts';
import { DeskWords } from '#table/words/desk-words.ts';
import { desk as english } from '#table/words/en/desk.ts';
import { shell as englishShell } from '#table/words/en/shell.ts';
import { desk as spanish } from '#table/words/es/desk.ts';
import { shell as spanishShell } from '#table/words/es/shell.ts';
import { Play } from '../exercise/play.ts';
import { flagship, room, settings } from './shipped-room.ts';

test.each([
  ['Continue', englishShell],
  ['Seguir', spanishShell],
])(
  '[TB3] after sleep a button “%s” lets the clock run again; no key has to be found',
  async (goOn, texts) => {
    const here = room();
    const { session } = await startRun(here, flagship(), settings);
    await here.tempo.pass(1_000);
    const onGoOn = () => session.pause(false);
    const drawn = () => WhyPaused({ reason: session.pauseReason(), texts, onGoOn });
    expect(drawn()).toBe(null);
    here.tempo.sleep(SLEPT_MS * 10);
    await here.tempo.pass(1_000);
    const stands = session.view().at;
    await here.tempo.pass(5_000);
    expect(session.view().at).toBe(stands);
    const banner = drawn();
    expect(renderToStaticMarkup(banner)).toContain(
      `${texts.pauses.slept}</span><button type="button">${goOn}</button>`,
    );
    expect(texts.pauses.slept).not.toMatch(/press|pulse|presione/i);
    banner?.props.children.props.onClick();
    expect(session.pauseReason()).toBe(null);
    expect(drawn()).toBe(null);
    await here.tempo.pass(5_000);
    expect(session.view().at).toBe(stands + 5_000);
    session.close();
  },
);

test('[TB102] who comes to the scene reads it of themselves as a sentence, of others by name', () => {
  const view = Play.arrived().view();
  const arrived = view.log.find((item) => item.kind === 'arrived' && item.own === true);
  if (arrived?.kind !== 'arrived') throw new Error('nobody came to the scene');
  const read = (words: typeof english, log: readonly (typeof arrived)[]) =>
    renderToStaticMarkup(
      createElement(DeskWords, { value: words }, createElement(Log, { view: { ...view, log } })),
    ).replaceAll(/<[^>]*>/g, ' ');
  expect(read(english, [arrived])).toContain('You are at the scene.');
  expect(read(spanish, [arrived])).toContain('Usted llegó al lugar.');
  const { own: _, ...theirs } = { ...arrived, name: 'The sergeant' };
  expect(read(english, [theirs])).toContain('The sergeant is here.');
});
