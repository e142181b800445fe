// A line that is dead says nothing: who hears nothing of the server for so long is told, before the line is given up.

/** The server sends something at least every 1.5 s (`pingInterval`), so that a late one is no silence. */
const SILENCE_MS = 2_600;
const LOOKS_MS = 200;

/** Watches one line until it is over. */
export class Silence {
  private readonly tell: (silent: boolean) => void;
  private readonly now: () => number;
  private heardAt: number;
  private lookedAt: number;
  private silent = false;
  private looking: ReturnType<typeof setInterval> | undefined;

  constructor(tell: (silent: boolean) => void, now = () => performance.now()) {
    this.tell = tell;
    this.now = now;
    this.heardAt = this.lookedAt = now();
    this.looking = setInterval(() => this.look(), LOOKS_MS);
  }

  readonly heard = (): void => {
    this.heardAt = this.now();
    this.say(false);
  };

  over(): void {
    clearInterval(this.looking);
    this.say(false);
  }

  private look(): void {
    const now = this.now();
    // A page that slept, or was busy itself, has not heard what lies there for it.
    if (now - this.lookedAt > 2 * LOOKS_MS) this.heardAt = now;
    this.lookedAt = now;
    if (now - this.heardAt > SILENCE_MS) this.say(true);
  }

  private say(silent: boolean): void {
    if (silent === this.silent) return;
    this.silent = silent;
    this.tell(silent);
  }
}
