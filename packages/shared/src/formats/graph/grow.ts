// From what a file says to a map, whatever the graph: theses are chosen, circles become references, what is missing is
// put in, and every repair is told. Parts: growTidy, growForest, growRows, growSources, growFit.
import { MapInfo, NEW_SETTINGS, newerInfo } from '../../map/info.ts';
import { TABLES, type TableName } from '../../map/tables/tables.ts';
import type { Comment } from '../../map/tables/comments.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import type { Participant } from '../../map/tables/participants.ts';
import type { Reference } from '../../map/tables/references.ts';
import { isVisible, LONGEST, PersonName, shortLine, storable } from '../../map/text.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Reading } from '../format.ts';
import type { Graph } from './graph.ts';
import { fitting } from './growFit.ts';
import { planted } from './growForest.ts';
import { carriedRows, nodesOf, rowIn, type Making } from './growRows.ts';
import { restedOn, type LongText } from './growSources.ts';
import { tidied, UNSTATED } from './growTidy.ts';
import { Losses, type Told } from '../loss.ts';
import { unsound } from './soundness.ts';

/** Most claims and arguments of a file. */
const MOST_NODES = 100_000;
/** Most uses of a claim as a premise, an argument with several conclusions counting once for each. */
const MOST_USES = 300_000;
const LAST_MOMENT = 8.64e15;

/** A sound map. What rode along is left out, and told, where together with the rest it would make no map. */
export function grown(graph: Graph, reading: Reading): Result<Told<MapContent>> {
  if (graph.claims.length + graph.arguments.length > MOST_NODES)
    return refuse('too-large', `A file has at most ${MOST_NODES} claims and arguments.`);
  const uses = graph.arguments.reduce(
    (sum, { premises, targets }) => sum + premises.length * Math.max(1, targets.length),
    0,
  );
  if (uses > MOST_USES) return refuse('too-large', `A file has at most ${MOST_USES} premises.`);
  const whole = growing(graph, reading);
  if (!unsound(whole.value)) return ok(whole);
  const bare = growing(withoutCarried(graph), reading);
  const still = unsound(bare.value);
  return (
    still ?? ok({ value: bare.value, losses: [...bare.losses, { kind: 'carried', count: 1, where: ['*'] }] })
  );
}

function withoutCarried({ carried: _, ...graph }: Graph): Graph {
  const bare = <T extends object>(node: T): T => ({ ...node, row: undefined });
  return { ...graph, claims: graph.claims.map(bare), arguments: graph.arguments.map(bare) };
}

function growing(graph: Graph, reading: Reading): Told<MapContent> {
  const losses = new Losses();
  const rest = restIn(graph.carried, losses);
  const info = infoOf(graph, rest.info, reading);
  const people = new People(graph, rest.rows.participants, reading);
  const making: Making = {
    info,
    newId: reading.newId,
    at: (given) =>
      given !== undefined && Number.isInteger(given) && given >= 0 && given <= LAST_MOMENT
        ? given
        : reading.at,
    by: (person) => people.idOf(person),
    losses,
  };
  const tidy = tidied(graph, /^zh\b/.test(info.language) ? UNSTATED.zh : UNSTATED.en, losses);
  const { texts, long } = textsOf(tidy.claims.values(), losses);
  const rows = carriedRows(tidy, texts, losses);
  const keys = new Map([...rows.arguments].map(([key, { id }]) => [id, key]));
  const hidden = new Set(rest.rows.arguments.map(({ id }) => id));
  const hint = (key: string): string | null | undefined => {
    const row = rows.claims.get(key);
    if (!row) return tidy.claims.get(key)?.home;
    return row.home === null || hidden.has(row.home) ? null : keys.get(row.home);
  };
  const forest = planted(tidy, hint, losses);
  const hiddenHome = (key: string): Id | null => {
    const home = rows.claims.get(key)?.home ?? null;
    return home !== null && hidden.has(home) ? home : null;
  };
  const byUse = new Map(
    rest.rows.references.map((one): [string, Reference] => [one.argument + one.claim, one]),
  );
  const nodes = nodesOf(tidy, forest, { rows, references: byUse, texts, hiddenHome }, making);
  const idOf = (key: string): Id | undefined => nodes.ids.get(key);
  const longTexts = long.flatMap(({ key, text }): LongText[] => [{ claim: idOf(key) ?? '', text }]);
  const rested = restedOn(graph, { idOf, longTexts }, making);
  const comments = [...commentsOf(graph, idOf, making), ...rested.comments];
  const used = new Set(nodes.references.map(({ id }) => id));
  // A use of what the file shows is gone when the file no longer shows the use.
  const shown = new Set(nodes.ids.values());
  const unseen = rest.rows.references.filter(
    ({ id, argument, claim }) => !used.has(id) && !(shown.has(argument) && shown.has(claim)),
  );
  const content: MapContent = {
    ...rest.rows,
    info,
    claims: [...nodes.claims, ...rest.rows.claims],
    arguments: [...nodes.arguments, ...rest.rows.arguments],
    references: [...nodes.references, ...unseen],
    comments: [...comments, ...rest.rows.comments],
    sources: [...rested.sources, ...rest.rows.sources],
    editions: [...rested.editions, ...rest.rows.editions],
    quotations: [...rested.quotations, ...rest.rows.quotations],
    participants: [...rest.rows.participants, ...people.made],
  };
  return { value: sorted(fitting(content, losses)), losses: losses.list() };
}

