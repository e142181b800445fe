import type { Clock } from './Clock.ts';
import { overWire } from './MemoryLog.ts';
import type { Random } from './random.ts';
import type { CatchUp, Frame, Hello, Push } from '../protocol.ts';

/** How bad the lines are. `reorder` and `duplicate` are per message. */
export interface Weather {
  slowest: number;
  reorder: number;
  duplicate: number;
}

export type Question =
  | { readonly kind: 'hello'; readonly hello: Hello }
  | { readonly kind: 'push'; readonly push: Push }
  | { readonly kind: 'catch-up'; readonly missed: CatchUp };
export type Up = Question & { readonly ask: number };
export type Down =
  | { readonly kind: 'answer'; readonly ask: number; readonly value: unknown }
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'goodbye' };

interface Far {
  hears(link: Link, message: Up): void;
  lost(link: Link): void;
}
interface Near {
  hears(link: Link, message: Down): void;
  lost(link: Link): void;
}

/** One connection between a page and a server process; a new one is made for every attempt. */
export class Link {
  /** Half-open: all is lost, and neither end knows. */
  isFrozen = false;
  private readonly open = { near: true, far: true };
  private readonly last = { up: 0, down: 0 };

  constructor(
    private readonly near: Near,
    private readonly far: Far,
    private readonly world: { readonly clock: Clock; readonly random: Random; readonly weather: Weather },
  ) {}

  up(message: Up): void {
    this.carry('up', message, (copy) => this.open.far && this.far.hears(this, copy));
  }

  /** Answers reach the page even when it has given the link up: the page has to ignore them. */
  down(message: Down): void {
    this.carry('down', message, (copy) => this.near.hears(this, copy));
  }

  /** The line breaks: either end notices in its own time. */
  cut(within = 200): void {
    this.isFrozen = true;
    this.later(within, () => this.closeNear());
    this.later(within, () => this.closeFar());
  }

  /** Nothing passes any more, and the ends notice only when their patience ends. */
  freeze(): void {
    this.cut(15_000);
  }

  /** The page hangs up: what it sent before may still arrive. */
  hangUp(): void {
    this.open.near = false;
    this.later(100, () => this.closeFar());
  }

  /** The server hangs up, or is gone. */
  hangUpFar(): void {
    this.open.far = false;
    this.later(100, () => this.closeNear());
  }

  private closeNear(): void {
    if (!this.open.near) return;
    this.open.near = false;
    this.near.lost(this);
  }

  private closeFar(): void {
    if (!this.open.far) return;
    this.open.far = false;
    this.far.lost(this);
  }

  private later(within: number, run: () => void): void {
    this.world.clock.after(this.world.random.int(0, within), run);
  }

  private carry<M>(lane: 'up' | 'down', message: M, arrive: (copy: M) => void): void {
    const { clock, random, weather } = this.world;
    for (let copies = random.chance(weather.duplicate) ? 2 : 1; copies > 0; copies--) {
      if (this.isFrozen) return;
      const soonest = clock.now + random.int(1, random.chance(0.1) ? weather.slowest : 20);
      const at = random.chance(weather.reorder) ? soonest : Math.max(this.last[lane], soonest);
      this.last[lane] = Math.max(this.last[lane], at);
      const copy = overWire(message);
      clock.after(at - clock.now, () => arrive(copy));
    }
  }
}
