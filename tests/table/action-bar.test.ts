/** The bar of standing actions as a screen reader gets it, without a browser. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { ActionBar } from '#table/play/action-bar.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('[TB192] a group with nothing to do now is said to be unavailable, and why, and can still be pressed', () => {
  // Preferences look there for the theme of the page.
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  const nothing = () => undefined;
  const bar = {
    actions: [],
    busy: null,
    keys: false,
    open: null,
    onOpen: nothing,
    onAct: nothing,
    onNothing: nothing,
  };
  const buttons = renderToStaticMarkup(createElement(ActionBar, bar)).match(/<button.*?<\/button>/g) ?? [];
  expect(buttons.length).toBeGreaterThan(3);
  for (const button of buttons) {
    expect(button).toMatch(/^<button[^>]* aria-disabled="true"/);
    expect(button).not.toMatch(/^<button[^>]* disabled/);
    expect(button).toContain(': nothing you can do right now.');
  }
});
