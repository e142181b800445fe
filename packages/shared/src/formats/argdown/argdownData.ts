// Data in Argdown: YAML in braces and in the front matter. Ours is JSON in one line, which is read without YAML.
import { parse } from 'yaml';
import { ok, refuse, type Result } from '../../result.ts';
import { CARRIED } from '../graph/carried.ts';

/** Most characters of YAML in one place and in one file: time and memory to read it grow faster than its length. */
const MOST_YAML = 5_000;
const MOST_FRONT_MATTER = 20_000;
const MOST_IN_ALL = 1_000_000;
const DEEPEST = 50;

/** A block in braces with a line break after the first may hold YAML in block style. */
const blockStart = /^\{[ \t]*\n/;
const ownLine = new RegExp(`^${CARRIED}: (\\{.*\\})[ \\t]*$`, 'm');

export class ArgdownData {
  private left = MOST_IN_ALL;

  /** The image of a data token. */
  inBraces(image: string): Result<unknown> {
    const json = image.startsWith('{"') ? jsonIn(image) : undefined;
    if (json !== undefined) return ok(json);
    const block = blockStart.exec(image);
    const yaml = block ? image.slice(block[0].length).replace(/\}\s*$/, '') : image.replace(/^\{#/, '{ #');
    return this.yaml(yaml, MOST_YAML);
  }

  /** The image of a front matter token. */
  inFrontMatter(image: string): Result<unknown> {
    const inner = image.replace(/^={3,}/, '').replace(/={3,}$/, '');
    const own = ownLine.exec(inner);
    const carried = own ? jsonIn(own[1] ?? '') : undefined;
    if (carried === undefined) return this.yaml(inner, MOST_FRONT_MATTER);
    const rest = this.yaml(inner.replace(ownLine, ''), MOST_FRONT_MATTER);
    return rest.ok && isFields(rest.value) ? ok({ ...rest.value, [CARRIED]: carried }) : rest;
  }

  private yaml(source: string, most: number): Result<unknown> {
    this.left -= source.length;
    if (source.length > most || this.left < 0) return refuse('too-large', 'too much of it');
    if (isDeep(source)) return refuse('too-large', 'too deeply nested');
    try {
      return ok(
        parse(source, {
          schema: 'core',
          maxAliasCount: 0,
          prettyErrors: false,
          logLevel: 'error',
        }) as unknown,
      );
    } catch (error) {
      return refuse('invalid', error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The parser of YAML goes down with each bracket, dash and step of indentation. */
function isDeep(source: string): boolean {
  let depth = 0;
  for (const sign of source) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return new RegExp(`(?:[-?:][ \\t]+){${DEEPEST}}|^[ ]{${4 * DEEPEST}}`, 'm').test(source);
}
