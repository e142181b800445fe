// Tells other API processes that a map has moved on. A lost ring costs a moment: the log is what counts.
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Id } from '@counterpoint/shared';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';

export interface Ring {
  readonly map: Id;
  readonly version: number;
}

const CHANNEL = 'map_changed';

@Injectable()
export class Doorbell implements OnModuleInit, OnModuleDestroy {
  /** Rings of other processes. */
  readonly heard = new Subject<Ring>();
  /** The line was down: rings may have been lost. */
  readonly restored = new Subject<void>();
  private readonly self = randomUUID();
  private readonly logger = new Logger(Doorbell.name);
  private client: Client | undefined;
  private readonly waiting = new Map<Id, number>();
  private ringing = false;
  private closed = false;

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => undefined);
  }

  /** Outside every write transaction: NOTIFY inside one takes a lock on the whole database until it commits. */
  ring({ map, version }: Ring): void {
    this.waiting.set(map, version);
    if (!this.ringing) void this.flush();
  }

  /** One statement for all maps that moved while the last one was under way. */
  private async flush(): Promise<void> {
    this.ringing = true;
    try {
      while (this.waiting.size > 0 && this.client && !this.closed) {
        const rings = [...this.waiting].map(([map, version]) => `${this.self} ${map} ${version}`);
        this.waiting.clear();
        await this.client.query('select pg_notify($1, ring) from unnest($2::text[]) as ring', [
          CHANNEL,
          rings,
        ]);
      }
    } catch (error) {
      this.logger.warn(`a ring was lost: ${String(error)}`);
    } finally {
      this.ringing = false;
    }
  }

  private async connect(): Promise<void> {
    const { url } = this.database.options as { url?: string };
    const client = new Client({ connectionString: url, application_name: 'counterpoint doorbell' });
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    client.on('error', (error) => this.logger.warn(`the doorbell is down: ${error.message}`));
    client.on('end', () => this.reconnect(client));
    await client.connect();
    await client.query(`set synchronous_commit = off; listen ${CHANNEL}`);
    this.client = client;
  }

  private reconnect(ended: Client): void {
    if (this.closed || (this.client && this.client !== ended)) return;
    this.client = undefined;
    const again = (): void => {
      if (this.closed) return;
      this.connect().then(
        () => this.restored.next(),
        () => setTimeout(again, 500).unref(),
      );
    };
    setTimeout(again, 200).unref();
  }

  private hear(payload: string): void {
    const [from, map, version] = payload.split(' ');
    if (from !== this.self && map && version) this.heard.next({ map, version: Number(version) });
  }
}
