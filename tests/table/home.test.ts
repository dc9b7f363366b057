/** The first page as it is drawn, without a browser. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { Home } from '#table/home/home.tsx';
import type { RunCard } from '#table/props/screen-props.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('[TB13] a kept session is called as its scenario is in the language of the page, and as it was where that is gone', () => {
  vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'es' } });
  const nothing = () => undefined;
  const kept = (id: string, scenario: string, asListed = true): RunCard => ({
    id,
    scenario,
    asListed,
    title: `${scenario} in English`,
    touched: 0,
    at: 0,
    state: 'ended',
  });
  const scenario = {
    id: 'here',
    title: 'Aquí',
    role: '',
    situation: '',
    note: '',
    objectives: [],
    minutes: 20,
    callsign: '',
    asOf: '2026-06-30',
    startsAt: '17:00',
  };
  const props = {
    scenarios: [scenario],
    runs: [kept('a', 'here'), kept('b', 'gone'), { ...kept('c', 'here', false), title: 'as it was' }],
    notices: [],
    addressOf: (id: string) => `#/play/${id}`,
    onResume: nothing,
    onDebrief: nothing,
    onForget: nothing,
    onImport: nothing,
  };
  const html = renderToStaticMarkup(createElement(Home, props));
  const called = [...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, title]) => title?.replace(/<[^>]+>/g, ''));
  expect(called).toEqual(expect.arrayContaining(['Aquí', 'gone in English', 'as it was']));
  expect(html).not.toContain('here in English');
});
