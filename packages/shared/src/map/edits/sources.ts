import { z } from 'zod';
import { normalText, pointsIn } from '../../source/passage.ts';
import { ok, refuse } from '../../result.ts';
import { Id, Language } from '../id.ts';
import type { ArgumentMap } from '../map.ts';
import { Marks, SourceText, type Edition } from '../tables/editions.ts';
import { put } from '../patch.ts';
import { LONGEST, personText, WebAddress } from '../text.ts';
import { kind, ownOrOthers, stamp } from './kind.ts';
import { isFree } from './place.ts';
import { followed } from './quoted.ts';

/** The texts of a map, together. */
const MOST_CHARACTERS = 20_000_000;

const words = { text: SourceText, marks: Marks.default([]) };

/** Brings a text into the map, for claims to rest on. */
export const AddSource = z.object({
  kind: z.literal('add-source'),
  source: Id.describe('id of the new source'),
  edition: Id.describe('id of its first edition'),
  title: personText(LONGEST.title),
  url: WebAddress.default(''),
  language: Language,
  ...words,
});
export type AddSource = z.infer<typeof AddSource>;

/** [Q1] The text of an edition never changes: a corrected text is one more edition. */
export const AddEdition = z.object({
  kind: z.literal('add-edition'),
  edition: Id.describe('id of the new edition'),
  source: Id,
  reason: personText(LONGEST.reason),
  ...words,
});
export type AddEdition = z.infer<typeof AddEdition>;

export const addSource = kind({
  schema: AddSource,
  act: () => 'quote',
  verb: () => 'add',
  rule(map, { source, edition, title, url, language, text, marks }, context) {
    if (!isFree(map, source) || !isFree(map, edition) || source === edition)
      return refuse('id-taken', 'The id of the new source is in use.');
    const first = editionOf({ id: edition, source, text, marks, reason: '', ...stamp(context) });
    if (!first) return refuse('invalid', 'marks: must ascend within the text');
    if (isTooMuch(map, first)) return tooMuch;
    const row = { id: source, title, url, language, removed: null, ...stamp(context) };
    return ok([put('sources', row), put('editions', first)]);
  },
  undo: ({ source }, _before, now) =>
    now.sources.get(source)?.removed === null && (now.index.editions.get(source) ?? []).length === 1
      ? { kind: 'remove', id: source }
      : undefined,
  words: {
    of: ({ source, edition }) => [source, edition],
    none: { title: '', url: '', text: '', marks: [] },
    fetched: { text: '', marks: [] },
  },
});

export const addEdition = kind({
  schema: AddEdition,
  act: () => 'quote',
  verb: (map, { source }, actor) => ownOrOthers(map.sources.get(source)?.by, actor),
  rule(map, { edition, source, text, marks, reason }, context) {
    if (!isFree(map, edition)) return refuse('id-taken', 'The id of the new edition is in use.');
    if (map.sources.get(source)?.removed !== null)
      return refuse('removed', 'The source was removed or does not exist.');
    const next = editionOf({ id: edition, source, text, marks, reason, ...stamp(context) });
    if (!next) return refuse('invalid', 'marks: must ascend within the text');
    if (isTooMuch(map, next)) return tooMuch;
    const others = next.text === '' ? [] : (map.index.editions.get(source) ?? []);
    const same = others.some((id) => map.editions.get(id)?.text === next.text);
    if (same) return refuse('no-change', 'The source has this text already.');
    return ok([put('editions', next), ...followed(map, next)]);
  },
  undo: () => undefined,
  words: {
    of: ({ edition }) => [edition],
    none: { text: '', marks: [], reason: '' },
    fetched: { text: '', marks: [] },
    on: ({ source }) => [source],
  },
});

const tooMuch = refuse(
  'too-large',
  `The texts of a map have at most ${MOST_CHARACTERS} characters together.`,
);

function isTooMuch({ editions }: ArgumentMap, { text }: Edition): boolean {
  let characters = text.length;
  for (const edition of editions.values()) characters += edition.text.length;
  return characters > MOST_CHARACTERS;
}

function editionOf(edition: Edition): Edition | undefined {
  const text = normalText(edition.text);
  const length = pointsIn(text);
  const ascend = edition.marks.every(
    ({ start }, i) => start < length && start > (edition.marks[i - 1]?.start ?? -1),
  );
  return ascend ? { ...edition, text } : undefined;
}
