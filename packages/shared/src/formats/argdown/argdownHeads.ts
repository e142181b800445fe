// What an Argdown file says of the whole: title, question, description. They stand in the front matter; without one the
// heading that opens the file is the title. Other headings are groups, which maps do not have.
import type { MapInfo } from '../../map/info.ts';
import { LONGEST } from '../../map/text.ts';
import { modelSettings } from './argdownContent.ts';
import { isFields } from './argdownData.ts';
import type { ArgdownModel } from './argdownModel.ts';
import { isStrict } from './argdownRelations.ts';
import { ownIn } from './argdownRows.ts';
import type { Telling } from './argdownTelling.ts';
import { CARRIED } from '../graph/carried.ts';

type Heads = Partial<Pick<MapInfo, 'title' | 'question' | 'about'>>;

/** By what Argdown calls them. */
const HEADS = { title: 'title', subTitle: 'question', abstract: 'about' } as const;
const SETTINGS: ReadonlySet<string> = new Set(['mode', 'removeTagsFromText', 'shortcodes']);

/** Leaves out what is still what rode along: that is kept to the letter. */
export function headsOf({ frontMatter, headings }: ArgdownModel, { where, losses }: Telling): Heads {
  const front = isFields(frontMatter) ? frontMatter : {};
  const carried = ownIn(frontMatter)?.['info'];
  const heads: Heads = {};
  for (const [name, field] of Object.entries(HEADS)) {
    const value = front[name] ?? undefined;
    if (typeof value === 'string') heads[field] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') heads[field] = String(value);
    else if (value !== undefined) losses.add('unknown', name);
    else if (carried && field !== 'title') heads[field] = '';
  }
  const opening = headings.find(({ opensFile }) => opensFile);
  if (opening) heads.title ??= opening.text;
  for (const { text, start } of headings) if (text !== heads.title) losses.add('groups', where(start));
  tellFrontMatter(frontMatter, carried !== undefined, { where, losses });
  for (const field of Object.values(HEADS)) {
    if ([...(heads[field] ?? '')].length > LONGEST[field]) losses.add('truncated', field);
    if (isFields(carried) && heads[field] === carried[field]) delete heads[field];
  }
  return heads;
}

function tellFrontMatter(frontMatter: unknown, isOurs: boolean, { losses }: Telling): void {
  const known = new Set([...Object.keys(HEADS), 'model', CARRIED, ...(isOurs ? ['date'] : [])]);
  if (frontMatter !== undefined && frontMatter !== null && !isFields(frontMatter))
    losses.add('unknown', 'front matter');
  for (const name of isFields(frontMatter) ? Object.keys(frontMatter) : []) {
    if (!known.has(name)) losses.add(name === 'author' ? 'authors' : 'unknown', name);
  }
  for (const name of Object.keys(modelSettings(frontMatter)))
    if (!SETTINGS.has(name)) losses.add('unknown', `model.${name}`);
  // That one thing follows from another, or excludes it, is more than support and rebuttal say.
  if (isStrict(frontMatter)) losses.add('unknown', 'model.mode');
}
