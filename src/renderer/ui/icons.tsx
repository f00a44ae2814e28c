/** The icon set: outlines on a 16 × 16 grid in the text's colour. Always beside words, or named by the control they are in. */

const PATHS = {
  search: 'M7 12.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM11 11l3.5 3.5',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  down: 'M3.5 6l4.5 4.5L12.5 6',
  up: 'M3.5 10.5L8 6l4.5 4.5',
  end: 'M6 3.5L10.5 8 6 12.5',
  start: 'M10 3.5L5.5 8l4.5 4.5',
  check: 'M2.5 8.5l3.5 3.5 7.5-8',
  inbound: 'M13 3L4 12M4 5v7h7',
  outbound: 'M3 13l9-9M5 4h7v7',
  internal: 'M2 5.5h10M9 2.5l3 3-3 3M14 10.5H4M7 7.5l-3 3 3 3',
  unanswered: 'M2 4.5l5 5 7-7M9.5 2.5H14V7M2.500 13.5h11',
  calls:
    'M3 2h3l1.2 3.5-1.7 1.3a9 9 0 0 0 3.7 3.7l1.3-1.7L14 10v3a1.5 1.5 0 0 1-1.6 1.5C6.500 14 2 9.5 1.5 3.600A1.5 1.5 0 0 1 3 2ZM9.5 2h5M9.5 5h5',
  print: 'M4 6V1.500h8V6M4 12H2V6h12v6h-2M4 9.500h8v5H4z',
  report: 'M2 14.5h12.5M3.500 12V8h2v4zM7 12V3.500h2V12zM10.500 12V6h2v6z',
  unknown: 'M5.5 5.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 12.6v.4',
  recordings: 'M2.5 6.5v3M5.2 4v8M8 2v12M10.8 4.5v7M13.5 6.5v3',
  voicemail:
    'M4.5 10.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM11.5 10.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5ZM4.5 10.5h7',
  fax: 'M4 6V1.5h6L12 4v2M4 12H2V6h12v6h-2M4 9.5h8v5H4z',
  transcript: 'M2 3.5h12M2 6.5h9M2 9.5h12M2 12.5h7',
  screen: 'M1.5 2.5h13v8.5h-13zM5.5 14h5M8 11v3',
  missing: 'M8 1.8l6.7 12H1.3zM8 6v4M8 12v.3',
  away: 'M4.5 12.5h7a3 3 0 0 0 .4-6A4 4 0 0 0 4.3 6 3.3 3.3 0 0 0 4.5 12.5ZM2 2l12 12',
  person: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2.5 14.5c0-3 2.3-4.5 5.5-4.5s5.5 1.5 5.5 4.5',
  people:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.7 1.9-4 4.5-4s4.5 1.3 4.5 4M10.5 2.7a2.5 2.5 0 0 1 0 4.600M12 9.7c1.6.5 2.5 1.8 2.5 3.8',
  line: 'M3 2h3l1.2 3.5-1.7 1.3a9 9 0 0 0 3.7 3.7l1.3-1.7L14 10v3a1.5 1.5 0 0 1-1.6 1.5C6.5 14 2 9.5 1.5 3.600A1.5 1.5 0 0 1 3 2Z',
  key: 'M5.5 11.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8.5 8.5h6M12 8.5V11M14.5 8.5V10',
  organisation: 'M2.5 14.5V2h7v12.5M9.5 6h4v8.5M1 14.5h14M5 5h2M5 8h2M5 11h2',
  folder: 'M1.5 3.5h4.5l1.5 2h7v7.5h-13z',
  health: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  audit: 'M3 1.5h7l3 3v10H3zM5.5 7h5M5.5 9.5h5M5.5 12h3',
  shield: 'M8 1.5l5.5 2v4.2c0 3.3-2.2 5.6-5.5 6.8-3.3-1.2-5.5-3.5-5.5-6.800V3.5z',
  share:
    'M4.5 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11.5 5.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11.5 14.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6.3 7l3.4-2.3M6.3 9l3.4 2.3',
  extension: 'M5 1.5h6v13H5zM7 12.5h2M7 4h2',
  chart: 'M2 14h12M4.5 11.5V8M8 11.5V3M11.5 11.5V6',
  exchange: 'M5 13.5v-11M2 5.5l3-3 3 3M11 2.500v11M8 10.5l3 3 3-3',
  directory: 'M4 1.5h8.5v13H4zM2.5 4.5h3M2.5 8h3M2.5 11.5h3M8 5.5h2.5M8 8h2.5',
  profile:
    'M1.5 3h13v10h-13zM5.5 8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM3.5 11c0-1.3.8-2 2-2s2 .7 2 2M9.5 6.5h3M9.5 9h3',
  lock: 'M3.5 7h9v7h-9zM5.5 7V4.5a2.5 2.5 0 0 1 5 0V7',
  download: 'M8 1.5v9M4.5 7L8 10.5 11.5 7M2 14h12',
  copy: 'M5.5 5.5h8.5v8.5H5.5zM10.5 5.5V2H2v8.5h3.5',
  eye: 'M1.5 8s2.5-4.5 6.5-4.5S14.5 8 14.5 8s-2.5 4.5-6.5 4.5S1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M4.5 2.5v11M11.5 2.5v11',
  panel: 'M1.5 2.5h13v11h-13zM10 2.5v11',
  menu: 'M2 4h12M2 8h12M2 12h12',
  minus: 'M2.5 8h11',
  turn: 'M12.5 8.5a5 5 0 1 1-5-5h5M10 1l2.500 2.500L10 6',
  plus: 'M8 2.5v11M2.5 8h11',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  edit: 'M10.5 2.5l3 3L5.5 13.5l-3.5.5.5-3.5z',
  remove: 'M2.5 4h11M6 4V2h4v2M4 4l.7 10h6.600L12 4M6.5 7v4.5M9.5 7v4.5',
  refresh: 'M13.5 8a5.5 5.5 0 1 1-1.7-4M13.5 1.5v3.3h-3.3',
  info: 'M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM8 7.3v4M8 4.800v.2',
  stop: 'M3.5 3.5h9v9h-9z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
