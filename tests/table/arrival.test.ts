/** The arrival at the flagship's house, as the log has it and a screen reader is told it. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Log } from '#table/play/log.tsx';
import { tapeOf } from './scene-tape.ts';

const FIRST_SIGHT = ['Four men, vests, POLICE on the back.', 'Two of them are masked.', 'One man in cuffs'];

test('[TB102] first sight is told in three sentences, each announced, before anything about it is asked', () => {
  const tape = tapeOf('careful-federal');
  let at = 0;
  const askedAt = () => tape.viewAt(at).decisions.some(({ decision }) => /first-words$/.test(decision));
  while (!askedAt() && at < tape.endedAt) at += 1_000;
  expect(askedAt(), 'the question never came').toBe(true);
  const view = tape.viewAt(at);
  const html = renderToStaticMarkup(createElement(Log, { view }));
  expect(html).toMatch(/role="log"[^>]* aria-live="polite"/);
  const entries = html.split(/(?=<div class="[^"]*entry)/).slice(1);
  for (const sentence of FIRST_SIGHT) {
    const entry = entries.find((one) => one.includes(sentence));
    expect(entry, sentence).toBeDefined();
    expect(entry, sentence).not.toContain('aria-live="off"');
  }
  // Nothing but what follows at once stands between them and the question.
  const last = entries.findLastIndex((one) => FIRST_SIGHT.some((sentence) => one.includes(sentence)));
  expect(entries.length - 1 - last).toBeLessThanOrEqual(3);
});
