import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anId } from '../../../../packages/shared/testing/aMap.ts';
import { readAddress, writeAddress, type Places } from './address.ts';
import { linkTo, linkToText, type Address } from './links.ts';

const VIEWS = ['map', 'outline', 'replay'];
const PANES = ['claim', 'discussion', 'history'];
const desk: Places = { views: VIEWS, panes: PANES, start: { view: 'map', pane: 'claim' } };
const phone: Places = { ...desk, start: { view: 'outline', pane: null } };

const id = fc.nat(9_999).map((n) => anId(n));
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const addresses: fc.Arbitrary<Address> = fc
  .record({
    view: fc.constantFrom(...VIEWS),
    claim: orNone(id),
    focus: orNone(id),
    pane: orNone(fc.constantFrom(...PANES)),
    text: orNone(id),
    version: orNone(fc.nat(99_999)),
    at: orNone(
      fc
        .tuple(fc.nat(9_999), fc.integer({ min: 1, max: 99 }))
        .map(([start, n]) => ({ start, end: start + n })),
    ),
  })
  .map((address) => (address.text === null || address.view === 'replay' ? { ...address, at: null } : address))
  .map((address) => (address.view === 'replay' ? address : { ...address, version: null }));
const places = fc.constantFrom(desk, phone);

/** What `encodeURIComponent` takes: without halves of characters. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '?');

/** Queries with the right names and anything in them, and anything at all. */
const queries = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('view', 'claim', 'focus', 'pane', 'text', 'at', '__proto__', 'Claim'),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom(...VIEWS, ...PANES, 'none', 'constructor', '3-9', '9-3'),
          id,
        ),
      ),
      { maxLength: 6 },
    )
    .map(
      (said) =>
        `?${said.map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`).join('&')}`,
    ),
);

describe('an address', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(addresses, places, (address, here) => {
        expect(readAddress(writeAddress(address, here), here)).toEqual({ ...address, garbled: false });
      }),
    );
  });

  it('[S-26] of a version that is none is before the first, and said twice is not said', () => {
    const versionOf = (query: string) => readAddress(query, desk).version;
    expect(['7', '99999', '-1', 'x', '1-9', ''].map((at) => versionOf(`?view=replay&at=${at}`))).toEqual([7, 99_999, 0, 0, 0, 0]); // prettier-ignore
    expect([versionOf('?view=replay'), versionOf('?view=replay&at=1&at=2'), versionOf('?view=map&at=7')]).toEqual([null, null, null]); // prettier-ignore
  });

  it('says nothing of what is as it begins, and little else', () => {
    const [claim, focus] = [anId(1), anId(2)];
    const begun = {
      view: 'map',
      claim: null,
      focus: null,
      pane: 'claim',
      text: null,
      at: null,
      version: null,
    };
    expect(writeAddress(begun, desk)).toBe('');
    expect(writeAddress({ ...begun, view: 'outline', claim, focus, pane: 'history' }, desk)).toBe(
      `?view=outline&claim=${claim}&focus=${focus}&pane=history`,
    );
    expect(writeAddress({ ...begun, pane: null }, desk)).toBe('?pane=none');
    expect(writeAddress(begun, phone)).toBe('?view=map&pane=claim');
  });

  it('of whatever kind names only what is here, and is the same when it is written again', () => {
    fc.assert(
      fc.property(queries, places, (query, here) => {
        const { garbled: _, ...read } = readAddress(query, here);
        expect(VIEWS).toContain(read.view);
        expect([...PANES, null]).toContain(read.pane);
        for (const named of [read.claim, read.focus]) expect(named ?? anId(1)).toMatch(/^[0-9a-f-]{36}$/);
        expect(readAddress(writeAddress(read, here), here)).toEqual({ ...read, garbled: false });
      }),
      { numRuns: 1_000 },
    );
  });

  it('that says a thing twice does not say it; a claim that is none is known as such', () => {
    const [one, other] = [anId(1), anId(2)];
    const read = (query: string) => readAddress(query, desk);
    expect(read(`?view=outline&view=map&claim=${one}&claim=${other}`)).toEqual({
      ...read(''),
      garbled: true,
    });
    expect(read(`?claim=${one.slice(0, 20)}`)).toMatchObject({ claim: null, garbled: true });
    expect(read('?claim=<script>alert(1)</script>&view=toString&pane=__proto__')).toEqual({
      ...read(''),
      garbled: true,
    });
    expect(read('').garbled).toBe(false);
  });

  it('[A-05] of a passage is what a link to it opens', () => {
    const [map, text] = [anId(1), anId(2)];
    const link = linkToText(map, text, { start: 12, end: 34 });
    expect(link).toBe(`/maps/${map}?view=source&text=${text}&at=12-34`);
    const there = { ...desk, views: [...VIEWS, 'source'] };
    expect(readAddress(link.slice(link.indexOf('?')), there)).toMatchObject({
      view: 'source',
      text,
      at: { start: 12, end: 34 },
    });
    expect(readAddress(`?at=3-9`, desk).at).toBeNull();
  });

  it('is what a link to a claim opens', () => {
    const [map, claim] = [anId(1), anId(2)];
    const link = new URL(linkTo('https://c.example', map, { view: 'outline', claim }));
    expect([link.origin, link.pathname]).toEqual(['https://c.example', `/maps/${map}`]);
    expect(readAddress(link.search, desk)).toMatchObject({ view: 'outline', claim });
    expect(linkTo('https://c.example', map, { claim })).toBe(`https://c.example/maps/${map}?claim=${claim}`);
  });
});
