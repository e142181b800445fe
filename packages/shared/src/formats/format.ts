// What every format is: one file each, and one line in formats.ts.
import type { Id, MapContent } from '../map/map.ts';
import type { Result } from '../result.ts';
import type { Told } from './loss.ts';

/** Longest file that is read, in bytes and in characters. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** What a file says about where it came from, beside the map itself. */
export interface Origin {
  /** When it is written, in ms since 1970. */
  readonly at: number;
  /** The version of the map. */
  readonly version: number;
  /** Where the map stands on the web. */
  readonly permalink: string | null;
}

export interface WriteOptions {
  /** Comments too, in formats for people that can do without. */
  readonly comments?: boolean;
}

export interface Reading {
  /** Ids must come in ascending order, as UUIDv7 do: what shares one order key is then sorted as before. */
  readonly newId: () => Id;
}

export interface Format {
  readonly id: string;
  /** A proper name, the same in every language. */
  readonly name: string;
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  /** The content is what the asker may see (visibility.ts). */
  readonly write?: (content: MapContent, origin: Origin, options?: WriteOptions) => Told<string>;
  /** A content under new ids, so that one file can be read twice; a refusal says where in the file, and why. */
  readonly read?: (text: string, reading: Reading) => Result<Told<MapContent>>;
}
