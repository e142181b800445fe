// Files that cost more than they are worth where a reader works in more than linear time, by format. Tests read them to
// the end; tests/bench/hostile.bench.ts measures what they cost. Not part of the product.
import { MOST_FILE_BYTES } from '../src/formats/format.ts';
import type { Graph, GraphArgument, GraphClaim } from '../src/formats/graph/graph.ts';

export type HostileFiles = readonly (readonly [what: string, text: () => string])[];

const M = 1_000_000;
const rows = (count: number, row: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => row(i)).join('');

export const hostileCsv: HostileFiles = [
  ['quotes in wrong places', () => `text\n"${'a"'.repeat(300_000)}${' '.repeat(300_000)},x`],
  ['only quotes', () => `text\n${'"'.repeat(M)}`],
  ['only separators', () => `text\n${','.repeat(M)}`],
  ['a long chain of joint claims', () => `id,text,under,relation\n${rows(20_000, (i) => `${i},x,${i + 1},joint\n`)}`],
  ['a long chain of replies', () => `id,text,under,relation\n${rows(20_000, (i) => `${i},x,${i - 1},pro\n`)}`],
  ['many wordings of nothing', () => `kind,text,under\n${'wording,x,y\n'.repeat(50_000)}`],
  ['many comments on a claim', () => `kind,id,text,under\nclaim,a,x,\n${'comment,,x,a\n'.repeat(50_000)}`],
  ['only lines', () => `text\n${'\n'.repeat(M)}`],
]; // prettier-ignore

export const hostileKialo: HostileFiles = [
  ['lines of text', () => 'x\n'.repeat(M)],
  ['claims', () => `1. T\n${'1.1. Pro: a\n'.repeat(M)}`],
  ['links', () => rows(90_000, (i) => `1.${i + 1}. Pro: -> See 1.${i + 2}.\n`)],
  ['levels', () => `${'1.'.repeat(500_000)} a`],
  ['deep numbers without parents', () => `${'1.'.repeat(199)}2. Pro: a\n`.repeat(20_000)],
  ['brackets', () => `1. ${'['.repeat(500_000)}${']('.repeat(500_000)}`],
  ['backslashes', () => `1. ${'\\['.repeat(500_000)}`],
];

