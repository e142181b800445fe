import { describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { hostileTexts } from '../../../testing/contents.ts';
import { hostileXml } from '../../../testing/hostileFiles.ts';
import { withPlainPatterns } from '../../../testing/plainPatterns.ts';
import { toTheEnd } from '../../../testing/toTheEnd.ts';
import { attributeOf, childrenOf, localName, rootName, type XmlElement } from './xml.ts';
import { readXml } from './xmlReader.ts';
import { jsonIn, xmlAttribute, xmlJson, xmlJsonAttribute, xmlRemark, xmlShown, xmlText } from './xmlText.ts';

const read = (text: string, name = 'a'): XmlElement => {
  const result = readXml(text, name);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const verdict = (text: string): string => {
  const result = readXml(text, 'a');
  return result.ok ? 'ok' : `${result.refusal.code}: ${result.refusal.message}`;
};

/** Any text at all, with what XML cannot hold and what means something in it. */
const texts = fc.oneof(
  hostileTexts,
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('\u0000', '\ud800', ']]>', '\r\n', '\u0085', ' a ', ''),
);

const STRAY = 'an XML declaration stands at the very beginning, or not at all';

withPlainPatterns();

describe('reading XML', () => {
  it('makes a plain tree of it, with the lines of elements', () => {
    const root = read(
      '\ufeff<?xml version="1.0"?>\r\n<!-- <b> -->\r\n<a x="1" y=\'a"b\'>\r\n  one<n:b/>&lt;two&gt; &#20013;&#x1F600;<![CDATA[<&amp;]]><!-- & --><?pi it\'s?>\r\n<b  z = "&quot;&apos;\n&#10;&amp;lt;" ></b >\n</a>\n<!-- end -->\n',
    );
    expect(root).toEqual({
      name: 'a',
      attributes: ['x', '1', 'y', 'a"b'],
      text: '\n  one<two> 中😀<&amp;\n\n',
      line: 3,
      children: [
        { name: 'n:b', attributes: [], children: [], text: '', line: 4 },
        { name: 'b', attributes: ['z', '"\' \n&lt;'], children: [], text: '', line: 5 },
      ],
    });
    expect(attributeOf(root, 'y')).toBe('a"b');
    expect(attributeOf(root, 'z')).toBeUndefined();
    expect(childrenOf(root, 'b').map(localName)).toEqual(['b', 'b']);
  });

  it.each([
    ['', 'invalid: line 1, column 1: there is no element'],
    ['<a>', 'invalid: line 1: <a> is never closed'],
    ['<a>\n <b>\n</a>', 'invalid: line 3, column 1: </a>, but <b> of line 2 is open here'],
    ['<a/></a>', 'invalid: line 1, column 5: </a>, but nothing is open here'],
    ['<a/><a/>', 'invalid: line 1, column 5: a second root element'],
    ['<a/> x', 'invalid: line 1, column 6: text outside the root element'],
    ['x<a/>', 'invalid: line 1, column 1: text outside the root element'],
    ['<![CDATA[x]]><a/>', 'invalid: line 1, column 1: text outside the root element'],
    ['<a>&nbsp;</a>', 'invalid: line 1, column 4: a reference to something that XML does not know'],
    ['<a>b & c</a>', 'invalid: line 1, column 6: a reference to something that XML does not know'],
    ['<a>&#0;</a>', 'invalid: line 1, column 4: a reference to something that XML does not know'],
    ['<a>&#xD800;</a>', 'invalid: line 1, column 4: a reference to something that XML does not know'],
    ['<a>&#9999999;</a>', 'invalid: line 1, column 4: a reference to something that XML does not know'],
    ['<a>\n\u0000</a>', 'invalid: line 2, column 1: XML cannot hold the character U+0000'],
    ['<a>\ud800</a>', 'invalid: line 1, column 4: XML cannot hold the character U+D800'],
    ['<a b="1" b="2"/>', 'invalid: line 1, column 10: the attribute b stands here twice'],
    ['<a b/>', 'invalid: line 1, column 4: the attribute b has no proper value'],
    ['<a b=1/>', 'invalid: line 1, column 4: the attribute b has no proper value'],
    ['<a b="<"/>', 'invalid: line 1, column 4: the attribute b has no proper value'],
    ['<a b="1"c="2"/>', 'invalid: line 1, column 9: <a> is no proper tag'],
    ['<a', 'invalid: line 1, column 3: <a> is no proper tag'],
    ['<1/>', 'invalid: line 1, column 1: a tag begins that has no name'],
    ['<a></>', 'invalid: line 1, column 4: this end tag is none'],
    ['<!-- <a/>', 'invalid: line 1, column 1: the comment never ends'],
    ['<a><![CDATA[</a>', 'invalid: line 1, column 4: the CDATA section never ends'],
    ['<?xml <a/>', 'invalid: line 1, column 1: the instruction never ends'],
    ['<a>b]]></a>', 'invalid: line 1, column 5: a CDATA section ends that never began'],
    ['<a><![CDATA[b]]>]]></a>', 'invalid: line 1, column 17: a CDATA section ends that never began'],
    ['<a/><!-- b -- c -->', 'invalid: line 1, column 12: two hyphens within a comment'],
    ['<!-- b --->\n<a/>', 'invalid: line 1, column 8: two hyphens within a comment'],
    ['<!--->', 'invalid: line 1, column 1: the comment never ends'],
    ['<a><? b?></a>', 'invalid: line 1, column 4: this instruction has no proper name'],
    ['<a><??></a>', 'invalid: line 1, column 4: this instruction has no proper name'],
    ['<a><?  ?></a>', 'invalid: line 1, column 4: this instruction has no proper name'],
    ['<a><?1?></a>', 'invalid: line 1, column 4: this instruction has no proper name'],
    ['<a><?b"c"?></a>', 'invalid: line 1, column 4: this instruction has no proper name'],
    ['<?XmL x?><a/>', `invalid: line 1, column 1: ${STRAY}`],
    ['<a><?xml?></a>', `invalid: line 1, column 4: ${STRAY}`],
    ['<a/><?xml version="1.0"?>', `invalid: line 1, column 5: ${STRAY}`],
    ['\n<?xml version="1.0"?><a/>', `invalid: line 2, column 1: ${STRAY}`],
    ['<?xml version="1.0"?><?xml version="1.0"?><a/>', `invalid: line 1, column 22: ${STRAY}`],
    ...[
      '',
      ' ',
      ' version="1.0',
      ' version=1.0',
      ' version="2.0"',
      ' encoding="UTF-8"',
      ' encoding="UTF-8" version="1.0"',
      ' version="1.0"encoding="UTF-8"',
      ' version="1.0" encoding=""',
      ' version="1.0" encoding="8"',
      ' version="1.0" standalone="maybe"',
      ' version="1.0" b="c"',
      ' version="1.0" version="1.0"',
    ].map((said) => [`<?xml${said}?><a/>`, 'invalid: line 1, column 1: this XML declaration is none']),
    ['<a b="&"/>', 'invalid: line 1, column 4: the attribute b has no proper value'],
    ['<a b="&lt"/>', 'invalid: line 1, column 4: the attribute b has no proper value'],
    ['<a b="&#1;"/>', 'invalid: line 1, column 4: the attribute b has no proper value'],
    ['<a b="\u0001"/>', 'invalid: line 1, column 7: XML cannot hold the character U+0001'],
    ['<!-- \u0001 --><a/>', 'invalid: line 1, column 6: XML cannot hold the character U+0001'],
    ['<a / >', 'invalid: line 1, column 4: <a> is no proper tag'],
    ['<a>< b/></a>', 'invalid: line 1, column 4: a tag begins that has no name'],
    ['<a></ a>', 'invalid: line 1, column 4: this end tag is none'],
    ['<a></a b="c">', 'invalid: line 1, column 4: this end tag is none'],
    ['<a$/>', 'invalid: line 1, column 3: <a> is no proper tag'],
    ['<a><-b/></a>', 'invalid: line 1, column 4: a tag begins that has no name'],
    ['<b/>', 'unsupported-format: line 1: the root is <b>, not <a>'],
    [
      '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>',
      'invalid: line 1, column 1: the file says that it is in ISO-8859-1; save it as UTF-8',
    ],
    [
      '<?xml version="1.0" encoding="UTF-7"?><a/>',
      'invalid: line 1, column 1: the file says that it is in UTF-7; save it as UTF-8',
    ],
  ])('refuses %j, with the place', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });

  it('reads a file in plain ASCII, whatever relative of it the file says that it is in', () => {
    for (const encoding of ['utf-8', 'UTF-16', 'ISO-8859-1', 'windows-1252', 'GB2312', 'us-ascii'])
      expect(verdict(`<?xml version="1.0" encoding="${encoding}"?><a/>`)).toBe('ok');
  });

  it.each([
    `<?xml version='1.1'?><a/>`,
    `<?xml\n version = "1.0"\tencoding='utf-8' standalone="no" ?><a/>`,
    '<?xml-stylesheet href="x"?><a><?b?><?c ?><?d x?y>?></a>',
    '<?xmlb?><a/>',
    '<!----><a>]] ]> > ]]&gt;<!-- - -> --><![CDATA[]]]]><![CDATA[>]]></a><!-- -b- -->\n',
  ])('reads %j', (text) => {
    expect(verdict(text)).toBe('ok');
  });

  it('tells the root of a file from its beginning', () => {
    expect(
      rootName('\ufeff<?xml version="1.0"?>\n<!-- <b/> --><!DOCTYPE a [<!ENTITY x "y">]>\n<n:a x="'),
    ).toBe('a');
    expect(rootName('<a')).toBe('a');
    expect(rootName('# a <b/>')).toBeUndefined();
    expect(rootName('<!-- ' + '<!--'.repeat(5_000))).toBeUndefined();
  });
});

describe('writing XML', () => {
  const written = (text: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<a${xmlAttribute('t', text)}${xmlJsonAttribute('j', { text })}><b>${xmlText(text)}</b><c>${xmlText(xmlJson([text]))}</c></a>\n${xmlRemark([text])}`;

  it('is read equally here and by xmldom: every text to the letter, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const file = written(text);
        const root = read(file);
        const [b, c] = root.children;
        const faults: string[] = [];
        const document = new DOMParser({
          onError: (level, message) => {
            if (level !== 'warning') faults.push(message);
          },
        }).parseFromString(file, 'text/xml').documentElement;
        const seen = [attributeOf(root, 't'), b?.text, attributeOf(root, 'j'), c?.text];
        expect(seen.slice(0, 2)).toEqual([xmlShown(text), xmlShown(text)]);
        expect(jsonIn(seen[2])).toEqual(JSON.parse(JSON.stringify({ text })));
        expect(jsonIn(seen[3])).toEqual(JSON.parse(JSON.stringify([text])));
        const [first, second] = [
          document?.getElementsByTagName('b')[0],
          document?.getElementsByTagName('c')[0],
        ];
        expect([
          document?.getAttribute('t'),
          first?.textContent,
          document?.getAttribute('j'),
          second?.textContent,
        ]).toEqual(seen);
        expect(faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read equally by fast-xml-parser, an independent reader', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      trimValues: false,
      parseTagValue: false,
      htmlEntities: true,
    });
    fc.assert(
      fc.property(texts, (text) => {
        const file = written(text);
        const { a } = parser.parse(file) as { a: { t: string; b: string; j: string } };
        expect([a.t, a.b]).toEqual([xmlShown(text), xmlShown(text)]);
        expect(JSON.parse(a.j)).toEqual(JSON.parse(JSON.stringify({ text })));
      }),
    );
  });

  it('writes fields in one order', () => {
    expect(xmlJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });
});

describe('hostile XML', () => {
  it.each(hostileXml)('%s: refused, wherever it begins to be too much', (_, text, reason) => {
    const file = text();
    const said = toTheEnd(() => verdict(file));
    expect(said).toContain(reason);
    expect(said.length).toBeLessThan(200);
  });
});
