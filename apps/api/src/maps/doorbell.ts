// Tells other API processes that a map has moved on. A lost ring costs a moment: the log is what counts.
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Id } from '@counterpoint/shared';
import { randomUUID } from 'node:crypto';
import { Subject, type Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { Listener } from '../database/listener.ts';

export interface Ring {
  readonly map: Id;
  readonly version: number;
}

const CHANNEL = 'map_changed';

@Injectable()
export class Doorbell implements OnModuleInit, OnModuleDestroy {
  /** Rings of other processes. */
  readonly heard = new Subject<Ring>();
  private readonly self = randomUUID();
  private readonly line: Listener;
  /** The newest version of each map that is still to be told. */
  private readonly waiting = new Map<Id, number>();
  private ringing = false;

  constructor(@InjectDataSource() database: DataSource) {
    const { url } = database.options as { url?: string };
    this.line = new Listener(url ?? '', CHANNEL);
    this.line.heard.subscribe((ring) => this.hear(ring));
    this.line.restored.subscribe(() => void this.flush());
  }

  /** The line was down: rings may have been lost. */
  get restored(): Observable<void> {
    return this.line.restored;
  }

  async onModuleInit(): Promise<void> {
    await this.line.open();
  }

  async onModuleDestroy(): Promise<void> {
    await this.line.close();
  }

  /** Outside every write transaction: NOTIFY inside one takes a lock on the whole database until it commits. */
  ring({ map, version }: Ring): void {
    this.waiting.set(map, version);
    void this.flush();
  }

  /** One statement for all maps that moved while the last one was under way. What cannot be told waits for the line. */
  private async flush(): Promise<void> {
    if (this.ringing) return;
    this.ringing = true;
    while (this.waiting.size > 0 && this.line.isOpen) {
      const rings = [...this.waiting];
      this.waiting.clear();
      try {
        await this.line.tell(rings.map(([map, version]) => `${this.self} ${map} ${version}`));
      } catch {
        for (const [map, version] of rings)
          this.waiting.set(map, Math.max(version, this.waiting.get(map) ?? 0));
        break;
      }
    }
    this.ringing = false;
  }

  private hear(ring: string): void {
    const [from, map, version] = ring.split(' ');
    if (from !== this.self && map && version) this.heard.next({ map, version: Number(version) });
  }
}
