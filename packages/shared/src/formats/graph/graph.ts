// What a file says before it is a map: claims and arguments under the file's own keys, in any shape that a graph can
// have. A reader makes a graph; grow.ts makes the forest of it.
import type { Direction } from '../../map/tables/arguments.ts';
import type { MapInfo } from '../../map/info.ts';

export interface Graph {
  /** Wins over what rode along. */
  readonly info?: Partial<Pick<MapInfo, 'title' | 'question' | 'about' | 'language'>>;
  readonly claims: readonly GraphClaim[];
  readonly arguments: readonly GraphArgument[];
  readonly people?: readonly GraphPerson[];
  readonly sources?: readonly GraphSource[];
  /** What a file of ours brought along (carried.ts), as parsed JSON: nothing about it is sure. */
  readonly carried?: unknown;
}

interface GraphNode {
  /** One key space for claims and arguments. */
  readonly key: string;
  /** Line or path in the file, for reports. */
  readonly where: string;
  /** Key of a person. */
  readonly by?: string | undefined;
  /** ms since 1970 */
  readonly at?: number | undefined;
  /** The row that rode along with it, as parsed JSON. */
  readonly row?: unknown;
}

export interface GraphClaim extends GraphNode {
  /** As people read it, or the carried wording where the format shows it otherwise. */
  readonly text: string;
  /** The argument that it is at home in, null for a thesis: where the file says so. Else the first use is its home. */
  readonly home?: string | null | undefined;
  /** BCP 47; where it is missing, that of the map. */
  readonly language?: string | undefined;
  readonly comments?: readonly GraphComment[];
  readonly quotations?: readonly GraphQuotation[];
}

export interface GraphComment {
  readonly text: string;
  readonly by?: string | undefined;
  readonly at?: number | undefined;
}

export interface GraphArgument extends GraphNode {
  readonly direction: Direction;
  /** Keys of claims, in order. */
  readonly premises: readonly string[];
  /** Keys of claims or arguments; several make an argument for each, none an unstated conclusion. */
  readonly targets: readonly string[];
  readonly scheme?: string | undefined;
}

export interface GraphPerson {
  readonly key: string;
  readonly name: string;
}

export interface GraphSource {
  readonly key: string;
  readonly title: string;
  /** Undefined where the file has only passages of it. */
  readonly text?: string | undefined;
  readonly url?: string | undefined;
}

export interface GraphQuotation {
  /** Key of a source. */
  readonly source: string;
  readonly exact: string;
  /** What stands before and after it, as far as the file tells. */
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  /** In code points; a hint, since the words decide. */
  readonly start?: number | undefined;
  readonly relation?: 'verbatim' | 'paraphrase' | 'inference' | 'disputes' | undefined;
}
