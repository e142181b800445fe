import './Spinner.css';

/** A turning ring beside words that say what is going on; alone it says nothing. */
export function Spinner({ size = 14 }: { size?: number }) {
  return <span className="spinner" style={{ width: size, height: size }} aria-hidden="true" />;
}

/** A grey shape where something will be. Put `aria-busy` on what holds it. */
export function Skeleton({
  width = '100%',
  height = 14,
}: {
  width?: number | string;
  height?: number | string;
}) {
  return <span className="skeleton" style={{ width, height }} aria-hidden="true" />;
}
