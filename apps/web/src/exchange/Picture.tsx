/** A drawing of ours in the page: every text in it is escaped, and it holds no script and no address. */
export function Picture({ svg, name }: { svg: string; name: string }) {
  return (
    <div
      className="picture"
      role="img"
      aria-label={name}
      tabIndex={0}
      ref={(place) => {
        const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
        place?.replaceChildren(document.importNode(drawn, true));
      }}
    />
  );
}
