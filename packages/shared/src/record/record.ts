// The record of a map (M-08), read off its log: who did, proposed or decided what, and why, as one viewer sees it.
import { namedIn, type LoggedEdit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import { tables, type ArgumentMap } from '../map/map.ts';
import type { Patch } from '../map/patch.ts';
import type { Entities, RecordedTable, TableName } from '../map/tables/tables.ts';
import { type Viewer } from '../map/circles.ts';
import { isUnnamed, isUnsigned, visibleClaim, visiblePatches } from '../map/visibility.ts';
import type { Deed, Scene } from './deed.ts';
import { deedOnInfo, DEEDS } from './deeds.ts';
import type { RecordKind, RecordPerson, RecordRow } from './recordRow.ts';
import { joined } from './severalDeeds.ts';

/** A patch and its place in its change. */
export interface LoggedPart {
  readonly place: number;
  readonly patch: Patch;
}

/** A change as it stands in the log, or the part of it that is asked about. */
export interface Logged {
  readonly version: number;
  readonly at: number;
  readonly by: Id | null;
  readonly kind: LoggedEdit['kind'];
  readonly parts: readonly LoggedPart[];
  /** Whether these are all from the first on, those that follow where there were too many, or those of some things. */
  readonly extent: 'whole' | 'rest' | 'things';
  /** Of all its patches those that may keep secret who made it, or what it was. */
  readonly unsigned: readonly Patch[];
  /** What last put each of its things before. */
  readonly before: readonly Patch[];
}

/** [V1] [V2] [V5] [V6] [W1] The rows of one change: none, where the viewer may see nothing of it that is recorded. */
export function rowsOf(logged: Logged, viewer: Viewer, now: ArgumentMap): RecordRow[] {
  // What others see of it is several things that were done.
  const change: Logged = isUnnamed(logged.unsigned, viewer, now) ? { ...logged, kind: 'batch' } : logged;
  const said = change.parts.filter(({ patch }) => isRecorded(patch));
  const seen = said.flatMap(({ place, patch }) =>
    visiblePatches([patch], viewer, now).map((told): LoggedPart => ({ place, patch: told })),
  );
  const [first] = seen;
  if (!first) return [];
  const known = knownFrom(visiblePatches(change.before, viewer, now));
  const deeds = deedsIn(seen, known, {
    now,
    textOf: (claim) => visibleClaim(now, claim, viewer)?.text ?? null,
  });
  if (!isUnsigned(change.unsigned, viewer, now))
    return toldOf(change, deeds, first).map((deed) => rowOf(change, deed, now));
  // [B3] That somebody did it is all there is to know, and only where it is not the secret itself.
  const told = change.kind === 'batch' ? toldOf(change, deeds, first) : [];
  return told.map((deed) => rowOf({ ...change, by: null }, deed, now));
}

type Known = Map<string, object>;
type PlacedDeed = Deed & { readonly place: number };
type Told = PlacedDeed &
  Partial<Pick<RecordRow, 'verdict'>> & { readonly proposedBy?: Id | null | undefined };

const INFO = 'info';
const keyOf = (table: TableName, id: Id): string => `${table} ${id}`;

/** Whether it is of what the record tells. */
export const isRecorded = ({ table }: Patch): boolean => table === 'info' || tables[table].recorded;

/** Brings what is known up to date. */
function note(known: Known, patch: Patch): void {
  if (patch.table === 'info') known.set(INFO, patch.put);
  else if ('put' in patch) known.set(keyOf(patch.table, patch.put.id), patch.put);
  else known.delete(keyOf(patch.table, patch.drop));
}

function knownFrom(patches: readonly Patch[]): Known {
  const known: Known = new Map();
  for (const patch of patches) note(known, patch);
  return known;
}

/** What each patch did, in order. */
function deedsIn(
  parts: readonly LoggedPart[],
  known: Known,
  { now, textOf }: Pick<Scene, 'now' | 'textOf'>,
): PlacedDeed[] {
  const get = <T extends TableName>(table: T, id: Id) => known.get(keyOf(table, id)) as Entities[T] | undefined; // prettier-ignore
  const made = new Set<Id>();
  const scene: Scene = { now, textOf, get, isNew: (id) => made.has(id) };
  return parts.flatMap(({ place, patch }) => {
    const deed = deedIn(patch, scene, known);
    if (patch.table !== 'info' && 'put' in patch && !get(patch.table, patch.put.id)) made.add(patch.put.id);
    note(known, patch);
    return deed ? [{ ...deed, place }] : [];
  });
}

function deedIn(patch: Patch, scene: Scene, known: Known): Deed | undefined {
  if (patch.table === 'info') return deedOnInfo(known.get(INFO) as typeof patch.put | undefined, patch.put);
  const { table } = patch;
  const id = 'put' in patch ? patch.put.id : patch.drop;
  const tell = DEEDS[table as RecordedTable] as (was: object | undefined, is: object | undefined, scene: Scene) => Deed | undefined; // prettier-ignore
  return tell(known.get(keyOf(table, id)), 'put' in patch ? patch.put : undefined, scene);
}

/** Of all that a change did, what people asked for. */
function toldOf(
  { kind, extent }: Logged,
  deeds: readonly PlacedDeed[],
  { place, patch }: LoggedPart,
): Told[] {
  const none = { place, did: null, about: null, claim: null };
  switch (kind) {
    case 'found':
      return patch.table === 'info'
        ? [{ ...none, kind }]
        : deeds.map((deed): Told => ({ ...deed, kind, did: null }));
    case 'batch':
      return withVerdicts(joined(withoutTraces(deeds)));
    case 'decide':
      return withVerdicts(joined(withoutTraces(deeds))).map((deed): Told =>
        deed.verdict ? deed : { ...deed, verdict: 'accepted', proposedBy: deed.author },
      );
    default: {
      const done = joined(deeds.filter((deed) => deed.kind === kind));
      // [D8] Who was called on ends the speech before, and [E7] an argument comes back before the claim that was asked for.
      const isLast = kind === 'set-hand' || kind === 'restore';
      const main = (isLast ? done.at(-1) : done[0]) ?? deeds.find((deed) => deed.kind === 'propose'); // prettier-ignore
      // A purge decides on what waited about the purged.
      const decided = kind === 'purge' ? deeds.filter((deed) => deed.kind === 'decide') : [];
      const about = patch.table === 'info' ? null : 'put' in patch ? patch.put.id : patch.drop;
      if (extent === 'rest') return SEVERAL.includes(kind) ? done : decided;
      if (kind === 'split-claim' && deeds.every((deed) => deed.kind !== 'propose'))
        return extent === 'things' && deeds.length === 0 ? [] : [splitOf(deeds, place)];
      if (main) return [main, ...decided];
      return extent === 'things' ? [] : [{ ...none, kind, about }];
    }
  }
}

/** Edits of which a piece that follows tells what else they were done to. */
const SEVERAL: readonly Logged['kind'][] = ['arrange-hands', 'release-grades', 'curate', 'publish'];

const WENT: readonly RecordKind[] = ['move-argument', 'move-quotation', 'reorder', 'remove', 'restore'];
const CAME: readonly RecordKind[] = ['add-reference', 'drop-reference', 'add-claim'];

/**
 * Without the arguments that were put away or brought back because their premise left or came, and without what only went
 * along with a claim that was merged or parted.
 */
function withoutTraces(deeds: readonly PlacedDeed[]): PlacedDeed[] {
  const through = new Set(deeds.flatMap(({ stands }) => stands ?? []));
  const moved = new Set<Id | null>(deeds.flatMap(({ along }) => along?.moved ?? []));
  const made = new Set<Id | null>(deeds.flatMap(({ along }) => along?.made ?? []));
  return deeds.filter(
    ({ kind, about }) =>
      !((kind === 'remove' || kind === 'restore') && through.has(about)) &&
      !(WENT.includes(kind) && moved.has(about)) &&
      !(CAME.includes(kind) && made.has(about)),
  );
}

/** [E21] A claim that was split, told as one: the words it had, and those of all that it is now. */
function splitOf(deeds: readonly PlacedDeed[], place: number): Told {
  const kept = deeds.find(({ kind }) => kind === 'reword');
  const made = deeds.filter(({ kind }) => kind === 'add-claim');
  const about = kept?.about ?? made[0]?.about ?? null;
  const after = [kept, ...made].flatMap((deed) => deed?.after ?? []).join('\n');
  return { place, kind: 'split-claim', did: null, about, claim: about, before: kept?.before ?? null, after };
}

/** What was accepted bears the verdict and its author's name; a verdict by which nothing came stands alone. */
function withVerdicts(deeds: readonly PlacedDeed[]): Told[] {
  const told: Told[] = [];
  for (const deed of deeds) {
    const verdict = deed.kind === 'decide' ? { ...decided(deed), proposedBy: deed.author } : {};
    const isDone = deed.verdict === 'accepted' ? doneBy(deed) : () => false;
    const done = told.filter(isDone);
    for (const one of done) told[told.indexOf(one)] = { ...one, ...verdict };
    if (done.length === 0) told.push({ ...deed, ...verdict });
  }
  return told;
}

const decided = ({ proposal, verdict, code, reason }: Deed) => ({ proposal, verdict, code, reason });

/** Whether an accepted edit did it. */
function doneBy({ did }: Deed): (deed: Told) => boolean {
  const named = did ? namedIn(did) : new Set<Id | null>();
  const kinds = new Set<RecordKind>(did?.kind === 'batch' ? did.edits.map(({ kind }) => kind) : did ? [did.kind] : []); // prettier-ignore
  return ({ kind, about, claim, proposal }) =>
    !proposal && kinds.has(kind) && [about, claim].some((id) => id !== null && named.has(id));
}

function rowOf({ version, at, by }: Logged, told: Told, now: ArgumentMap): RecordRow {
  const person = (id: Id | null | undefined): RecordPerson | null =>
    id ? { id, name: now.participants.get(id)?.name ?? '' } : null;
  const { place, kind, did, about, claim, before, after, beside, proposal, verdict, code, reason, rule } = told; // prettier-ignore
  return {
    version,
    part: place,
    at,
    by: person(by),
    kind,
    did,
    about,
    claim,
    before: before || null,
    after: after || null,
    beside: beside ?? null,
    proposal: proposal ?? null,
    proposedBy: person(told.proposedBy),
    verdict: verdict ?? null,
    code: code ?? null,
    reason: reason || null,
    rule: rule ?? null,
  };
}
