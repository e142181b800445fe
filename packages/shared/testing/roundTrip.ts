// Whether a format keeps its word: what comes back is the map, but for what the loss report lists. Not part of the product.
import { NEW_SETTINGS } from '../src/map/info.ts';
import type { Claim } from '../src/map/tables/claims.ts';
import type { Id } from '../src/map/id.ts';
import { withIds } from '../src/map/fields.ts';
import { tables, type MapContent } from '../src/map/map.ts';
import { TABLES, type TableName } from '../src/map/tables/tables.ts';
import type { Quotation } from '../src/map/tables/quotations.ts';
import type { Stamp } from '../src/map/stamp.ts';
import { relationOf } from '../src/map/relation.ts';
import type { Loss, LossKind } from '../src/formats/loss.ts';
import { shownTree, type ShownTree } from '../src/formats/shownTree.ts';

/** Of a text that was written without its line breaks. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * What people see of a content, one line a thing, with places in the tree for ids: equal for two contents that differ in
 * nothing but ids and order keys. Left out are the map's language and what nobody sees (removed things, proposals).
 */
export function shapeOf(content: MapContent): string {
  const tree = shownTree(content);
  const names = new Map(content.participants.map(({ id, name }) => [id, name]));
  const stamp = ({ by, at }: Stamp): string => `${by === null ? '-' : (names.get(by) ?? '?')}@${at}`;
  const places = placesIn(tree);
  const lines: string[] = [];
  const { info } = content;
  const { language: _, ...heading } = info;
  lines.push(JSON.stringify(Object.entries(heading).sort()));
  lines.push(
    `people ${content.participants
      .map(({ name, role, side }) => `${name} ${role ?? '-'} ${side ?? '-'}`)
      .sort()
      .join(', ')}`,
  );
  const titles = new Map(content.sources.map((source) => [source.id, source]));
  const editions = new Map(content.editions.map((edition) => [edition.id, edition]));
  const quoted = new Map<Id, string[]>();
  for (const quotation of content.quotations) {
    if (quotation.removed || !tree.has(quotation.claim)) continue;
    const edition = editions.get(quotation.edition);
    const source = titles.get(edition?.source ?? '');
    const { bearing, exact, prefix, suffix, start, stands, gloss, rule } = quotation;
    const line = JSON.stringify([
      bearing,
      exact,
      prefix,
      suffix,
      start,
      source?.title,
      source?.url,
      stamp(quotation),
      stands && [stands.status, stands.start, stands.end, editions.get(stands.edition)?.text],
      gloss && [gloss.text, gloss.language, stamp(gloss)],
      rule,
    ]);
    quoted.set(quotation.claim, [...(quoted.get(quotation.claim) ?? []), line]);
  }
  for (const node of tree.inOrder) {
    const place = places.get(node.id) ?? '';
    if ('text' in node) {
      const { text, language, reworded, beside } = node;
      const own = language === info.language ? null : language;
      const said = [
        text,
        own,
        node.side,
        stamp(node),
        reworded && stamp(reworded),
        beside.map((one) => [one.text, stamp(one)]),
      ];
      lines.push(`${place} ${JSON.stringify(said)}`);
      for (const one of tree.commentsOn(node.id))
        lines.push(`${place} comment ${JSON.stringify(one.text)} ${stamp(one)}`);
      for (const line of (quoted.get(node.id) ?? []).sort()) lines.push(`${place} quotes ${line}`);
    } else {
      const premises = tree
        .premisesOf(node.id)
        .map(({ claim, reference }) =>
          reference
            ? `=${places.get(claim.id) ?? claim.text} ${stamp(reference)}`
            : (places.get(claim.id) ?? ''),
        );
      lines.push(
        `${place} ${relationOf(node)} ${node.scheme ?? '-'} ${stamp(node)}: ${premises.join(' & ')}`,
      );
    }
  }
  for (const source of content.sources.filter(({ removed }) => !removed)) {
    const texts = content.editions.filter((edition) => edition.source === source.id);
    lines.push(`source ${JSON.stringify([source.title, source.url, stamp(source), texts.map((one) => [one.text, one.marks, one.reason])])}`); // prettier-ignore
  }
  lines.push(
    ...content.annotations
      .filter(({ removed }) => !removed)
      .map(
        (one) =>
          `note ${JSON.stringify([one.exact, one.text, one.open, one.label, one.curated?.as, stamp(one)])}`,
      )
      .sort(),
  );
  lines.push(...restOf(content, tree, names));
  return lines.join('\n');
}

