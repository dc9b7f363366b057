/** What lies open on the play screen: which tab, table or words, which drawer; and where the focus is to go once it is drawn. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { SeatView } from '#exercise/view.ts';
import type { Shows } from '../map/sand-table.tsx';
import { usePreferring } from '../preferences/preferences.ts';
import type { Drawer } from './side/side.tsx';

/** On a small screen one of them is seen at a time. */
export const TABS = ['talk', 'table', 'notebook'] as const;
export type Tab = (typeof TABS)[number];

export interface PlayParts {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly shows: Shows | 'off';
  readonly onShows: (shows: Shows) => void;
  readonly drawer: Drawer | null;
  readonly onDrawer: (drawer: Drawer | null) => void;
  readonly pinned: boolean;
  readonly onPin: (on: boolean) => void;
  /** Something was noted since the notebook was last seen. */
  readonly news: boolean;
  /** Opens what the key asks for and puts the focus there. */
  readonly goTo: (what: 'where' | 'notebook') => void;
  readonly toggleTable: () => void;
  readonly where: RefObject<HTMLElement | null>;
  readonly notebook: RefObject<HTMLElement | null>;
}

/** Holds nothing of the run: only how the desk lies. */
export function usePlayParts(view: Pick<SeatView, 'log'>): PlayParts {
  const { preferences, onPreferences } = usePreferring();
  const [tab, setTab] = useState<Tab>('talk');
  const [wish, setWish] = useState<Shows>('table');
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const [pinned, setPinned] = useState(false);
  const [going, setGoing] = useState<'where' | 'notebook' | null>(null);
  const where = useRef<HTMLElement>(null);
  const notebook = useRef<HTMLElement>(null);
  const noted = view.log.findLast((item) => item.kind === 'learnt')?.n ?? -1;
  const [read, setRead] = useState(noted);
  const isOut = drawer === 'notebook' || tab === 'notebook';
  const shows = preferences.table ? wish : 'off';

  useEffect(() => {
    if (isOut) setRead(noted);
  }, [isOut, noted]);
  useEffect(() => {
    if (going === null) return;
    (going === 'where' ? where : notebook).current?.focus();
    setGoing(null);
  }, [going]);

  const onShows = (next: Shows) => {
    setWish(next);
    if (next === 'table' && !preferences.table) onPreferences({ ...preferences, table: true });
  };
  return {
    tab,
    onTab: setTab,
    shows,
    onShows,
    drawer,
    onDrawer: setDrawer,
    pinned,
    onPin: setPinned,
    news: noted > read,
    goTo: (what) => {
      if (what === 'where') setWish('words');
      else setDrawer('notebook');
      setTab(what === 'where' ? 'table' : 'notebook');
      setGoing(what);
    },
    toggleTable: () => {
      onShows(shows === 'table' ? 'words' : 'table');
      setTab('table');
    },
    where,
    notebook,
  };
}
