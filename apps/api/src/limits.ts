// How often people may ask, counted over all their sockets and requests together (Z-06).
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { refuse, type Refused } from '@counterpoint/shared';
import type { Application } from 'express';
import type { IncomingMessage } from 'node:http';
import proxyaddr from 'proxy-addr';
import { CONFIG, type Config, type LimitName } from './config.ts';
import { Limiter, networkOf } from './limiter.ts';

/** Who is counted: a person by account or by the faces of their browser, and everyone by address (networkOf). */
export interface Asker {
  readonly person: string | null;
  readonly network: string;
}

/** A class sits behind one address: together it may as much as so many people, those who are unknown as much as so many. */
const PEOPLE_AT_AN_ADDRESS = 40;
const VISITORS_AT_AN_ADDRESS = 10;

@Injectable()
export class Limits {
  private readonly limiters = new Map<string, Limiter>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  /** Who asks, behind the proxies that are trusted, as Express would tell it for a request. */
  askerOf(request: IncomingMessage, person: string | null = null): Asker {
    const app = this.host.httpAdapter.getInstance<Application>();
    const trust = app.get('trust proxy fn') as Parameters<typeof proxyaddr>[1];
    return { person, network: networkOf(proxyaddr(request, trust)) };
  }

  /**
   * Counts `cost`, or refuses with the time to wait and counts nothing for the address: a person who floods uses up
   * their own share, not the class's.
   */
  take(name: LimitName, asker: Asker, cost = 1): Refused | undefined {
    const wait = this.turn(name, asker, 0, cost);
    return wait > 0 ? tooOften(wait) : undefined;
  }

  /** How many ms it is until one's turn; counted, unless that is longer than `patience`. */
  turn(name: LimitName, { person, network }: Asker, patience: number, cost = 1): number {
    const now = performance.now();
    if (person === null)
      return this.limiter(name, 'visitors', VISITORS_AT_AN_ADDRESS).take(network, now, cost, patience);
    const wait = this.limiter(name, 'person', 1).take(person, now, cost, patience);
    if (wait > patience) return wait;
    return Math.max(
      wait,
      this.limiter(name, 'people', PEOPLE_AT_AN_ADDRESS).take(network, now, cost, patience),
    );
  }

  /** Counts by a key alone, as for sign-in, where an account is yet to be proved. */
  takeBy(name: LimitName, key: string): Refused | undefined {
    const wait = this.limiter(name, 'key', 1).take(key, performance.now());
    return wait > 0 ? tooOften(wait) : undefined;
  }

  private limiter(name: LimitName, kind: string, share: number): Limiter {
    const key = `${name} ${kind}`;
    const { most, perMs } = this.config.limits[name];
    const limiter = this.limiters.get(key) ?? new Limiter({ most: most * share, perMs });
    this.limiters.set(key, limiter);
    return limiter;
  }
}

/** What an edit costs, checked or not: a batch as much as its parts. */
export function partsOf(edit: unknown): number {
  const parts = (edit as { kind?: unknown; edits?: unknown } | null | undefined)?.edits;
  return Array.isArray(parts) ? Math.max(1, parts.length) : 1;
}

export function tooOften(wait: number): Refused {
  const refused = refuse('too-many-requests', 'That was too often. Wait a moment.');
  return { ...refused, refusal: { ...refused.refusal, retryAfterMs: wait } };
}
