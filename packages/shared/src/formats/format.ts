// What every format is: one file each, and one line in formats.ts.
import type { Id } from '../map/id.ts';
import type { MapContent } from '../map/map.ts';
import type { Result } from '../result.ts';
import type { Scores } from '../strength/scores.ts';
import type { Told } from './loss.ts';

/** Longest file that is read, in bytes and in characters. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

/** What a file says about where it came from, beside the map itself. */
export interface Origin {
  /** When it is written, in ms since 1970. */
  readonly at: number;
  /** The version of the map. */
  readonly version: number;
  /** Where the map stands on the web. */
  readonly permalink: string | null;
  /** [G15] How strong its claims are, where the map shows that. */
  readonly scores?: Scores | undefined;
}

export interface Reading {
  /** For what has no id in the file. Ids must come in ascending order, as UUIDv7 do. */
  readonly newId: () => Id;
  /** Time of what has none in the file, in ms since 1970. */
  readonly at: number;
  /** The name of the file, for formats that name nothing themselves. */
  readonly name?: string;
  /** The text of the file of the same name with another extension, for formats that come in two files. */
  readonly beside?: (extension: string) => string | undefined;
}

export interface Format {
  readonly id: string;
  /** A proper name, the same in every language. */
  readonly name: string;
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  /** Whether export and import give back the whole map: see formats.test.ts. */
  readonly lossless?: true;
  /** The content is what the asker may see (visibility.ts) and asked for (choose.ts): all of it is written. */
  readonly write?: (content: MapContent, origin: Origin) => Told<string>;
  /** A sound content, under the ids of the file where it has any; a refusal says where in the file, and why. Never
   *  throws, whatever the text. */
  readonly read?: (text: string, reading: Reading) => Result<Told<MapContent>>;
  /** Whether a file is in this format, from its beginning and its name; the first format to say so reads it. */
  readonly looksLike?: (start: string, name: string) => boolean;
  /** Writes lines for people where the format's own tools ignore them, for the loss report. */
  readonly remark?: (lines: readonly string[]) => string;
}
