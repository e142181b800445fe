// Whole contents for the tests of formats: random maps, and texts that try to break out of a file.
import { TOP } from '../src/map/tables/description.ts';
import fc from 'fast-check';
import type { Id } from '../src/map/id.ts';
import type { MapContent } from '../src/map/map.ts';
import { contentOf } from '../src/map/patch.ts';
import type { Quotation } from '../src/map/tables/quotations.ts';
import { fileContent } from '../src/map/visibility.ts';
import { pointsIn } from '../src/source/passage.ts';
import { aMap, anId, OTHER_SUGGESTER, OWNER, PARTICIPANT, type MapBuilder } from './aMap.ts';
import { aSeedMap, play, steps } from './randomEdits.ts';

/** Contents as files hold them after a story of random edits, with removed things and proposals in every state. */
export const randomContents = (length = 40): fc.Arbitrary<MapContent> =>
  steps({ length }).map((story) => {
    const builder = aSeedMap(aMap());
    play(builder, story);
    return fileContent(contentOf(builder.map), { participant: OWNER, role: 'owner' }, builder.map);
  });

const HOSTILE = [
  '//', '/*', '*/', '<!--', '-->', '[', ']', '[a]: b', '@[c1]', '<b>', '<script>', 'x < y', '</li>', '{', '}', '} ', '{x}',
  ':smile:', '.v.', '.~.', '#tag', '#', '# ', '*b*', '_i_', '**', '__', '`', '```', '~~', '~~~', '|', '$', '$$', '^', '==', '===', '\n===\n',
  '\n\n', '\n', '\n- ', '\n  - ', '\n+ ', '\n* ', '\n1. ', '\n1) ', '\n(1) ', '\n----\n', '\n***\n', '\n> ', '\n    code', '\n\t', '\n# ', '\n+> [c1]',
  '- ', '1. ', '(1) ', '->', '_>', '<_', '><', '\\', '\\\\', '"', "'", '&', '&amp;', '&#10;', '%', ',', ';', '!', '?', '(', ')', '![i](j)',
  'http://x.y/z?q=1#f', '[a](b)', '<http://x.y>', 'a', 'b ', '0', '中文', '。', '：', '（', 'é', 'e\u0301', '😀', '👩‍👩‍👧', '𠮷',
  '\u202e', '\u2066', '\u200b', '\ufeff', '\u00a0', '\u3000', '\u2028', '\u2029', '\ufffe', '\uffff', '\u00ad', '\u2800', '\t', '\u0301',
]; // prettier-ignore

/** Texts of people, valid for a claim, made of all that means something in one format or another. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...HOSTILE), { minLength: 1, maxLength: 9 })
  .map((parts) => parts.join(''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

/** Of a debate that is over: a claim keeps the side of who made it. */
const SIDE = anId(900);

/** A map with one of everything that a format has to say, and with hostile texts in it. */
export const hostileContents: fc.Arbitrary<MapContent> = fc
  .array(hostileTexts, { minLength: 10, maxLength: 10 })
  .map((texts) => {
    const [title = 'T', about = '', ...claims] = texts;
    const [a, b, c, d, e, f, g, comment = 'A remark'] = claims;
    const builder = aMap({ title, question: about, about });
    const thesis = builder.thesis(a);
    const { claim, argument } = builder.support(thesis, b, { by: PARTICIPANT });
    builder.joint(argument, c);
    const undercut = builder.rebut(argument, d);
    builder.rebut(undercut.argument, e);
    const rebuttal = builder.rebut(claim, f);
    builder.joint(rebuttal.argument, g);
    builder.refer(thesis, rebuttal.argument);
    builder.refer(claim, undercut.argument);
    builder.comment(claim, comment);
    const { claims: all, ...rest } = contentOf(builder.map);
    return { ...rest, claims: all.map((one) => (one.id === claim ? { ...one, side: SIDE } : one)) };
  });

/** What a quotation may have beside its words; it stands anywhere in the later edition, or nowhere. */
export const besideWords = (later: {
  readonly id: Id;
  readonly text: string;
}): fc.Arbitrary<Pick<Quotation, 'gloss' | 'stands' | 'rule'>> => {
  const end = pointsIn(later.text);
  const place = { edition: fc.constant(later.id), start: fc.constant(0) };
  return fc.record({
    gloss: fc.option(
      fc.record({
        text: hostileTexts,
        language: fc.constantFrom('zh', 'en', 'de-AT'),
        by: fc.constantFrom(OWNER, PARTICIPANT, null),
        at: fc.nat(),
      }),
    ),
    stands: fc.option(
      fc.oneof(
        fc.record({ ...place, status: fc.constantFrom('exact', 'moved', 'typographic', 'changed', 'kept'), end: fc.constant(end) }),
        fc.record({ ...place, status: fc.constant('orphaned'), end: fc.constant(0) }),
      ),
    ),
    rule: fc.constantFrom('', 'zh.reason', '举例_2'),
  }); // prettier-ignore
};

/** A secret that waits as the proposal of a suggester, in a map that has one of everything. */
export function aMapWithSecret(secret: string): MapBuilder {
  const builder = aSeedMap(aMap());
  const thesis = builder.map.index.home.get(TOP)?.[0] ?? '';
  const to = builder.newArgument('rebut', thesis);
  builder.propose({ kind: 'add-claim', claim: builder.newId(), text: `${secret} new`, language: 'en', to });
  builder.propose(
    { kind: 'reword', claim: thesis, text: `${secret} reworded`, was: builder.claim(thesis).text },
    OTHER_SUGGESTER,
  );
  return builder;
}

/** A map in which nothing but a reference leads to a claim: what it hangs under has no premise left. */
export function aHomelessClaim(): { readonly content: MapContent; readonly reference: Id } {
  const builder = aMap();
  const thesis = builder.thesis('T');
  const gone = builder.thesis('gone');
  const attacked = builder.support(thesis, 'gone too');
  builder.refer(gone, attacked.argument);
  const { claim } = builder.rebut(attacked.argument, 'homeless');
  builder.support(claim, 'beneath it');
  const reference = builder.refer(claim, builder.rebut(thesis, 'borrower').argument);
  for (const id of [attacked.claim, gone]) builder.remove(id);
  return { content: contentOf(builder.map), reference };
}
