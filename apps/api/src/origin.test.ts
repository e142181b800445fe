import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { Origins } from './origin.ts';

interface Case {
  readonly publicUrl?: string;
  /** Whether the neighbour that the request came from is a trusted proxy. */
  readonly proxy?: true;
  readonly headers: Record<string, string>;
  readonly own: boolean;
  /** What the page is told to use. */
  readonly address?: string;
}

const HOST = { host: 'maps.example' };
const TLS = { 'x-forwarded-proto': 'https' };
const HTTPS = { origin: 'https://maps.example' };
const HTTP = { origin: 'http://maps.example' };

const CASES: Record<string, Case> = {
  'a program': { headers: HOST, own: true },
  'a page of this server': { headers: { ...HOST, ...HTTP }, own: true },
  'a page at another port': {
    headers: { ...HOST, origin: 'http://maps.example:81' },
    own: false,
    address: 'http://maps.example',
  },
  'the port of the scheme, named': { headers: { host: 'maps.example:80', ...HTTP }, own: true },
  'a page by https at a server by http': {
    headers: { ...HOST, ...HTTPS },
    own: false,
    address: 'http://maps.example',
  },
  'the same, with a scheme that anyone could have said': {
    headers: { ...HOST, ...HTTPS, ...TLS },
    own: false,
    address: 'http://maps.example',
  },
  'the same, when the browser calls it same-origin': {
    headers: { ...HOST, ...HTTPS, 'sec-fetch-site': 'same-origin' },
    own: true,
  },
  'a page by https behind a trusted proxy that ends TLS': {
    proxy: true,
    headers: { ...HOST, ...HTTPS, ...TLS },
    own: true,
  },
  'a page by http behind a trusted proxy that ends TLS': {
    proxy: true,
    headers: { ...HOST, ...HTTP, ...TLS },
    own: false,
    address: 'https://maps.example',
  },
  'the host that a trusted proxy was asked for': {
    proxy: true,
    headers: { host: '10.0.0.7:4000', 'x-forwarded-host': 'maps.example', ...TLS, ...HTTPS },
    own: true,
  },
  'the host that anyone could have said': {
    headers: { host: '10.0.0.7:4000', 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' },
    own: false,
  },
  'a page of the public address': {
    publicUrl: 'https://maps.example/',
    headers: { host: '10.0.0.7:4000', ...HTTPS },
    own: true,
  },
  'a page by http of the public host': {
    publicUrl: 'https://maps.example',
    headers: { ...HOST, ...HTTP },
    own: false,
    address: 'https://maps.example',
  },
  'a page of the server itself, beside its public address': {
    publicUrl: 'https://maps.example',
    headers: { host: '10.0.0.7:4000', origin: 'http://10.0.0.7:4000' },
    own: true,
  },
  'a page of another site': {
    publicUrl: 'https://maps.example',
    headers: { ...HOST, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    own: false,
    address: 'https://maps.example',
  },
  'a page without an origin': {
    headers: { ...HOST, origin: 'null' },
    own: false,
  },
  'a host that is none': { headers: { host: 'a b', origin: 'http://a b' }, own: false },
};

describe('a request belongs to this server (Z-03)', () => {
  for (const [what, { publicUrl, proxy, headers, own, address }] of Object.entries(CASES))
    it(`${own ? 'from' : 'but not from'} ${what}`, () => {
      const origins = new Origins({ publicUrl }, () => proxy === true);
      const request = { headers, socket: { remoteAddress: '10.0.0.1' } };
      const refusal = origins.refusalOf(request as unknown as IncomingMessage);
      expect(refusal?.code).toBe(own ? undefined : 'wrong-origin');
      expect(refusal?.address).toBe(address);
    });

  const asking = (headers: Record<string, string>) =>
    ({ headers, socket: { remoteAddress: '10.0.0.1' } }) as unknown as IncomingMessage;

  it('the log is told once of an address at which people seem to open it, and not of other sites', () => {
    const said: string[] = [];
    const origins = new Origins({ publicUrl: 'http://10.0.0.7:4000/' }, () => false, (words) => said.push(words)); // prettier-ignore
    for (const site of [{}, {}, { 'sec-fetch-site': 'cross-site' }] as Record<string, string>[])
      origins.refusalOf(asking({ ...HOST, origin: 'https://school.example', ...site }));
    origins.refusalOf(asking({ ...HOST, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }));
    expect(said).toEqual([expect.stringContaining('set PUBLIC_URL=https://school.example.')]);
    expect(said[0]).toContain('thinks that it is at http://10.0.0.7:4000:'.slice(0, -1));
    for (let i = 0; i < 100; i++) origins.refusalOf(asking({ ...HOST, origin: `https://${i}.example` }));
    expect(said.length).toBeLessThan(10);
  });

  it('at the door a page hears of a wrong address, even where the browser vouches for its requests', () => {
    const origins = new Origins({ publicUrl: undefined }, () => false);
    const through = (path: string): unknown => {
      const headers = { host: '10.0.0.7:4000', origin: 'https://school.example', 'sec-fetch-site': 'same-origin' }; // prettier-ignore
      try {
        const request = Object.assign(asking(headers), { method: 'POST', path });
        origins.guard(request as never, {} as never, () => undefined);
        return undefined;
      } catch (error) {
        return error;
      }
    };
    expect(through('/accounts/sign-in')).toBeUndefined();
    expect(through('/door')).toMatchObject({ refusal: { code: 'wrong-origin' } });
  });
});
