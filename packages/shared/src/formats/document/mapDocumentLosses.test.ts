import { NEW_SETTINGS } from '../../map/info.ts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMap, OTHER_PARTICIPANT, OWNER, PARTICIPANT } from '../../../testing/aMap.ts';
import { aFollowedQuotation } from '../../../testing/aFollowedQuotation.ts';
import { aHomelessClaim, hostileContents, randomContents } from '../../../testing/contents.ts';
import type { Id } from '../../map/id.ts';
import { tables, type MapContent } from '../../map/map.ts';
import { TABLES } from '../../map/tables/tables.ts';
import { contentOf } from '../../map/patch.ts';
import type { Loss, LossKind } from '../loss.ts';
import { documentOf } from './documentOf.ts';
import { documentLosses, drawnLosses } from './mapDocumentLosses.ts';
import { settled } from './numberingSettled.ts';

const origin = { at: 0, version: 1, permalink: null };
const kindsOf = (content: MapContent): string[] =>
  documentLosses(content)
    .list()
    .map(({ kind, count }) => `${kind} ${count}`);

/** The content without what is told to be lost. */
function without(given: MapContent): MapContent {
  const { content } = settled(given); // what is told of under `references`
  const places = new Map(
    documentLosses(given)
      .list()
      .map(({ kind, where }) => [kind, new Set(where)]),
  );
  const isLost = (kind: LossKind, id: Id): boolean => places.get(kind)?.has(id) ?? false;
  const there = ({ id }: { readonly id: Id }): boolean => !isLost('removed', id);
  const signed = <T extends { readonly id: Id; readonly by: Id | null }>(one: T): T =>
    isLost('authors', one.id) ? { ...one, by: null } : one;
  const claims = content.claims.filter(there).map((claim) => ({
    ...signed(claim),
    reworded: isLost('rewordings', claim.id) ? null : claim.reworded,
    beside: isLost('beside', claim.id) ? [] : claim.beside,
    side: isLost('sides', claim.id) ? null : claim.side,
  }));
  const whole = Object.fromEntries(
    TABLES.flatMap((table) => {
      const { loss } = tables[table];
      const rows: readonly { readonly id: Id }[] = content[table];
      return loss === null ? [] : [[table, rows.filter(({ id }) => !isLost(loss, id))]];
    }),
  ) as Partial<MapContent>;
  return {
    ...content,
    ...whole,
    info: isLost('settings', 'info') ? { ...content.info, ...NEW_SETTINGS } : content.info,
    claims,
    arguments: content.arguments.filter(there).map(signed),
    references: content.references.filter(there).map(signed),
    comments: content.comments.filter(there).map(signed),
    sources: content.sources.filter(there).map(signed),
    editions: content.editions.filter(({ source }) => !isLost('removed', source)).map(signed),
    quotations: content.quotations
      .filter(there)
      .map(signed)
      .map((one) => ({
        ...one,
        stands: isLost('anchors', one.id) ? null : one.stands,
        rule: isLost('suggestions', one.id) ? '' : one.rule,
        gloss: isLost('glosses', one.id) ? null : one.gloss,
      })),
    participants: content.participants
      .filter(({ id }) => !isLost('people', id))
      .map((one) => (isLost('roles', one.id) ? { ...one, role: null } : one))
      .map((one) => (isLost('sides', one.id) ? { ...one, side: null } : one)),
  };
}

const saidOf = (content: MapContent) => {
  const { title, question, about, parts, sources, legend } = documentOf(content, origin);
  return { title, question, about, parts, sources, legend };
};