export const hostileMarkdown: HostileFiles = [
  ['lines of text', () => 'x\n'.repeat(M)],
  ['items', () => '- x\n'.repeat(M)],
  ['levels', () => rows(3_000, (i) => `${'  '.repeat(i)}- x\n`)],
  ['references to references', () => rows(90_000, (i) => `- **${i}** ● *Thesis:* → see ${i + 1}\n`)],
  ['brackets', () => `- ${'['.repeat(500_000)}${']('.repeat(500_000)}`],
  ['backticks', () => `- ${'`'.repeat(M)}`],
  ['stars', () => `- ${'*a '.repeat(500_000)}${' a*'.repeat(500_000)}`],
  ['tags', () => `- ${'<!--'.repeat(300_000)}${'<a'.repeat(300_000)}`],
  ['spaces', () => `- a${' '.repeat(M)}b\n#${' '.repeat(M)}#`],
  ['open comments', () => '<!--\n'.repeat(500_000)],
  ['open fences', () => '```\n~~~\n'.repeat(300_000)],
  ['quotations', () => `- x\n${'  > a *b*\n'.repeat(300_000)}`],
];

const SIGNS = [
  '/', '[', '{', '{ ', '<', '@[', '#(', '<!--', '/*', '= ===', '.a', ':a', '}', '} ,', '-', 'a\n', "'", 'a /**/', '\\\\', '(1)',
]; // prettier-ignore
export const hostileArgdown: HostileFiles = SIGNS.map((sign) => [
  sign,
  () => `a ${sign.repeat(Math.ceil(100_000 / sign.length))}`,
]);

/** Texts of an xAIF file, which are HTML. */
export const hostileXaifTexts: HostileFiles = [
  ['open signs', () => '<'.repeat(M)],
  ['open tags', () => '<a'.repeat(M)],
  ['a name that never ends', () => `<${'a'.repeat(M)}`],
  ['a tag that never ends', () => `<a ${' '.repeat(M)}`],
  ['open comments', () => '<!--'.repeat(M)],
  ['ampersands', () => '&'.repeat(M)],
  [
    'spans in each other',
    () => '<span id="node1">'.repeat(100_000) + 'x'.repeat(100_000) + '</span>'.repeat(100_000),
  ],
  ['spans of one id', () => '<span id="x">we</span>'.repeat(50_000)],
];

const BOMB = `<!DOCTYPE a [<!ENTITY x0 "ha">${rows(30, (i) => `<!ENTITY x${i + 1} "&x${i};&x${i};">`)}]>`;

/** With a part of the refusal. */
export const hostileXml: readonly (readonly [what: string, text: () => string, refusal: string])[] = [
  ['a billion laughs', () => `${BOMB}<a>&x30;</a>`, 'document types'],
  ['an external entity', () => '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'document types'],
  ['an external document type', () => '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', 'document types'],
  ['an entity without a document type', () => '<a><!ENTITY x "y"></a>', 'document types'],
  ['10,000 elements in each other', () => '<a>'.repeat(10_000) + '</a>'.repeat(10_000), 'more than 200 deep'],
  ['three million unclosed tags', () => '<a>'.repeat(3 * M), 'more than 200 deep'],
  ['a million attributes', () => `<a${rows(M, (i) => ` b${i}=""`).slice(0, 10 * M)}/>`, 'more than 100 attributes'],
  ['millions of elements', () => `<a>${'<b/>'.repeat(2.4 * M)}</a>`, 'elements and attributes'],
  ['a file that is too large', () => ' '.repeat(MOST_FILE_BYTES + 1), 'bytes'],
  ['ten million ampersands', () => `<a>${'&'.repeat(10 * M)}`, 'a reference'],
  ['an attribute that never ends', () => `<a b="${'x'.repeat(10 * M)}`, 'no proper value'],
  ['blanks that never end', () => `<a${' '.repeat(10 * M)}`, 'no proper tag'],
  ['a name that never ends', () => `<${'a'.repeat(10 * M)}`, 'no proper tag'],
  ['a comment that never ends', () => `<!--${'- '.repeat(5 * M)}`, 'never ends'],
  ['comments within comments', () => '<!--'.repeat(2 * M), 'two hyphens'],
  ['an instruction that never ends', () => '<?a '.repeat(2 * M), 'never ends'],
  ['a declaration that never ends', () => `<?xml version${' '.repeat(10 * M)}`, 'never ends'],
  ['a declaration full of blanks', () => `<?xml version${' '.repeat(10 * M)}?>`, 'declaration is none'],
  ['ends of nothing', () => '</'.repeat(5 * M), 'no'],
  ['lines without end', () => `<a b${'\n'.repeat(10 * M)}`, 'no proper value'],
  ['NUL', () => `<a>${'x'.repeat(10 * M)}\u0000</a>`, 'U+0000'],
]; // prettier-ignore

/** An Argumentative Microtext in which premises join each other in one long row. */
export function joinedInARow(count: number): string {
  const parts = rows(
    count,
    (i) => `<adu id="a${i}" type="pro"/><edge id="c${i}" src="a${i}" trg="c${i - 1}" type="add"/>\n`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?>\n<arggraph id="row">\n${parts}</arggraph>\n`;
}

/** What an xAIF file says, and spans of its text whose ids tell nothing: claim `I<n>` is the one of span n. */
export function foreignSpans(count: number) {
  const words = Array.from(
    { length: count },
    (_, i) => `number ${i} says that all is well 第 ${i} 条也是如此`,
  );
  return {
    heard: words.map((text, i) => ({ id: `L${i}`, words: `And ${text}, or so`, claims: [`I${i}`] })),
    claims: words.map((_, i) => ({ key: `I${i}`, where: '', text: `Another number is ${i}.` })),
    spans: words.map((text, i) => (i % 2 ? text : text.slice(0, -7))),
  };
}

const claimsOf = (keys: readonly string[]): GraphClaim[] =>
  keys.map((key, i) => ({ key, where: key, text: `${key} ${i}` }));
const keysOf = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${i}`);
const supports = (keys: readonly string[], target: (i: number) => string): GraphArgument[] =>
  keys.slice(1).map((key, i) => ({
    key: `a${i}`,
    where: key,
    direction: 'support',
    premises: [key],
    targets: [target(i)],
  }));

/** Every claim supports the one before it. */
export const aChain = (count: number): Graph => ({
  claims: claimsOf(keysOf(count)),
  arguments: supports(keysOf(count), (i) => `c${i}`),
});

/** Every claim supports the first. */
export const aHeap = (count: number): Graph => ({
  claims: claimsOf(keysOf(count)),
  arguments: supports(keysOf(count), () => 'c0'),
});

/** Claims that all have one id. */
export const oneIdFor = (count: number): Graph => ({
  claims: claimsOf(Array.from({ length: count }, () => 'c')),
  arguments: [],
});
