import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap } from '../../../testing/aMap.ts';
import { hostileContents, hostileTexts, randomContents } from '../../../testing/contents.ts';
import { foreignSpans, hostileXaifTexts } from '../../../testing/hostileFiles.ts';
import { manyClaims } from '../../../testing/manyClaims.ts';
import { aReading, readAs } from '../../../testing/readAs.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import type { MapContent } from '../../map/map.ts';
import { contentOf } from '../../map/patch.ts';
import { normalText, passageAt } from '../../source/passage.ts';
import { contentOfJson, jsonOf } from '../json.ts';
import { xaif } from './xaif.ts';
import { htmlOf, nested, sectionsOf } from './xaifText.ts';
import { Voices } from './xaifVoices.ts';

const ORIGIN = { at: Date.UTC(2026, 0, 15, 10), version: 7, permalink: null };
const written = (content: MapContent): string => xaif.write?.(content, ORIGIN).value ?? '';
const textOf = (file: string): string => (JSON.parse(file) as { text: { txt: string } }).text.txt;

const roundTrip = (content: MapContent): void => {
  const text = written(content);
  const back = xaif.read?.(text, aReading());
  expect(back).toEqual({ ok: true, value: { value: content, losses: [] } });
  if (back?.ok) expect(written(back.value.value)).toBe(text);
};

/** Claims and what they quote. */
const quotedIn = ({ claims, quotations }: MapContent): string[] =>
  quotations
    .map(
      ({ claim, exact, start }) =>
        `${claims.find(({ id }) => id === claim)?.text ?? '?'} <- ${start} ${exact}`,
    )
    .sort();

const DIALOGUE = {
  AIF: {
    nodes: [
      { nodeID: '1', text: 'Ana : we should ban cars downtown', type: 'L' },
      { nodeID: '2', text: 'Asserting', type: 'YA' },
      { nodeID: '3', text: 'the city should ban private cars downtown', type: 'I' },
      { nodeID: '4', text: 'Default Transition', type: 'TA' },
      { nodeID: '5', text: 'Ben : it would ruin small shops', type: 'L' },
      { nodeID: '6', text: 'Asserting', type: 'YA' },
      { nodeID: '7', text: 'a ban would ruin small shops', type: 'I' },
      { nodeID: '8', text: 'Disagreeing', type: 'YA' },
      { nodeID: '9', text: 'Default Conflict', type: 'CA' },
    ],
    edges: ['1>2', '2>3', '1>4', '4>5', '5>6', '6>7', '7>9', '9>3', '4>8', '8>9'].map((edge, i) => {
      const [fromID, toID] = edge.split('>');
      return { edgeID: i + 1, fromID, toID };
    }),
    schemefulfillments: [],
    descriptorfulfillments: [],
    participants: [
      { participantID: 1, firstname: 'Ana', surname: 'Diaz' },
      { participantID: 2, firstname: 'Ben', surname: 'Okafor' },
    ],
    locutions: [
      { nodeID: '1', personID: 1, timestamp: '2026-01-15 10:00:00', start: '2026-01-15 10:00:00', end: null, source: null },
      { nodeID: '5', personID: 2, timestamp: '2026-01-15 10:00:12', start: '2026-01-15 10:00:12', end: null, source: null },
    ],
  },
  OVA: { firstname: '', surname: '', url: '', nodes: [], edges: [] },
  dialog: true,
  text: {
    txt: 'Ana <span class="highlighted" id="node1">we should ban cars downtown</span>.<br><br>Ben <span class="highlighted" id="node5">it would ruin small shops</span>.',
  },
}; // prettier-ignore
const SPOKEN = 'Ana we should ban cars downtown.\n\nBen it would ruin small shops.';
const QUOTED = [
  'a ban would ruin small shops <- 38 it would ruin small shops',
  'the city should ban private cars downtown <- 4 we should ban cars downtown',
];
/** The dialogue with other words in place of its text. */
const withText = (text: unknown, more: object = {}): string => JSON.stringify({ ...DIALOGUE, text, ...more });

/** A map in which claims quote a text here and there. */
function quoting(
  places: readonly (readonly [number, number])[],
  words = 'The river rises. 河水 & <b>上涨</b>。\n\n😀 The end.',
): MapContent {
  const builder = aMap();
  const thesis = builder.thesis('T');
  const { edition } = builder.source(words);
  for (const [i, place] of places.entries())
    builder.quote(builder.support(thesis, `Reason ${i}`).claim, edition, place);
  return contentOf(builder.map);
}

