import './Avatar.css';

interface AvatarProps {
  name: string;
  /** What the colour follows, so that two people of one name differ; the name when left out. */
  seed?: string;
  size?: number;
}

/** The first character of a name on the person's colour. Say the name beside it or in a label around it. */
export function Avatar({ name, seed = name, size = 26 }: AvatarProps) {
  return (
    <span
      className="avatar"
      style={{ width: size, height: size, fontSize: Math.round(size * 0.42), background: colourOf(seed) }}
      aria-hidden="true"
    >
      {initialOf(name)}
    </span>
  );
}

/** White stands 4.5:1 on each of these. */
const COLOURS = [
  '#2f4b9a',
  '#b0327a',
  '#0b6e63',
  '#8a5a00',
  '#6d3a93',
  '#a8381a',
  '#3d6b21',
  '#5b5568',
  '#0e6488',
];

/** The same for everyone who looks: also for cursors and for who edits what. */
export function colourOf(seed: string): string {
  let hash = 0;
  for (const character of seed) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return COLOURS[hash % COLOURS.length] ?? COLOURS[0] ?? '';
}

function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first ? first.segment.toLocaleUpperCase() : '·';
}
