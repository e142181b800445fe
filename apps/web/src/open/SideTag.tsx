// The look of a side everywhere: sign, name and colour together. The colours come with data-side, see styles/tokens.css.
import type { Side } from '@counterpoint/shared';
import './SideTag.css';

/** The sign alone, in the colour of its side; whoever shows it says the name too. */
export function SideSign({ sign, size = 10 }: Pick<Side, 'sign'> & { size?: number }) {
  return (
    <svg
      className="side-sign"
      data-side={sign}
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {SIGNS[sign]}
    </svg>
  );
}

export function SideTag({ side, size }: { side: Side; size?: number }) {
  return (
    <span className="side-tag" data-side={side.sign}>
      <SideSign sign={side.sign} {...(size === undefined ? {} : { size })} />
      <span>{side.name}</span>
    </span>
  );
}

const SIGNS = {
  square: <rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="currentColor" />,
  triangle: <path d="M6 0.5 11.8 11.500H0.200z" fill="currentColor" />,
  circle: <circle cx="6" cy="6" r="5.6" fill="currentColor" />,
  diamond: <path d="M6 0 12 6 6 12 0 6z" fill="currentColor" />,
} as const;