describe('xAIF that is written', () => {
  it('[X-03] gives back the map, whatever happened to it, and the second file is the first', () => {
    fc.assert(fc.property(randomContents(60), roundTrip), { numRuns: 150 });
  });

  it('[X-03] keeps every text as it was typed', () => {
    fc.assert(fc.property(hostileContents, roundTrip), { numRuns: 100 });
  });

  it('[X-03] [A-04] keeps quotations of any places in any text, also where they cross', () => {
    const places = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 8 });
    fc.assert(
      fc.property(hostileTexts, places, (text, list) => {
        const words = `${normalText(text)} and the river rises. 河水上涨。`;
        const valid = list.filter(([start, end]) => passageAt(words, start, end).ok);
        roundTrip(quoting(valid, words));
      }),
      { numRuns: 150 },
    );
  });

  it('has the text as HTML, with a span around what claims quote and none where spans would cross', () => {
    const text = textOf(
      written(
        quoting([
          [4, 9],
          [4, 15],
          [10, 20],
          [17, 21],
          [0, 3],
        ]),
      ),
    );
    expect(text.replace(/^<div class="source" id="source-[0-9a-f-]{36}">/, '').replace(/<\/div>$/, '')).toBe(
      '<span class="highlighted" id="node21">The</span> ' +
        '<span class="highlighted" id="node9"><span class="highlighted" id="node5">river</span> rises</span>. ' +
        '<span class="highlighted" id="node17">河水 &amp;</span> &lt;b&gt;上涨&lt;/b&gt;。<br><br>😀 The end.',
    );
  });

  it('has the newest edition of each source and what is quoted of older ones', () => {
    const builder = aMap();
    const thesis = builder.thesis('T');
    const first = builder.source('One text.');
    const second = builder.source('Another text.');
    const edition = builder.newId();
    builder.edit({
      kind: 'add-edition',
      source: first.source,
      edition,
      text: 'One better text.',
      reason: 'typo',
      marks: [],
    });
    expect(sectionsOf(textOf(written(contentOf(builder.map)))).map(({ text }) => text)).toEqual([
      'One better text.',
      'Another text.',
    ]);
    builder.quote(thesis, first.edition, [0, 3]);
    expect(sectionsOf(textOf(written(contentOf(builder.map)))).map(({ text }) => text)).toEqual([
      'One text.',
      'One better text.',
      'Another text.',
    ]);
    builder.remove(second.source);
    const content = contentOf(builder.map);
    expect(sectionsOf(textOf(written(content)))).toHaveLength(2);
    roundTrip(content);
  });

  it('writes and reads 10,000 claims, and loses nothing', () => {
    const result = xaif.read?.(written(manyClaims(10_000)), aReading());
    expect(result?.ok && result.value.value.claims).toHaveLength(10_000);
    expect(result?.ok && result.value.losses).toEqual([]);
  });
});

describe('xAIF of ours that another tool changed', () => {
  const content = quoting([
    [4, 9],
    [17, 21],
  ]);
  const file = written(content);
  const changed = (change: (text: string) => string): string => {
    const parsed = JSON.parse(file) as { text: { txt: string } };
    return JSON.stringify({ ...parsed, text: { txt: change(parsed.text.txt) } });
  };

  it('has no quotation more when a span is gone', () => {
    const { content: read, losses } = readAs(
      xaif,
      changed((text) => text.replace(/<span[^>]*>river<\/span>/, 'river')),
    );
    expect(quotedIn(read)).toEqual(['Reason 1 <- 17 河水 &']);
    expect([losses, read.sources]).toEqual([[], content.sources]);
  });

  it('has one more when a span is new', () => {
    const { content: read, losses } = readAs(
      xaif,
      changed((text) => text.replace('The end', '<span class="highlighted" id="node9">The end</span>')),
    );
    expect(quotedIn(read)).toEqual([
      'Reason 0 <- 4 river',
      'Reason 1 <- 17 河水 &',
      'Reason 1 <- 36 The end',
    ]);
    expect(losses).toEqual([]);
  });

  it('has the new text beside the old one', () => {
    const { content: read } = readAs(
      xaif,
      changed((text) => text.replace('rises', 'falls')),
    );
    expect(read.editions.map(({ text }) => text.slice(0, 16))).toEqual([
      'The river rises.',
      'The river falls.',
    ]);
    expect(new Set(read.sources.map(({ title }) => title))).toEqual(new Set(['A speech']));
    expect(quotedIn(read)).toEqual([
      'Reason 0 <- 4 river',
      'Reason 0 <- 4 river',
      'Reason 1 <- 17 河水 &',
      'Reason 1 <- 17 河水 &',
    ]);
  });
});

