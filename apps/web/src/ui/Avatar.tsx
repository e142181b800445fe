import './Avatar.css';
import { colourOf } from './colours.ts';

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

function initialOf(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first ? first.segment.toLocaleUpperCase() : '·';
}
