// What an Argdown file says that maps have no place for: comments of the file itself, foreign data, tags of references.
import { modelSettings } from './argdownContent.ts';
import { isFields } from './argdownData.ts';
import type { SourceComment } from './argdownLexer.ts';
import type { ArgdownModel } from './argdownModel.ts';
import { CARRIED } from '../graph/carried.ts';
import type { Losses } from '../loss.ts';

export interface Telling {
  /** The line of an offset, in words. */
  readonly where: (start: number) => string;
  readonly losses: Losses;
}

/** What a remark of ours begins with; all other comments are told. */
export const REMARK = '//: ';

/** `isCanonical` picks a wording, `uses` and `from` the premises of an inference. */
const KNOWN: ReadonlySet<string> = new Set([CARRIED, 'isCanonical', 'uses', 'from']);

/** An address without escapes ends at its `//`, for Argdown as well: what follows is a comment. */
export function tellComments(
  source: string,
  comments: readonly SourceComment[],
  { where, losses }: Telling,
): void {
  for (const { start, end } of comments) {
    const image = source.slice(start, end);
    if (image.startsWith(REMARK)) continue;
    const isAddress = image.startsWith('//') && /\w:$/.test(source.slice(Math.max(0, start - 2), start));
    losses.add(isAddress ? 'truncated' : 'comments', where(start));
  }
}

export function tellData(model: ArgdownModel, { where, losses }: Telling): void {
  const tell = (data: unknown, start: number): void => {
    const names = isFields(data) ? Object.keys(data) : data === undefined || data === null ? [] : ['?'];
    for (const name of names) if (!KNOWN.has(name)) losses.add('unknown', `${where(start)}: ${name}`);
  };
  const removesTags = Boolean(modelSettings(model.frontMatter)['removeTagsFromText']);
  for (const { members } of [...model.statements.values(), ...model.arguments.values()]) {
    for (const { data, start, tags, isReference } of members) {
      tell(data, start);
      if (isReference || removesTags)
        for (const tag of tags) losses.add('unknown', `${where(start)}: ${tag}`);
    }
  }
  for (const { steps } of model.arguments.values())
    for (const { inference } of steps) if (inference) tell(inference.data, inference.start);
  for (const { data, start } of model.headings) tell(data, start);
}
