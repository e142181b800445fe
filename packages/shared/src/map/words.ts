// The words of people in edits, in proposals and in whole contents, and all of these without the words of what is gone.
import { bare, each, emptied, emptiedBy, goneKey, isEmptied } from './bare.ts';
import { stamp, type Context, type Kinded, type Words } from './edits/kind.ts';
import { BY_SERVER, SINGLE } from './edits/list.ts';
import type { Id } from './id.ts';
import { changedContent, eachTable, rowAt, tables, type ArgumentMap, type MapContent } from './map.ts';
import { put, type EntityPatch, type Patch } from './patch.ts';
import type { EditionText } from './tables/editions.ts';
import { isOpen, type Proposal } from './tables/proposals.ts';
import { TABLES, type Entities, type TableName } from './tables/tables.ts';
import { byAge } from './tree.ts';

type Entity = Entities[TableName];

/** As much as this has to know of edits of several parts, of one that is kept back, and of the one that founds a map. */
type Wrapping = Kinded & {
  readonly edits?: readonly Kinded[];
  readonly edit?: Kinded;
  readonly content?: MapContent;
};

const WORDS = new Map(
  [...SINGLE, ...BY_SERVER].map(({ schema, words }) => [schema.shape.kind.value, words as unknown]),
) as ReadonlyMap<string, unknown> as ReadonlyMap<string, Words<Kinded> | undefined>;

const partsOf = (edit: Kinded): readonly Kinded[] => (edit as Wrapping).edits ?? [edit];

/** Whose words stand in an edit of one part. */
const wordsOf = (edit: Kinded): readonly Id[] => WORDS.get(edit.kind)?.of(edit) ?? [];

/** The edit without the words of what is `gone`; itself when it holds none. Such an edit cannot be asked for again. */
export function bareEdit<E extends Kinded>(edit: E, gone: ReadonlySet<Id>): E {
  const { edits, edit: kept, content }: Wrapping = edit;
  if (kept) {
    const bared = bareEdit(kept, gone);
    return bared === kept ? edit : { ...edit, edit: bared };
  }
  if (edits) {
    const bared = each(edits, (part) => bareEdit(part, gone));
    return bared === edits ? edit : { ...edit, edits: bared };
  }
  if (content) {
    const bared = bareContent(content, gone);
    return bared === content ? edit : { ...edit, content: bared };
  }
  const words = WORDS.get(edit.kind);
  return words?.of(edit).some((id) => gone.has(id)) ? emptied<E>(edit, words.none as Partial<E>) : edit;
}

const isBare = (edit: Kinded): boolean => {
  const words = WORDS.get(edit.kind);
  return words !== undefined && isEmptied(edit, words.none);
};

/** Whether words were taken out of a proposal: it is kept, but nothing can come of it. */
export const isBareProposal = ({ edit }: Proposal): boolean => partsOf(edit).some(isBare);

export function bareEntity(table: TableName, entity: Entity, gone: ReadonlySet<Id>): Entity {
  if (!gone.has(goneKey(table, entity.id))) return entity;
  return table === 'proposals' ? bareProposal(entity as Proposal, gone) : bare(table, entity as never);
}

/** What was said about a proposal goes with its words. */
const SAID = { reason: null, answered: null, appeal: null } as const;

function bareProposal(proposal: Proposal, gone: ReadonlySet<Id>): Proposal {
  const edit = bareEdit(proposal.edit, gone);
  if (edit === proposal.edit && !isBareProposal(proposal)) return proposal;
  return edit === proposal.edit && isEmptied(proposal, SAID) ? proposal : { ...proposal, edit, ...SAID };
}

export function bareContent(content: MapContent, gone: ReadonlySet<Id>): MapContent {
  const bared = eachTable((table) => {
    const rows: readonly Entity[] = content[table];
    return each(rows, (entity) => bareEntity(table, entity, gone));
  });
  if (TABLES.every((table) => bared[table] === content[table])) return content;
  return { info: content.info, ...(bared as Omit<MapContent, 'info'>) };
}

/** [V9] An entity as it is told: what of it is long is left out, in what a proposal would make as well. */
export function toldEntity(table: TableName, entity: Entity): Entity {
  if (table === 'proposals') {
    const proposal = entity as Proposal;
    const edit = toldEdit(proposal.edit);
    return edit === proposal.edit ? proposal : { ...proposal, edit };
  }
  const fetched: Partial<Entity> | undefined = tables[table].fetched;
  return fetched ? emptied(entity, fetched) : entity;
}

function toldEdit<E extends Kinded>(edit: E): E {
  const { edits }: Wrapping = edit;
  if (edits) {
    const told = each(edits, toldEdit);
    return told === edits ? edit : { ...edit, edits: told };
  }
  const fetched = WORDS.get(edit.kind)?.fetched;
  return fetched ? emptied<E>(edit, fetched as Partial<E>) : edit;
}

/** [V9] What a proposal would bring as this edition. */
export const textIn = ({ edit }: Proposal, edition: Id): EditionText | undefined =>
  partsOf(edit).find((part) => WORDS.get(part.kind)?.fetched && wordsOf(part).includes(edition)) as
    (Kinded & EditionText) | undefined;

export const toldContent = (content: MapContent): MapContent =>
  changedContent(content, ({ table, entity }) => toldEntity(table, entity));

/** [V9] The same list where nothing of it is long. */
export const toldPatches = (patches: readonly Patch[]): readonly Patch[] =>
  each(patches, (patch) => {
    if (patch.table === 'info' || !('put' in patch)) return patch;
    const entity = toldEntity(patch.table, patch.put);
    return entity === patch.put ? patch : ({ ...patch, put: entity } as EntityPatch);
  });

/** What of these words is of nothing that was there before: a claim that was to be split keeps its own. */
const madeIn = (edit: Kinded): readonly Id[] => {
  const on = WORDS.get(edit.kind)?.on?.(edit) ?? [];
  return wordsOf(edit).filter((id) => !on.includes(id));
};

/** [E16] The ids of all that lost its words for good by these patches, proposals and what stood in them too. */
export function purgedBy(patches: readonly Patch[]): Set<Id> {
  const gone = emptiedBy(patches);
  for (const patch of patches) {
    if (patch.table !== 'proposals' || !('put' in patch) || !isBareProposal(patch.put)) continue;
    gone.add(goneKey('proposals', patch.put.id));
    for (const part of partsOf(patch.put.edit)) if (isBare(part)) for (const id of madeIn(part)) gone.add(id);
  }
  return gone;
}

/** [E16] Proposals that hold words of what is gone, or would have hung something on it. One that waited is rejected by this. */
export function proposalsWithout(map: ArgumentMap, things: ReadonlySet<Id>, context: Context): Patch[] {
  const gone = new Set(things);
  return [...map.proposals.values()].sort(byAge).flatMap((proposal) => {
    for (const part of partsOf(proposal.edit)) {
      const words = WORDS.get(part.kind);
      if (!words?.on?.(part).some((id) => gone.has(id))) continue;
      for (const id of words.makes?.(part) ?? words.of(part)) if (rowAt(map, id) === undefined) gone.add(id);
    }
    const empty = bareProposal(proposal, gone);
    if (empty === proposal) return [];
    // What was said of it in a later proposal goes with it: whoever scrubs the log knows it by the same id.
    if (isBareProposal(empty)) gone.add(goneKey('proposals', proposal.id));
    const ended = proposal.state === 'draft' ? 'dropped' : 'rejected';
    return [put('proposals', isOpen(proposal) ? { ...empty, state: ended, decided: stamp(context) } : empty)];
  });
}
