// [S-30] Near copies among 10,000 claims: what a person waits for who stops typing, against a look through all the words.
import { fold, Likes, mapOf, Neighbours, speech } from '@counterpoint/shared';
import { manyClaims } from '../../packages/shared/testing/manyClaims.ts';
import { barred, load, quickest, ratio, table } from './figures.ts';

const CLAIMS = 10_000;
/** In ms of the processor. */
const BARS = { nearest: 50, edited: 50, step: 20 };

const texts: string[] = [];
JSON.stringify(speech.theses, (_key, value: unknown) => {
  if (typeof value === 'string') texts.push(value);
  return value;
});
/** Phrases of the sample, put together anew: as long and as like each other as claims about one thing are. */
const phrases = texts.flatMap((text) => text.split(/[，。；,;.]/u)).filter((phrase) => phrase.trim() !== '');
let state = 7;
const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
const aText = (n: number): string =>
  `${n} ${Array.from({ length: 3 }, () => phrases[Math.floor(random() * phrases.length)]).join('，')}`;

const content = manyClaims(CLAIMS);
const { claims } = mapOf({ ...content, claims: content.claims.map((claim, n) => ({ ...claim, text: aText(n) })) }); // prettier-ignore
const [first] = claims.values();
if (!first) throw new Error('the map is empty');

const likes = new Likes();
const built = await quickest(() => Array.from(new Likes().follow(claims)));
Array.from(likes.follow(claims));
const asked = `${first.text}，也就是说，先开放`;
const nearest = await quickest(() => likes.nearest(asked, { most: 1 }), 30);
let now = claims;
const edited = await quickest(() => {
  now = now.with(first.id, { ...first, text: aText(0) });
  Array.from(likes.follow(now));
  likes.nearest(asked, { most: 1 });
}, 30);
const words = fold(asked.slice(2, 8));
const scan = await quickest(() => [...claims.values()].filter(({ text }) => fold(text).includes(words)), 10);
if (likes.nearest(asked, { most: 1 })[0] === undefined) throw new Error('the near copy was not found');

const neighbours = new Neighbours();
const tidying = neighbours.follow(claims);
const tidied = await quickest(() => Array.from(tidying), 1);

table([
  [`${CLAIMS} claims, ${load()}`, 'cost', 'bar', 'to a scan for a word'],
  [...barred('a near copy', nearest, BARS.nearest), ratio(nearest, scan)],
  [...barred('the same after an edit', edited, BARS.edited), ratio(edited, scan)],
  [...barred('all neighbours, of each claim', tidied / CLAIMS, BARS.step), ratio(tidied / CLAIMS, scan)],
  ['the index from nothing, in slices', `${built.toFixed(0)} ms`, '', ratio(built, scan)],
  ['a scan for a word, each text folded', `${scan.toFixed(0)} ms`, '', '1.00 x'],
]);
