// A PostgreSQL of its own, for tests that take it away: it comes back on the same port with the same data.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../scripts/embedded-postgres.mjs';
import { PATIENCE } from './patience.ts';

type Running = Awaited<ReturnType<typeof startPostgres>>;

export class Cluster {
  private constructor(
    private readonly folder: string,
    private readonly settings: string[],
    private running: Running,
  ) {}

  static async start(settings: string[] = []): Promise<Cluster> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'counterpoint-cluster-'));
    fs.chmodSync(folder, 0o755);
    const running = await startPostgres({ dataDir: path.join(folder, 'postgres'), settings });
    const cluster = new Cluster(folder, settings, running);
    process.once('exit', () => cluster.running.child.kill('SIGKILL'));
    return cluster;
  }

  get url(): string {
    return this.running.url;
  }

  /** PostgreSQL's fast shutdown. */
  async stop(): Promise<void> {
    await this.running.stop();
  }

  async kill(): Promise<void> {
    const ended = once(this.running.child, 'exit');
    this.running.child.kill('SIGKILL');
    await ended;
  }

  async startAgain(): Promise<void> {
    const { dataDir } = this.running;
    const port = Number(new URL(this.url).port);
    this.running = await startPostgres({ dataDir, port, settings: this.settings });
  }

  /** It holds its connections, takes new ones, and answers nothing. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Ends all connections of the servers; answers how many there were. */
  async endConnections(): Promise<number> {
    return this.count('select count(pg_terminate_backend(pid))::int as n from pg_stat_activity');
  }

  async connections(): Promise<number> {
    return this.count('select count(*)::int as n from pg_stat_activity');
  }

  async remove(): Promise<void> {
    await this.running.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  private async count(select: string): Promise<number> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: PATIENCE });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const others = `${select} where backend_type = 'client backend' and pid <> pg_backend_pid()`;
      const { rows } = await client.query<{ n: number }>(others);
      return rows[0]?.n ?? 0;
    } finally {
      await client.end();
    }
  }

  private signal(signal: NodeJS.Signals): void {
    const { pid } = this.running.child;
    if (pid === undefined) return;
    // Each connection has a process, in a group of its own.
    const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const children = all
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([, parent]) => parent === pid)
      .map(([child]) => child ?? 0);
    for (const one of [pid, ...children]) {
      try {
        process.kill(one, signal);
      } catch {
        // ended meanwhile
      }
    }
  }
}