describe('xAIF of other tools', () => {
  it('reads a dialogue with its speakers, times, text and quoted stretches', () => {
    const { content, picture, losses } = readAs(xaif, JSON.stringify(DIALOGUE), {
      name: 'dialogue.xaif.json',
    });
    expect(picture).toBe('the city should ban private cars downtown\n  - a ban would ruin small shops');
    expect(losses).toEqual([]);
    const names = new Map(content.participants.map(({ id, name }) => [id, name]));
    expect(content.claims.map(({ by, at }) => [names.get(by ?? ''), at])).toEqual([
      ['Ana Diaz', Date.UTC(2026, 0, 15, 10, 0, 0)],
      ['Ben Okafor', Date.UTC(2026, 0, 15, 10, 0, 12)],
    ]);
    expect(content.editions.map(({ text }) => text)).toEqual([SPOKEN]);
    expect(content.sources).toMatchObject([{ title: 'dialogue', url: '' }]);
    expect(quotedIn(content)).toEqual(QUOTED);
    expect(
      readAs(xaif, JSON.stringify({ ...DIALOGUE, OVA: [], text: DIALOGUE.text.txt })).content.quotations,
    ).toHaveLength(2);
  });

  it('[A-04] anchors spans by their words where ids are those of another database', () => {
    const wrong = DIALOGUE.text.txt.replace('node1"', 'node5"').replace('node5">it', 'node1">it');
    const numbers = DIALOGUE.text.txt.replace('node1', '88012').replace('node5', '88013');
    const inner = DIALOGUE.text.txt
      .replace('should ban cars downtown</span>', 'Should Ban</span> cars downtown')
      .replace('it would ruin', 'it would  ruin')
      .replace('node1', 'node99');
    for (const txt of [wrong, numbers])
      expect(quotedIn(readAs(xaif, withText({ txt })).content)).toEqual(QUOTED);
    expect(quotedIn(readAs(xaif, withText({ txt: inner })).content)).toEqual([
      'a ban would ruin small shops <- 38 it would  ruin small shops',
      'the city should ban private cars downtown <- 4 we Should Ban',
    ]);
  });

  it('takes the id where no words tell, and tells spans that belong to no claim', () => {
    const { content, losses } = readAs(
      xaif,
      withText({
        txt: 'x <span id="node1">quite other words</span> <span id="node77">nobody said this</span> <span id="3">  </span> <span class="x">y</span>',
      }),
    );
    expect(quotedIn(content)).toEqual(['the city should ban private cars downtown <- 2 quite other words']);
    expect(losses).toEqual([{ kind: 'quotations', count: 2, where: ['text#node77', 'text#3'] }]);
  });

  it('reads nested and repeated spans, entities, tags and blocks', () => {
    const span = (id: string, text: string) => `<span class="highlighted" id="node${id}">${text}</span>`;
    const txt = `<p>Ana &amp; Ben:</p>\n<p>${span('1', `we should ${span('5', 'it &quot;would&quot; ruin')} cars`)}</p>${span('1', 'we')}<br/>\n5 < 6 <b>bold</b></p></span>`;
    const { content } = readAs(xaif, withText({ txt }));
    expect(content.editions.map(({ text }) => text)).toEqual([
      'Ana & Ben:\n\nwe should it "would" ruin cars\nwe\n5 < 6 bold',
    ]);
    expect(quotedIn(content)).toEqual([
      'a ban would ruin small shops <- 22 it "would" ruin',
      'the city should ban private cars downtown <- 12 we should it "would" ruin cars',
      'the city should ban private cars downtown <- 43 we',
    ]);
  });

  it('reads what the mining framework writes: numbers for ids, null for lists, a speaker that no list has', () => {
    const file = {
      AIF: {
        descriptorfulfillments: null,
        edges: [
          [0, 4],
          [4, 3],
          [2, 8],
          [8, 7],
          [3, 9],
          [9, 7],
        ].map(([fromID, toID], edgeID) => ({ edgeID, fromID, toID })),
        locutions: [
          { nodeID: 0, personID: 0 },
          { nodeID: 2, personID: 2 },
        ],
        nodes: [
          { nodeID: 0, text: 'disagreements are to be expected.', type: 'L' },
          { nodeID: 2, text: "it's not uncommon.", type: 'L' },
          { nodeID: 3, text: 'disagreements are to be expected.', type: 'I' },
          { nodeID: 4, text: 'Default Illocuting', type: 'YA' },
          { nodeID: 7, text: "it's not uncommon.", type: 'I' },
          { nodeID: 8, text: 'Default Illocuting', type: 'YA' },
          { nodeID: 9, text: 'Default Inference', type: 'RA' },
        ],
        participants: [{ firstname: 'Speaker', participantID: 0, surname: '1' }],
        schemefulfillments: null,
      },
      dialog: true,
      ova: [],
      propositionTypes: { nodes: [] },
      text: {
        txt: ` Speaker 1 <span class="highlighted" id="0">disagreements are to be expected.</span>.<br><br> Speaker 2 <span class="highlighted" id="2">it's not uncommon. </span>`,
      },
    };
    const { content, picture, losses } = readAs(xaif, JSON.stringify(file));
    expect(picture).toBe("it's not uncommon.\n  + disagreements are to be expected.");
    expect(losses).toEqual([]);
    expect(content.participants.map(({ name }) => name).sort()).toEqual(['Speaker 1', 'Speaker 2']);
    expect(content.quotations).toHaveLength(2);
  });

  it('reads what OVA writes, and tells the analyst, the layout and what else is there', () => {
    const OVA = {
      firstname: 'Anon',
      surname: 'User',
      url: 'https://example.org/page',
      nodes: [{ nodeID: '1', x: '257', y: 0, visible: true }],
      edges: [],
    };
    const { content, losses } = readAs(
      xaif,
      withText(DIALOGUE.text, { OVA, actors: { nodes: [{ nodeID: '1' }] } }),
    );
    expect(content.sources[0]?.url).toBe('https://example.org/page');
    expect(losses).toEqual([
      { kind: 'unknown', count: 1, where: ['actors'] },
      { kind: 'layout', count: 1, where: ['OVA.nodes'] },
      { kind: 'people', count: 1, where: ['OVA.firstname'] },
    ]);
  });

  it('finds the claims of 10,000 spans whose ids are foreign', () => {
    const { heard, claims, spans } = foreignSpans(10_000);
    const voices = new Voices(heard, claims, false);
    const found = spans.map((words, i) => voices.claimsOf(`node${i}`, words));
    expect(found).toEqual(spans.map((_, i) => [`I${i}`]));
  });
});

