/** Line drawings on a grid of 16; they take the colour of the text and never carry a meaning alone. */
const PATHS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  slash: 'M3.5 12.5l9-9M5 4.5h4',
  dot: 'M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.5l3.2 3L13 4.5',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3.2l2.2 1.5',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  left: 'M10 4L6 8l4 4',
  right: 'M6 4l4 4-4 4',
  search: 'M7 2.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4zM10.2 10.2L13.5 13.5',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6H9a4 4 0 0 1 0 8H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3',
  more: 'M3.5 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8zM8 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8zM12.5 7.6a.4.4 0 1 1 0 .8.4.4 0 0 1 0-.8z',
  edit: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.200zM9.3 4.500l2.2 2.2',
  move: 'M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6L2 8l2 2M12 6l2 2-2 2',
  trash: 'M2.5 4.500h11M6 4.500V3h4v1.500M4 4.500l.6 8.500h6.800l.6-8.500M6.6 7v3.500M9.4 7v3.5',
  copy: 'M6 6V3h7v7h-3M3 6h7v7H3z',
  link: 'M6.5 9.500l3-3M7 4.500l1.5-1.500a3 3 0 0 1 4.5 4.500L11.5 9M9 11.500L7.5 13A3 3 0 0 1 3 8.500L4.5 7',
  share: 'M8 10V2.500M5.2 5L8 2.3 10.8 5M3.5 8v5.200h9V8',
  download: 'M8 2.500V10M5.2 7.400L8 10.200l2.8-2.800M3 13.300h10',
  upload: 'M8 10V2.500M5.2 5.100L8 2.300l2.8 2.800M3 13.300h10',
  person: 'M8 2.800a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.200zM3 13.500c.5-2.6 2.4-4 5-4s4.5 1.4 5 4',
  people:
    'M6 3.200a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.600zM1.8 13c.4-2.3 2-3.5 4.2-3.500s3.8 1.2 4.2 3.500M10.5 3.500a2.2 2.2 0 0 1 0 4.200M12 9.800c1.3.5 2.1 1.6 2.3 3.2',
  sun: 'M8 5.200a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.600zM8 1.500v1.300M8 13.200v1.300M1.5 8h1.300M13.2 8h1.300M3.4 3.400l.9.900M11.7 11.700l.9.900M3.4 12.600l.9-.9M11.7 4.300l.9-.9',
  moon: 'M13.2 9.600A5.6 5.6 0 0 1 6.4 2.800a5.6 5.6 0 1 0 6.8 6.800z',
  screen: 'M2 3h12v8H2zM6 13.500h4M8 11v2.5',
  language:
    'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2 8h12M8 2c2 1.7 2.7 3.7 2.7 6S10 12.3 8 14c-2-1.7-2.7-3.7-2.7-6S6 3.7 8 2z',
  comment: 'M2.5 3h11v7.500H8l-3 2.800v-2.800H2.500z',
  history: 'M2.8 5.500A5.7 5.7 0 1 1 2.3 8M2.5 2.500v3h3M8 5v3.200l2 1.3',
  outline: 'M2.5 4h2M6.5 4h7M4.5 8h2M8.5 8h5M4.5 12h2M8.5 12h5',
  fit: 'M2.5 6V2.500H6M10 2.500h3.500V6M13.5 10v3.500H10M6 13.500H2.500V10',
  fold: 'M3 8h10M8 2v3.500M6 4l2 2 2-2M8 14v-3.500M6 12l2-2 2 2',
  unfold: 'M3 8h10M8 5.500V2M6 3.500l2-2 2 2M8 10.500V14M6 12.500l2 2 2-2',
  focus: 'M8 4.500a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM8 1.500v3M8 11.500v3M1.5 8h3M11.5 8h3',
  settings:
    'M2 5h5.5M11.5 5H14M9.5 3.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM2 11h2.5M8.5 11H14M6.5 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  key: 'M5 6.500a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM7.2 7.400L13 2.500M11 4.200l2 2',
  warning: 'M8 2.500l6 11H2zM8 6.500v3.200M8 11.600h.01',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.200v3.600M8 5h.01',
  offline:
    'M2 6a9 9 0 0 1 3.5-2M10.5 4A9 9 0 0 1 14 6M4.5 9a5 5 0 0 1 2-1.200M9.5 7.800a5 5 0 0 1 2 1.200M8 12.300h.01M2.5 2l11 12',
  exit: 'M6.5 3H3v10h3.500M7 8h7M11 5l3 3-3 3',
  text: 'M4 2h5.500L12.500 5v9H4zM9.3 2v3.200h3.200M6 8.500h4.500M6 11h4.500',
  panel: 'M2.5 3h11v10h-11zM10 3v10',
  swap: 'M3 5.500h9M9.5 3L12 5.5 9.5 8M13 10.500H4M6.5 8L4 10.5 6.5 13',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
