/** Edits one connection may send: a burst, then a steady rate. */
export class TokenBucket {
  private tokens: number;
  private filledAt = Date.now();

  constructor(
    private readonly perSecond = 100,
    private readonly burst = 400,
  ) {
    this.tokens = burst;
  }

  /** Takes `count` tokens, or answers how many ms to wait until there are enough. */
  take(count: number): number {
    const now = Date.now();
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < count) return Math.ceil(((count - this.tokens) / this.perSecond) * 1000);
    this.tokens -= count;
    return 0;
  }
}