/** Tables whose rows are drawn one by one, or that nobody sees. */
const DRAWN: readonly TableName[] = [
  'claims', 'arguments', 'references', 'comments', 'sources', 'editions', 'quotations', 'annotations', 'participants', 'proposals',
]; // prettier-ignore
const REST = TABLES.filter((table) => !DRAWN.includes(table) && !tables[table].aside);

/** All else: each field as it is, with names and texts for the ids of people and claims. */
function restOf(content: MapContent, { has }: ShownTree, names: ReadonlyMap<Id, string>): string[] {
  const texts = new Map(content.claims.filter(({ id }) => has(id)).map(({ id, text }) => [id, text]));
  return REST.flatMap((table) =>
    content[table]
      .filter((one) => !('removed' in one && one.removed))
      .map((one) => {
        const named = withIds(tables[table].schema, one, (id) => names.get(id) ?? texts.get(id) ?? '');
        const { id: _, order: __, ...said } = named as { readonly id: Id; readonly order?: string };
        return `${table} ${JSON.stringify(said)}`;
      })
      .sort(),
  );
}

/** 1, 1.2, 1.2a: thesis, reply, premise. */
function placesIn(tree: ShownTree): Map<Id, string> {
  const places = new Map<Id, string>();
  const stack: (readonly [Id, string])[] = tree.theses.map((thesis, i) => [thesis.id, String(i + 1)]);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [id, place] = next;
    places.set(id, place);
    for (const [i, reply] of tree.repliesTo(id).entries()) stack.push([reply.id, `${place}.${i + 1}`]);
    for (const [i, premise] of tree.premisesOf(id).entries())
      if (!premise.reference && !places.has(premise.claim.id))
        stack.push([premise.claim.id, `${place}-${i + 1}`]);
  }
  return places;
}

/** When an entity of a file without times was made: Reading.at of the test. */
export const READ_AT = 5_000_000;

export interface Applied {
  /** What becomes of a text that is told under 'texts'. */
  readonly shown?: (text: string) => string;
}

/** The content as the loss report says it will come back. Kinds that say nothing about content are refused. */
export function without(
  content: MapContent,
  losses: readonly Loss[],
  { shown = oneLine }: Applied = {},
): MapContent {
  let left = content;
  for (const loss of losses) {
    if (loss.where.length < loss.count)
      throw new Error(`${loss.kind}: only ${loss.where.length} of ${loss.count} places`);
    const lost = TABLES.filter((table) => tables[table].loss === loss.kind);
    const apply = EFFECTS[loss.kind] ?? (lost.length > 0 ? dropped(...lost) : undefined);
    if (!apply) throw new Error(`what does the loss of ${loss.kind} do?`);
    left = apply(left, new Set(loss.where), shown);
  }
  const used = new Set(peopleIn(left));
  return { ...left, participants: left.participants.filter(({ id, role }) => used.has(id) || role !== null) };
}

/** The report, if these things came back after all. */
export const returned = (losses: readonly Loss[], kind: LossKind, ids: ReadonlySet<string>): Loss[] =>
  losses.flatMap((loss) => {
    if (loss.kind !== kind) return [loss];
    const where = loss.where.filter((id) => !ids.has(id));
    return where.length > 0 ? [{ ...loss, where, count: where.length }] : [];
  });

type Effect = (content: MapContent, at: ReadonlySet<string>, shown: (text: string) => string) => MapContent;

const dropped =
  (...from: readonly TableName[]): Effect =>
  (content, at) => ({
    ...content,
    ...Object.fromEntries(
      from.map((table) => [table, content[table].filter(({ id }: { readonly id: Id }) => !at.has(id))]),
    ),
  });

type Tables = 'claims' | 'arguments' | 'references' | 'comments' | 'sources' | 'editions' | 'quotations';
const STAMPED: readonly Tables[] = [
  'claims',
  'arguments',
  'references',
  'comments',
  'sources',
  'editions',
  'quotations',
];

