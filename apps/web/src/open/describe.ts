// What edits do, told to people: read by review, history, undo, notices, tray and news. What each kind says is in tellings.ts.
import { Edit, Id, waiting, type ArgumentMap, type Change, type Proposal, type RecordKind, type SingleEdit } from '@counterpoint/shared'; // prettier-ignore
import i18next from 'i18next';
import { bringing } from './proposals.ts';
import { standingAt } from './standing.ts';
import { KINDS } from './tellings.ts';
import { OTHERS, said, type Deed, type Description, type T, type Told } from './told.ts';

export type { Deed, Told };

const description = <E extends SingleEdit>(edit: E): Description<E> => KINDS[edit.kind] as never;

const DEEDS: { readonly [kind: string]: Deed | undefined } = {
  ...Object.fromEntries(Object.entries(KINDS).map(([kind, { deed }]) => [kind, deed])),
  ...OTHERS,
};

/** Also of an edit by another version of the product. */
export function deedOf(edit: unknown): Deed {
  const kind = String((edit as { readonly kind?: unknown } | null | undefined)?.kind);
  const read = kind === 'batch' ? Edit.safeParse(edit) : undefined;
  return DEEDS[(read?.success && mainOf(read.data)?.kind) || kind] ?? 'other';
}

/** A change of which only proposals are to be seen, made one. */
export const deedOfChange = ({ kind, patches }: Pick<Change, 'kind' | 'patches'>): Deed =>
  kind !== 'decide' && kind !== 'withdraw' && patches.every(({ table }) => table === 'proposals')
    ? 'proposed'
    : deedOf({ kind });

/** How often what was done, in the language of the page: `2 new claims, 1 move`. */
export function counted(deeds: readonly Deed[]): string {
  const counts = new Map<Deed, number>();
  for (const deed of deeds) counts.set(deed, (counts.get(deed) ?? 0) + 1);
  const parts = [...counts].map(([deed, count]) => i18next.t(`counted.${deed}`, { ns: 'edits', count }));
  return new Intl.ListFormat(i18next.language, { type: 'conjunction' }).format(parts);
}

/** The words a person wrote in an edit; all text there is when another version of the product made it. */
export function wordsOf(edit: unknown): string {
  const read = Edit.safeParse(edit);
  if (!read.success) return textsIn(edit).join('\n');
  return partsOf(read.data).flatMap((part) => description(part).words?.(part) ?? []).filter(Boolean).join('\n'); // prettier-ignore
}

/** Rather a word too many, as `support`, than one of theirs too few. In the order of the fields, however deep they lie. */
function textsIn(whole: unknown): string[] {
  const texts: string[] = [];
  const [ahead, seen] = [[whole], new Set<unknown>()];
  while (ahead.length > 0) {
    const part = ahead.pop();
    if (typeof part === 'string' && !Id.safeParse(part).success) texts.push(part);
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    const fields = Object.entries(part).filter(([name]) => name !== 'kind');
    ahead.push(...fields.reverse().map(([, value]): unknown => value));
  }
  return texts;
}

/** Told by the map before; of a step in the past by as much of it as is known. */
export function describe(t: T, view: ArgumentMap, edit: Edit): Told {
  const main = mainOf(edit);
  if (main) return description(main).tell(main, t, view);
  const edits = partsOf(edit);
  const claims = edits.filter((part) => part.kind === 'add-claim');
  const [first] = claims;
  if (!first) return said(t('proposal.change'), counted(edits.map(deedOf)));
  const place = standingAt(view, first.to, first.text);
  const sentence = t('proposal.severalSentence', { count: claims.length });
  return said(t('proposal.several'), sentence, { place, about: place.under?.id ?? null });
}

/** To who did it, afterwards. */
export function toldDone(t: T, edit: Edit, before: ArgumentMap, after: ArgumentMap): string {
  const main = mainOf(edit);
  if (!main) return t('done.several');
  const kind = description(main);
  return kind.done?.(main, t, before, after) ?? t(`done.${kind.deed}`);
}

const partsOf = (edit: Edit): readonly SingleEdit[] => (edit.kind === 'batch' ? edit.edits : [edit]);

const LEADING: ReadonlySet<SingleEdit['kind']> = new Set([
  'reopen',
  'move-claim',
  'move-argument',
  'add-reference',
  'merge-claim',
]);

/** The edit that a batch is told by, as the others only go with it; none where several count. */
function mainOf(edit: Edit): SingleEdit | undefined {
  const parts = partsOf(edit);
  const claims = parts.filter(({ kind }) => kind === 'add-claim');
  if (parts.length === 1 || claims.length > 1) return parts.length === 1 ? parts[0] : undefined;
  return claims[0] ?? parts.find(({ kind }) => LEADING.has(kind));
}

/** What kind of change an edit is, in one word of the page's language. */
export const nameOfDeed = (edit: Edit): string => headlineOf(deedOf(edit));

/** What an undo takes back, and how much comes back with it. */
export function nameOfUndone(edit: Edit, now: ArgumentMap): string {
  const main = mainOf(edit);
  const name = nameOfDeed(edit);
  return main
    ? (description(main).undone?.(main, i18next.getFixedT(null, 'edits'), name, now) ?? name)
    : name;
}

/** The same of a row of the record. */
export const nameOfRow = (kind: RecordKind): string =>
  headlineOf(kind === 'propose' ? 'proposed' : deedOf({ kind }));

const headlineOf = (deed: Deed): string =>
  i18next.t(`headline.${deed}`, { ns: 'edits' }).replace(/[:：]$/, '');

/** The same of what waits about a premise: that it comes, or what becomes of it. */
export const nameOfWaiting = (proposal: Proposal, id: Id): string =>
  nameOfDeed(bringing(proposal, id) ?? waiting(proposal));