/** By id, as contents are everywhere. */
function sorted(content: MapContent): MapContent {
  const tables = TABLES.map((table) => [table, [...content[table]].sort((a, b) => (a.id < b.id ? -1 : 1))]);
  return { info: content.info, ...Object.fromEntries(tables) } as MapContent;
}

type Rows = { [T in TableName]: MapContent[T] };

function restIn(
  carried: unknown,
  losses: Losses,
): { readonly info: MapInfo | undefined; readonly rows: Rows } {
  const given = typeof carried === 'object' && carried !== null ? (carried as Record<string, unknown>) : {};
  const rows = TABLES.map((table) => {
    const list: unknown = given[table];
    const read = (Array.isArray(list) ? list.slice(0, MOST_NODES) : []).flatMap((raw: unknown, i) => {
      const row = rowIn(table, raw);
      if (!row) losses.add('carried', `${table}.${i}`);
      return row ?? [];
    });
    return [table, read];
  });
  const told = given['info'];
  const info = MapInfo.safeParse(typeof told === 'object' && told !== null ? newerInfo(told) : told);
  return { info: info.data, rows: Object.fromEntries(rows) as Rows };
}

function infoOf({ info = {}, claims }: Graph, carried: MapInfo | undefined, { name = '' }: Reading): MapInfo {
  const sample = [info.title ?? '', ...claims.slice(0, 50).map(({ text }) => text)].join(' ');
  const told = MapInfo.shape.language.safeParse(info.language).data;
  const language = told ?? carried?.language ?? (/\p{Script=Han}/u.test(sample) ? 'zh' : 'en');
  const title = [info.title ?? carried?.title ?? '', name.replace(/\.\w+$/, ''), claims[0]?.text ?? '']
    .map((one) => shortLine(one, LONGEST.title))
    .find(isVisible);
  const block = (text: string, most: number): string => [...storable(text)].slice(0, most).join('');
  const made: MapInfo = {
    ...NEW_SETTINGS,
    ...carried,
    title: title ?? '…',
    question: block(info.question ?? carried?.question ?? '', LONGEST.question),
    about: block(info.about ?? carried?.about ?? '', LONGEST.about),
    language,
  };
  // To the letter, where the file says nothing else.
  return carried && info.title === undefined ? { ...made, title: carried.title } : made;
}

/** The words of each claim, as a claim can have them. */
function textsOf(claims: Iterable<{ key: string; text: string; where: string }>, losses: Losses) {
  const texts = new Map<string, string>();
  const long: { readonly key: string; readonly text: string }[] = [];
  for (const { key, text, where } of claims) {
    const kept = storable(text);
    if (kept !== text.replace(/\r\n?/g, '\n')) losses.add('cleaned', where);
    if (!isVisible(kept)) losses.add('blank', where);
    const isLong = kept.length > LONGEST.claim && [...kept].length > LONGEST.claim;
    if (isLong) {
      losses.add('long-texts', where);
      long.push({ key, text: kept });
    }
    const short = isLong ? `${[...kept].slice(0, LONGEST.claim - 1).join('')}…` : kept;
    texts.set(key, isVisible(short) ? short : '…');
  }
  return { texts, long };
}

function commentsOf(
  { claims }: Graph,
  idOf: (key: string) => Id | undefined,
  { newId, at, by, losses }: Making,
): Comment[] {
  return claims.flatMap(({ key, where, comments = [] }) => {
    const claim = idOf(key);
    return comments.flatMap((comment): Comment[] => {
      const points = [...storable(comment.text)];
      if (points.length > LONGEST.comment) losses.add('truncated', where);
      const text = points.slice(0, LONGEST.comment).join('');
      if (claim === undefined || !isVisible(text)) return [];
      return [{ id: newId(), claim, text, removed: null, by: by(comment.by), at: at(comment.at) }];
    });
  });
}

/** People are made when they are first needed. One of the same name who rode along is taken for the same person. */
class People {
  readonly made: Participant[] = [];
  private readonly ids = new Map<string, Id>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    { people = [] }: Graph,
    carried: readonly Participant[],
    private readonly reading: Reading,
  ) {
    this.names = new Map(people.map(({ key, name }) => [key, nameOf(name)]));
    const byName = new Map(carried.map(({ id, name }) => [name, id]));
    for (const [key, name] of this.names) {
      const known = byName.get(name);
      if (known !== undefined) this.ids.set(key, known);
    }
  }

  idOf(key: string | undefined): Id | null {
    const name = key === undefined ? undefined : this.names.get(key);
    if (key === undefined || name === undefined) return null;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.reading.newId();
    this.ids.set(key, id);
    this.made.push({ id, name, role: null, side: null, pseudonym: false, at: this.reading.at });
    return id;
  }
}

function nameOf(name: string): string {
  const bare = shortLine(name, 200).replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '');
  return PersonName.safeParse([...bare].slice(0, LONGEST.name).join('')).data ?? '?';
}
