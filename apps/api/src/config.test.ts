import { describe, expect, it } from '@jest/globals';
import { readConfig, warningsOf } from './config.ts';

const DATABASE_URL = 'postgres://a:b@localhost/c';

describe('readConfig', () => {
  it('needs an address of a database only', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({
      port: 4000,
      cookieSecure: false,
      trustProxy: false,
      logLevel: 'info',
    });
    expect(() => readConfig({})).toThrow(/DATABASE_URL/);
    expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL/);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL, SESSION_SECRET: '', PUBLIC_URL: '', PORT: '' })).toMatchObject({
      port: 4000,
      sessionSecret: undefined,
    });
  });

  it('sends cookies over https only where people come by https', () => {
    expect(readConfig({ DATABASE_URL, PUBLIC_URL: 'https://maps.example' }).cookieSecure).toBe(true);
    expect(
      readConfig({ DATABASE_URL, PUBLIC_URL: 'https://maps.example', COOKIE_SECURE: 'false' }).cookieSecure,
    ).toBe(false);
  });

  it('reads how many proxies to trust', () => {
    expect(readConfig({ DATABASE_URL, TRUST_PROXY: '1' }).trustProxy).toBe(1);
    expect(readConfig({ DATABASE_URL, TRUST_PROXY: 'loopback' }).trustProxy).toBe('loopback');
  });

  it('names what is wrong', () => {
    expect(() => readConfig({ DATABASE_URL, PORT: '99999' })).toThrow(/PORT/);
    expect(() => readConfig({ DATABASE_URL, PUBLIC_URL: 'maps.example' })).toThrow(/PUBLIC_URL/);
    expect(() => readConfig({ DATABASE_URL, SESSION_SECRET: 'short' })).toThrow(/SESSION_SECRET/);
  });
});

describe('warningsOf', () => {
  const warnings = (more: Record<string, string>) => warningsOf(readConfig({ DATABASE_URL, ...more }));

  it('has nothing to say of settings that fit', () => {
    for (const more of [
      {},
      { PUBLIC_URL: 'http://localhost:4000' },
      { PUBLIC_URL: 'https://maps.example', TRUST_PROXY: '1' },
    ] as Record<string, string>[])
      expect(warnings(more)).toEqual([]);
  });

  it('says in one line what will not work', () => {
    expect(warnings({ TRUST_PROXY: '1' })).toEqual([expect.stringMatching(/^TRUST_PROXY .*PUBLIC_URL/)]);
    expect(warnings({ PUBLIC_URL: 'https://maps.example' })).toEqual([
      expect.stringMatching(/^PUBLIC_URL .*TRUST_PROXY/),
    ]);
    expect(warnings({ COOKIE_SECURE: 'true', PUBLIC_URL: 'http://maps.example' })).toEqual([
      expect.stringMatching(/^COOKIE_SECURE .*sign in/),
    ]);
    expect(
      warnings({ COOKIE_SECURE: 'false', PUBLIC_URL: 'https://maps.example', TRUST_PROXY: '1' }),
    ).toEqual([expect.stringMatching(/^COOKIE_SECURE .*unencrypted/)]);
  });
});
