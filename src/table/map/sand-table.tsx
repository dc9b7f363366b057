/** The left of the play screen: the sand table drawn, or the same in words; how it is looked at, and what can be done with what is on it. */
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { MapPlan } from '#scenario/map/map-plan.ts';
import type { Picked } from '#table/scene/mount.ts';
import { useNight } from '../preferences/use-night.ts';
import { cx } from '../ui/class-names.ts';
import { Button } from '../ui/controls.tsx';
import { Icon } from '../ui/icons.tsx';
import type { Followed } from '../ui/use-session.ts';
import { useDesk } from '../words/desk-words.ts';
import { AimMenu } from './aim.tsx';
import { aimAt, aimsOf } from './aim-order.ts';
import styles from './sand-table.module.css';
import { SandTableKeys } from './sand-table-keys.tsx';
import { Legend } from './sand-table-legend.tsx';
import { useScene } from './use-scene.ts';
import { WhereYouAre } from './where-you-are.tsx';

/** Drawn or told. */
export type Shows = 'table' | 'words';

/**
 * While the table is not drawn (still coming, switched off, no WebGL, no map) the words stand in its place and nothing else is lost; while it
 * is drawn they are there for screen readers. `where` is what the key "where am I" leads to.
 */
export function SandTable(props: {
  readonly now: Followed;
  /** Undefined while it is still on its way. */
  readonly map: MapPlan | null | undefined;
  /** What the reader wants to see; `off` where they want no table drawn at all. */
  readonly shows: Shows | 'off';
  readonly onShows: (shows: Shows) => void;
  readonly where: RefObject<HTMLElement | null>;
  readonly onAct: (action: string) => void;
}) {
  const { now, shows, onShows, where } = props;
  const map = props.map ?? null;
  const { view, clock } = now;
  const g = useDesk().ground;
  const frameBox = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const keys = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [follows, setFollows] = useState(false);
  const open = (what: Picked, at: { readonly x: number; readonly y: number }) => {
    const spot = anchor.current;
    if (spot) Object.assign(spot.style, { left: `${at.x}px`, top: `${at.y}px` });
    setPicked(what);
  };
  // Once laid, it stays behind the words: going there and back costs nothing.
  const [laid, setLaid] = useState(false);
  useEffect(() => {
    if (shows !== 'words') setLaid(shows === 'table');
  }, [shows]);
  const moving = clock.policy === 'live' && !clock.paused && view.ended === null;
  const { state, handle } = useScene({
    host,
    map,
    on: laid,
    seen: shows === 'table',
    night: useNight(),
    frame: { at: view.at, view, moving, speed: clock.speed, jump: false },
    onPick: open,
  });
  const drawn = state === 'drawn' && shows === 'table';
  const aims = drawn ? aimsOf(view, map) : [];
  const aim = picked === null ? null : aimAt(view, map, picked);
  useClear(frameBox, handle, drawn);
  const fit = () => {
    setFollows(false);
    handle?.follow(false);
    handle?.fit();
  };

  return (
    <div ref={frameBox} className={styles.frame} data-drawn={drawn}>
      <Host at={host} />
      <div className={styles.bar} data-clear="">
        <ToggleButtonGroup
          aria-label={g.shows}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shows === 'table' && props.map !== null && state !== 'broke' ? 'table' : 'words']}
          onSelectionChange={(chosen) => onShows(chosen.has('words') ? 'words' : 'table')}
          className={cx(styles.switch)}
        >
          <ToggleButton
            id="table"
            isDisabled={props.map === null || state === 'broke'}
            className={cx(styles.side)}
          >
            {g.table}
          </ToggleButton>
          <ToggleButton id="words" className={cx(styles.side)}>
            {g.inWords}
          </ToggleButton>
        </ToggleButtonGroup>
      </div>
      {drawn ? (
        <>
          <SandTableKeys
            at={keys}
            aims={aims}
            onChosen={(id) => handle?.select(id)}
            onOpen={(one) => {
              const box = frameBox.current;
              const middle = { x: (box?.clientWidth ?? 0) / 2, y: (box?.clientHeight ?? 0) / 2 };
              const what = one.token === null ? { place: one.id } : { token: one.id };
              open(what, handle?.where(one.id) ?? middle);
            }}
            onZoom={(by) => handle?.zoom(by)}
            onFit={fit}
            onLeave={() => keys.current?.blur()}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: no form fields are grouped here */}
          <div className={styles.looks} data-clear="" role="group" aria-label={g.looks}>
            <Button aria-label={g.zoomIn} onPress={() => handle?.zoom(1.25)}>
              <Icon name="closer" />
            </Button>
            <Button aria-label={g.zoomOut} onPress={() => handle?.zoom(0.8)}>
              <Icon name="farther" />
            </Button>
            <Button aria-label={g.fit} onPress={fit}>
              <Icon name="fit" />
            </Button>
            <ToggleButton
              aria-label={g.follow}
              isSelected={follows}
              onChange={(on) => {
                setFollows(on);
                handle?.follow(on);
              }}
              className={cx(styles.follow)}
            >
              <Icon name="follow" />
            </ToggleButton>
          </div>
        </>
      ) : null}
      <div
        className={styles.words}
        data-drawn={drawn}
        {...(drawn ? {} : { tabIndex: 0, role: 'group', 'aria-label': g.inWords })}
      >
        {shows === 'table' && state !== 'drawn' ? (
          <p className={styles.note} data-part="no-table">
            {props.map === null ? g.noMap : state === 'broke' ? g.broke : g.coming}
          </p>
        ) : null}
        <WhereYouAre
          view={view}
          map={map}
          at={where}
          hidden={drawn}
          onAim={(what, element) => {
            const [box, it] = [frameBox.current?.getBoundingClientRect(), element.getBoundingClientRect()];
            open(what, { x: it.right - (box?.left ?? 0), y: it.top - (box?.top ?? 0) + it.height / 2 });
          }}
        />
      </div>
      <Legend view={view} />
      <span ref={anchor} className={styles.anchor} aria-hidden="true" />
      <AimMenu
        aim={aim}
        busy={view.busy}
        anchor={anchor}
        onAct={props.onAct}
        onClose={() => setPicked(null)}
      />
    </div>
  );
}

/** The scene's own ground: React draws it once and never inside it. All that is in the picture stands in words beside it. */
const Host = memo(function Host({ at }: { readonly at: RefObject<HTMLDivElement | null> }) {
  return <div ref={at} className={styles.host} data-part="sand-table" aria-hidden="true" />;
});

/** Tells the scene which of its corners the desk's own controls (`data-clear`) cover. */
export function useClear(
  frame: RefObject<HTMLElement | null>,
  handle: ReturnType<typeof useScene>['handle'],
  drawn: boolean,
): void {
  useEffect(() => {
    const box = frame.current;
    if (box === null || handle === null || !drawn) return;
    const tell = () => {
      const whole = box.getBoundingClientRect();
      const covers = [...box.querySelectorAll('[data-clear]')].map((one) => one.getBoundingClientRect());
      handle.keepClear(
        covers.map(({ left, top, width, height }) => ({
          x: left - whole.left,
          y: top - whole.top,
          width,
          height,
        })),
      );
    };
    const seen = new ResizeObserver(tell);
    for (const one of [box, ...box.querySelectorAll('[data-clear]')]) seen.observe(one);
    return () => seen.disconnect();
  }, [frame, handle, drawn]);
}
