import { generate } from 'lean-qr';
import { useMemo } from 'react';

/** Empty squares around it, as cameras need them. */
const QUIET = 2;

/** Dark on light in every theme: many cameras read no other. */
export function QrCode({ words, label }: { words: string; label: string }) {
  const { size, path } = useMemo(() => drawn(words), [words]);
  return (
    <svg
      className="qr"
      viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect x={-QUIET} y={-QUIET} width={size + 2 * QUIET} height={size + 2 * QUIET} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(words: string): { readonly size: number; readonly path: string } {
  const code = generate(words);
  let path = '';
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
  return { size: code.size, path };
}
