/**
 * The strongly connected components (Tarjan) of a graph of the numbers below `count`, each after those that it leads to.
 * @param next Makes a list of where a number leads.
 */
export function components(count: number, next: (node: number) => number[]): number[][] {
  const found: number[][] = [];
  const [rank, low] = [new Int32Array(count).fill(-1), new Int32Array(count)];
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  /** From the start to where the search is; of each the inputs that were not gone to yet. */
  const way: number[] = [];
  const rest: number[][] = [];
  let ranks = 0;
  const enter = (node: number): void => {
    rank[node] = low[node] = ranks++;
    isOpen[node] = 1;
    open.push(node);
    way.push(node);
    rest.push(next(node));
  };
  const leave = (node: number): void => {
    way.pop();
    rest.pop();
    const above = way.at(-1);
    if (above !== undefined) low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
    if (low[node] !== rank[node]) return;
    const component = open.at(-1) === node ? [open.pop() ?? node] : open.splice(open.lastIndexOf(node));
    for (const member of component) isOpen[member] = 0;
    found.push(component);
  };
  for (let start = 0; start < count; start++) {
    if (rank[start] === -1) enter(start);
    for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
      const to = rest.at(-1)?.pop();
      if (to === undefined) leave(node);
      else if (rank[to] === -1) enter(to);
      else if (isOpen[to]) low[node] = Math.min(low[node] ?? 0, rank[to] ?? 0);
    }
  }
  return found;
}
