/** After a menu or a dialog: what they opened has taken the focus by then; if nothing did, it goes back to the map. */
export function backToCanvas(): void {
  setTimeout(() => {
    const canvas = document.querySelector<HTMLElement>('.canvas.react-flow');
    if (document.activeElement === document.body) canvas?.focus({ preventScroll: true });
  }, 50);
}