describe('the HTML of a text', () => {
  it('gives back text and marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b ', '&', '<', '>', '&amp;', '<br>', '\n', '"', '😀', '</span>')),
        fc.array(fc.tuple(fc.nat(30), fc.nat(30))),
        (parts, places) => {
          const text = parts.join('');
          const length = [...text].length;
          const all = places.map(([a, b], i) => ({
            start: Math.min(a, b),
            end: Math.max(a, b),
            node: String(i),
          }));
          const marks = nested(all.filter(({ start, end }) => start < end && end <= length));
          const [section] = sectionsOf(htmlOf(text, marks));
          if (text.trim() === '') expect(section).toBeUndefined();
          else {
            expect(section?.text).toBe(text);
            const spans = marks.map(({ start, end, node }) => ({
              id: `node${node}`,
              start,
              exact: [...text].slice(start, end).join(''),
            }));
            const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
            expect(section?.spans.toSorted(byId)).toEqual(spans.sort(byId));
          }
        },
      ),
    );
  });

  it('[X-03] makes a sound map of any text, or refuses it', () => {
    const signs = fc.constantFrom(
      '<span id="node1">',
      '<span id="5">',
      '<span>',
      '</span>',
      '<br>',
      '<p>',
      '</div>',
      '<div class="source" id="source-01920000-0000-7000-8000-000000000001">',
      '<!-- x -->',
      '<',
      '>',
      '&amp;',
      '&#0;',
      '&#xd800;',
      '&#x110000;',
      'we should ban cars downtown',
      'it would',
      'e',
      '\u0301',
      '\u0000',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), fc.boolean(), (parts, isOurs) => {
        const file = withText(
          { txt: parts.join('') },
          isOurs ? { counterpoint: { editions: [{ id: '01920000-0000-7000-8000-000000000001' }] } } : {},
        );
        const result = xaif.read?.(file, aReading());
        if (!result?.ok) throw new Error(result?.refusal.message);
        expect(contentOfJson(jsonOf(result.value.value))).toMatchObject({ ok: true });
      }),
      { numRuns: 300 },
    );
  });

  it.each(hostileXaifTexts)('is read to the end whatever it holds: %s', (_, text) => {
    const file = withText({ txt: text() });
    expect(toTheEnd(() => xaif.read?.(file, aReading()))).toHaveProperty('ok');
  });
});