describe('what a document does not say', () => {
  it('[X-05] is told, each once', () => {
    const builder = aMap({ access: 'anyone' });
    const thesis = builder.thesis('A');
    const { claim, argument } = builder.support(thesis, 'B', { by: PARTICIPANT });
    builder.refer(thesis, builder.rebut(claim, 'C').argument, { by: PARTICIPANT });
    builder.edit({ kind: 'reword', claim, text: 'B again', was: 'B' });
    builder.edit({ kind: 'remove', id: builder.joint(argument, 'D') });
    const { edition } = builder.source('Words', OTHER_PARTICIPANT);
    builder.quote(claim, edition, [0, 3], OWNER);
    builder.edit({ kind: 'remove', id: builder.quote(claim, edition, [0, 2]) });
    builder.source('Nobody quotes this', PARTICIPANT);
    builder.comment(claim);
    expect(kindsOf(contentOf(builder.map)).sort()).toEqual([
      'authors 5', // a reference within another's argument, a quotation, two sources and the edition that is quoted
      'people 5',
      'quoted-sources 1',
      'removed 2',
      'rewordings 1',
      'roles 3',
      'settings 1',
      'sources 1',
      'times 11',
    ]);
  });

  it('is little for a map by one person', () => {
    const builder = aMap();
    builder.support(builder.thesis('A'), 'B');
    expect(kindsOf(contentOf(builder.map))).toEqual(['times 3', 'people 7', 'roles 1']);
  });

  it('tells of a reference that becomes the home of a claim', () => {
    const { content, reference } = aHomelessClaim();
    const { where } =
      documentLosses(content)
        .list()
        .find(({ kind }) => kind === 'references') ?? {};
    expect(where).toEqual([reference]);
  });

  it('tells of wordings that stand beside a claim', () => {
    const builder = aMap();
    builder.thesis('A');
    const content = contentOf(builder.map);
    const beside = [{ text: 'Or so', by: OWNER, at: 5 }];
    const claims = content.claims.map((claim) => ({ ...claim, beside }));
    expect(kindsOf({ ...content, claims })).toContain('beside 1');
  });

  it('[P-05] tells of rules, and of places in later editions but for words that say they are gone', () => {
    const content = aFollowedQuotation();
    const [changed, , moved] = content.quotations;
    const told = (list: readonly Loss[]) =>
      Object.fromEntries(list.map(({ kind, where }) => [kind, where])) as Partial<Record<LossKind, string[]>>;
    const inDocument = told(documentLosses(content).list());
    expect(inDocument).toMatchObject({ suggestions: [changed?.id], anchors: [moved?.id] });
    expect(inDocument.glosses).toBeUndefined();
    const drawn = told(drawnLosses(content).list());
    expect([drawn.suggestions, drawn.glosses, drawn.anchors?.length]).toEqual([
      [changed?.id],
      [changed?.id],
      3,
    ]);
  });

  it('tells of texts with signs that no document holds', () => {
    const builder = aMap();
    const thesis = builder.thesis('A\ufffe');
    builder.edit({ kind: 'remove', id: builder.support(thesis, 'B\ufffe').claim });
    const { kind, where } =
      documentLosses(contentOf(builder.map))
        .list()
        .find((loss) => loss.kind === 'texts') ?? {};
    expect([kind, where]).toEqual(['texts', [thesis]]);
  });

  it('is all of it: without it, the document is the same and there is nothing more to tell', () => {
    const ever = ['times', 'sources', 'quoted-sources', 'texts'];
    fc.assert(
      fc.property(fc.oneof(randomContents(), hostileContents), (random) => {
        const content: MapContent = { ...random, info: { ...random.info, access: 'anyone' } };
        const bare = without(content);
        expect(saidOf(bare)).toEqual(saidOf(content));
        // No document says any of this, so all of it must have been told.
        for (const { beside, reworded, removed } of bare.claims)
          expect([beside, reworded, removed]).toEqual([[], null, null]);
        for (const { rule, stands } of bare.quotations)
          expect([rule, stands?.status ?? 'changed']).toEqual([
            '',
            expect.stringMatching(/changed|orphaned/),
          ]);
        for (const { removed } of [...bare.arguments, ...bare.comments, ...bare.quotations])
          expect(removed).toBeNull();
        expect([bare.proposals, bare.info.access]).toEqual([[], 'members']);
        for (const { role } of bare.participants) expect(role).toBeNull();
        const told = documentLosses(bare)
          .list()
          .map(({ kind }) => kind);
        // Contributors of what is quoted are named, but not with what they brought: see `people` of the bare content.
        expect(told.filter((kind) => !ever.includes(kind) && kind !== 'people')).toEqual([]);
      }),
      { examples: [[aHomelessClaim().content]] },
    );
  });
});
