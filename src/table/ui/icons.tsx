/** The desk's icon set: one stroke, 24 units, always beside a word and so hidden from screen readers. */
import styles from './icons.module.css';

const PATHS = {
  radio: 'M7 9v10h10V9zM9 9V3h2v6M10 13h4',
  verify: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4',
  camera: 'M4 7h11v10H4zM15 11l5-3v8l-5-3',
  medical: 'M12 5v14M5 12h14',
  perimeter: 'M4 18L10 6M9 18l6-12M14 18l6-12M3 18h18',
  crowd:
    'M8 5a3 3 0 110 6 3 3 0 010-6M16 6.500a2.500 2.500 0 110 5 2.500 2.500 0 010-5M3 19c0-4 2-6 5-6s5 2 5 6M13 18c0-3 1-4.500 3-4.500s4 1.500 4 4.500',
  note: 'M6 3h9l4 4v14H6zM9 12h7M9 16h7',
  partner:
    'M9 4a3.500 3.500 0 110 7 3.500 3.500 0 010-7M3 20c0-4 2-6.500 6-6.500s6 2.500 6 6.500M17 8v6M14 11h6',
  talk: 'M4 5h16v10h-9l-4 4v-4H4zM8 9h8M8 12h5',
  law: 'M12 4v16M6 20h12M5 8h14M5 8l-2 6h5zM19 8l-2 6h5z',
  do: 'M5 12h12M12 6l6 6-6 6',
  notebook: 'M5 4h6v16H5zM13 4h6v16h-6',
  pause: 'M8 5v14M16 5v14',
  play: 'M8 5l11 7-11 7z',
  'play-back': 'M16 5L5 12l11 7z',
  'step-on': 'M6 6l8 6-8 6zM18 6v12',
  'step-back': 'M18 6l-8 6 8 6zM6 6v12',
  wait: 'M7 4h10M7 20h10M8 4c0 5 8 6 8 16M16 4c0 5-8 6-8 16',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  sound: 'M12 3.500a8.500 8.500 0 110 17 8.500 8.500 0 010-17M8 12.200l2.800 2.800L16 9.500',
  gaps: 'M12 3.500a8.500 8.500 0 110 17 8.500 8.500 0 010-17M8 12h3M13 12h3',
  unsound: 'M12 4l9 16H3zM12 10v5M12 17.500h.01',
  grave: 'M8.500 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM9 9l6 6M15 9l-6 6',
  'not-exercised': 'M5 12h14',
  kept: 'M5 12.500l4.500 4.500L19 7.500',
  missed: 'M6 6l12 12M18 6L6 18',
  late: 'M12 4a8 8 0 110 16 8 8 0 010-16M12 8v4.500l3 2',
  export: 'M12 4v11M8 11l4 4 4-4M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  again: 'M5 8V4M5 8h4M5.500 8A8 8 0 114 13',
  home: 'M4 11l8-7 8 7M6 10v10h12V10',
  open: 'M4 19V5h6l2 3h8v11z',
  display: 'M4 5h16v11H4zM9 20h6M12 16v4',
  key: 'M4 7h16v10H4zM7 11h.01M11 11h.01M15 11h.01M8 14h8',
  down: 'M6 9l6 6 6-6',
  on: 'M5 12h14M13 6l6 6-6 6',
  closer: 'M11 4a7 7 0 110 14 7 7 0 010-14M16 16l5 5M8 11h6M11 8v6',
  farther: 'M11 4a7 7 0 110 14 7 7 0 010-14M16 16l5 5M8 11h6',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  follow: 'M12 8a4 4 0 110 8 4 4 0 010-8M12 2v4M12 18v4M2 12h4M18 12h4',
  pin: 'M9 4h6l-1 7 4 3H6l4-3zM12 14v7',
  call: 'M4 5h16v12H4zM8 21h8M7 9h6M7 13h10',
  close: 'M6 6l12 12M18 6L6 18',
  speaker: 'M4 9.500h4l5-4v13l-5-4H4zM16 9a4 4 0 010 6M18.500 6.500a8 8 0 010 11',
  muted: 'M4 9.500h4l5-4v13l-5-4H4zM16 9.500l5 5M21 9.500l-5 5',
} as const;
export type IconName = keyof typeof PATHS;

/** Every icon there is, by name. */
export const ICONS = Object.keys(PATHS) as readonly IconName[];

/** One icon; `name` not in the set draws nothing. */
export function Icon({ name, size = 20 }: { readonly name: string; readonly size?: number }) {
  if (!isIcon(name)) return null;
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

function isIcon(name: string): name is IconName {
  return Object.hasOwn(PATHS, name);
}
