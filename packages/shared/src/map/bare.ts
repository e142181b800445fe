// What of an entity and of an edit are the words of people. The rest is what the tree and the log need.
import type { LoggedEdit, SingleEdit } from './edit.ts';
import { TABLES, type Entities, type TableName } from './tables/tables.ts';
import type { Id } from './id.ts';
import { eachTable, tables, type MapContent } from './map.ts';
import type { Patch } from './patch.ts';
import type { Proposal } from './tables/proposals.ts';

type Entity = Entities[TableName];

export const isWorded = (table: TableName): boolean => Object.keys(tables[table].words).length > 0;

/** The entity without its words: what stays is its id, place and marks; itself when it has none. */
export const bare = <T extends TableName>(table: T, entity: Entities[T]): Entities[T] =>
  emptied(entity, tables[table].words);

/** The same value when it is as empty already. */
function emptied<T extends object>(value: T, empty: Partial<T>): T {
  const isEmpty = Object.entries(empty).every(([name, nothing]) => {
    const part: unknown = value[name as keyof T];
    return Array.isArray(nothing) && Array.isArray(part) ? part.length === 0 : part === nothing;
  });
  return isEmpty ? value : { ...value, ...empty };
}

/** The edit without the words of what is `gone`; itself when it holds none. Such an edit cannot be asked for again. */
export function bareEdit<E extends LoggedEdit>(edit: E, gone: ReadonlySet<Id>): E;
export function bareEdit(edit: LoggedEdit, gone: ReadonlySet<Id>): LoggedEdit {
  switch (edit.kind) {
    case 'add-claim':
    case 'comment':
      return wordsOf(edit).some((id) => gone.has(id)) ? emptied(edit, { text: '' }) : edit;
    case 'reword':
      return gone.has(edit.claim) ? emptied(edit, { text: '', was: '' }) : edit;
    case 'add-source':
      return gone.has(edit.source) ? emptied(edit, { title: '', url: '', text: '', marks: [] }) : edit;
    case 'add-edition':
      return gone.has(edit.edition) ? emptied(edit, { text: '', marks: [], reason: '' }) : edit;
    case 'decide':
      return gone.has(edit.proposal) ? emptied(edit, { reason: null }) : edit;
    case 'batch': {
      const edits = each(edit.edits, (part) => bareEdit(part, gone));
      return edits === edit.edits ? edit : { ...edit, edits: [...edits] };
    }
    case 'found': {
      const content = bareContent(edit.content, gone);
      return content === edit.content ? edit : { ...edit, content };
    }
    default:
      return edit;
  }
}

/** Whose words stand in an edit. */
export function wordsOf(edit: SingleEdit): readonly Id[] {
  switch (edit.kind) {
    case 'add-claim':
    case 'reword':
      return [edit.claim];
    case 'comment':
      return [edit.comment];
    case 'add-source':
      return [edit.source, edit.edition];
    case 'add-edition':
      return [edit.edition];
    default:
      return [];
  }
}

export const partsOf = (edit: Proposal['edit']): readonly SingleEdit[] =>
  edit.kind === 'batch' ? edit.edits : [edit];

/** Whether words were taken out of a proposal: it is kept, but nothing can come of it. */
export const isBareProposal = ({ edit }: Proposal): boolean =>
  partsOf(edit).some((part) => 'text' in part && part.text === '');

export function bareEntity(table: TableName, entity: Entity, gone: ReadonlySet<Id>): Entity {
  if (!gone.has(entity.id)) return entity;
  return table === 'proposals' ? bareProposal(entity as Proposal, gone) : bare(table, entity as never);
}

/** What was said about a proposal goes with its words. */
export function bareProposal(proposal: Proposal, gone: ReadonlySet<Id>): Proposal {
  const edit = bareEdit(proposal.edit, gone);
  const reason = edit === proposal.edit && !isBareProposal(proposal) ? proposal.reason : null;
  return edit === proposal.edit && reason === proposal.reason ? proposal : { ...proposal, edit, reason };
}

export function bareContent(content: MapContent, gone: ReadonlySet<Id>): MapContent {
  const bared = eachTable((table) => {
    const rows: readonly Entity[] = content[table];
    return each(rows, (entity) => bareEntity(table, entity, gone));
  });
  if (TABLES.every((table) => bared[table] === content[table])) return content;
  return { info: content.info, ...(bared as Omit<MapContent, 'info'>) };
}

/** The same list when nothing in it changes. */
export function each<T>(list: readonly T[], change: (one: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((one, i) => one === list[i]) ? list : changed;
}

/** [E16] The ids of all that lost its words for good by these patches, unfiltered ones of the log. */
export function purgedBy(patches: readonly Patch[]): Set<Id> {
  const gone = new Set<Id>();
  for (const patch of patches) {
    if (patch.table === 'info' || !('put' in patch)) continue;
    const { put } = patch;
    if ('removed' in put && put.removed?.purged) gone.add(put.id);
    if (patch.table === 'editions' && patch.put.text === '') gone.add(put.id);
    if (patch.table !== 'proposals' || !isBareProposal(patch.put)) continue;
    gone.add(put.id);
    for (const part of partsOf(patch.put.edit))
      if ('text' in part && part.text === '') for (const id of wordsOf(part)) gone.add(id);
  }
  return gone;
}