const changed =
  (change: (entity: MapContent[Tables][number]) => object): Effect =>
  (content, at) => ({
    ...content,
    ...Object.fromEntries(
      STAMPED.map((table) => [
        table,
        content[table].map((one) => (at.has(one.id) ? { ...one, ...change(one) } : one)),
      ]),
    ),
  });

const claims =
  (change: (claim: Claim, content: MapContent, shown: (text: string) => string) => Partial<Claim>): Effect =>
  (content, at, shown) => ({
    ...content,
    claims: content.claims.map((claim) =>
      at.has(claim.id) ? { ...claim, ...change(claim, content, shown) } : claim,
    ),
  });

const quotations =
  (change: Partial<Quotation>): Effect =>
  (content, at) => ({
    ...content,
    quotations: content.quotations.map((one) => (at.has(one.id) ? { ...one, ...change } : one)),
  });

const EFFECTS: Partial<Record<LossKind, Effect>> = {
  removed: (content) => content,
  proposals: (content) => ({ ...content, proposals: [] }),
  comments: dropped('comments'),
  quotations: dropped('quotations'),
  glosses: quotations({ gloss: null }),
  anchors: quotations({ stands: null }),
  suggestions: quotations({ rule: '' }),
  sources: dropped('sources', 'editions'),
  sides: (content, at) => ({
    ...content,
    claims: content.claims.map((one) => (at.has(one.id) ? { ...one, side: null } : one)),
    participants: content.participants.map((one) => (at.has(one.id) ? { ...one, side: null } : one)),
  }),
  references: dropped('references'),
  people: dropped('participants'),
  roles: (content) => ({
    ...content,
    participants: content.participants.map((one) => ({ ...one, role: null })),
  }),
  authors: changed(() => ({ by: null })),
  times: changed(() => ({ at: READ_AT })),
  rewordings: claims(() => ({ reworded: null })),
  languages: claims((_, { info }) => ({ language: info.language })),
  beside: claims(() => ({ beside: [] })),
  texts: (content, at, shown) => ({
    ...content,
    claims: content.claims.map((one) => (at.has(one.id) ? { ...one, text: shown(one.text) } : one)),
    comments: content.comments.map((one) => (at.has(one.id) ? { ...one, text: shown(one.text) } : one)),
    info: at.has('info')
      ? { ...content.info, title: shown(content.info.title), question: shown(content.info.question), about: shown(content.info.about) } // prettier-ignore
      : content.info,
  }),
  schemes: (content, at) => ({
    ...content,
    arguments: content.arguments.map((one) => (at.has(one.id) ? { ...one, scheme: null } : one)),
  }),
  question: (content) => ({ ...content, info: { ...content.info, question: '' } }),
  about: (content) => ({ ...content, info: { ...content.info, about: '' } }),
  settings: (content) => ({
    ...content,
    info: { ...content.info, ...NEW_SETTINGS },
  }),
  undercuts: (content, at) => ({
    ...content,
    arguments: content.arguments.map((one) =>
      at.has(one.id) ? { ...one, target: claimUnder(content, one.target) } : one,
    ),
  }),
};

/** The claim that an argument, or what it attacks, speaks to in the end. */
function claimUnder({ arguments: all }: MapContent, target: { kind: 'claim' | 'argument'; id: Id }) {
  const byId = new Map(all.map((one) => [one.id, one]));
  let at = target;
  for (let next = byId.get(at.id); next; next = byId.get(at.id)) at = next.target;
  return at;
}

function peopleIn(content: MapContent): Id[] {
  const tree = shownTree(content);
  return STAMPED.flatMap((table) =>
    content[table].flatMap((one) => {
      const owner =
        'claim' in one ? one.claim : 'argument' in one ? (one as { argument: Id }).argument : one.id;
      const isSeen = table === 'sources' || table === 'editions' || tree.has(owner);
      const stamps: (Stamp | null)[] = [
        one,
        'reworded' in one ? one.reworded : null,
        ...('beside' in one ? one.beside : []),
        'gloss' in one ? one.gloss : null,
      ];
      return isSeen && !('removed' in one && one.removed) ? stamps.flatMap((each) => each?.by ?? []) : [];
    }),
  );
}
