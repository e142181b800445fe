import type { Thumbnail as Picture } from '@counterpoint/shared';

/** The shape of a map at a glance; what it says stands beside it in words. */
export function Thumbnail({ picture }: { picture: Picture }) {
  if (picture.boxes.length === 0) return <EmptyThumbnail />;
  return (
    <svg className="thumbnail" viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true">
      {picture.edges.map((edge, place) => (
        <path key={place} d={edge.d} data-relation={edge.kind} />
      ))}
      {picture.boxes.map(({ kind, ...box }, place) => (
        <rect key={place} {...box} rx={Math.min(4, box.height / 4)} data-relation={kind} />
      ))}
    </svg>
  );
}

/** A map that waits for its thesis. */
function EmptyThumbnail() {
  return (
    <svg className="thumbnail empty" viewBox="0 0 340 116" aria-hidden="true">
      <rect x="104" y="44" width="60" height="28" rx="5" />
      <path d="M164 58H196" />
      <rect x="196" y="44" width="46" height="28" rx="5" />
    </svg>
  );
}
