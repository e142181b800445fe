interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Virtual time: a heap of events, run in order of time, then in order of asking. */
export class Clock {
  now = 0;
  private readonly heap: Event[] = [];
  private asked = 0;

  after(ms: number, run: () => void): void {
    this.push({ at: this.now + Math.max(0, ms), order: this.asked++, run });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /**
   * Runs all that falls due up to the moment `until`, and stays there. `settle` lets every promise that can go on do
   * so: what an event set off is done before the next event comes. Ends early when all `isOver`.
   */
  async run(until: number, settle: () => Promise<void>, isOver: () => boolean): Promise<void> {
    await settle();
    for (let next = this.heap[0]; next && next.at <= until && !isOver(); next = this.heap[0]) {
      this.pop();
      this.now = next.at;
      next.run();
      await settle();
    }
    this.now = until;
  }

  private push(event: Event): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(event);
    for (let up = (at - 1) >> 1; at > 0; at = up, up = (at - 1) >> 1) {
      const parent = heap[up];
      if (!parent || !isBefore(event, parent)) break;
      heap[at] = parent;
      heap[up] = event;
    }
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      if (!left) break;
      const down = right && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
      const child = heap[down];
      if (!child || !isBefore(child, last)) break;
      heap[at] = child;
      at = down;
    }
    heap[at] = last;
  }
}

const isBefore = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
