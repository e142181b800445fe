// A list in a text that is pasted: what stands behind each mark, and how deep. Files are read elsewhere (shared/formats),
// by the rules of Markdown; what people copy has marks and blanks of other kinds, and is no list as soon as one line is none.
import type { Listed } from '@counterpoint/shared';
import { cleaned } from '../ui/cleaned.ts';
import { LIST_MARK, mended } from '../ui/mended.ts';

interface Item {
  readonly indent: number;
  readonly lines: string[];
}

/** The items of a text that is a list and nothing else; undefined for any other, and for a list of one. */
export function listIn(text: string): readonly Listed[] | undefined {
  const lines = cleaned(text).split('\n');
  const items = marked(lines) ?? outlined(lines);
  const listed = leveled((items ?? []).filter((item) => item.lines.some((line) => line !== '')));
  return listed.length > 1 ? listed : undefined;
}

/** Each item begins with a mark; a line without one goes on with the item above it. */
function marked(lines: readonly string[]): Item[] | undefined {
  const items: Item[] = [];
  let wasBlank = false;
  for (const line of lines) {
    const [words, last] = [line.trim(), items.at(-1)];
    const mark = LIST_MARK.exec(words)?.[0];
    if (mark !== undefined) items.push({ indent: indentOf(line), lines: [words.slice(mark.length).trim()] });
    else if (words === '') wasBlank = true;
    else if (!last || (wasBlank && indentOf(line) <= last.indent)) return undefined;
    else last.lines.push(...(wasBlank ? ['', words] : [words]));
    if (words !== '') wasBlank = false;
  }
  return items;
}

/** As programs for mind maps copy: a line a branch, a tab a level. */
function outlined(lines: readonly string[]): Item[] | undefined {
  const full = lines.filter((line) => line.trim() !== '');
  const depths = full.map((line) => /^\t*/.exec(line)?.[0].length ?? 0);
  const isTree = depths.every((depth, i) => depth <= (i === 0 ? 0 : (depths[i - 1] ?? 0) + 1));
  if (!isTree || depths.every((depth) => depth === 0)) return undefined;
  return full.map((line, i) => ({ indent: 4 * (depths[i] ?? 0), lines: [line.trim()] }));
}

/** Deeper is what stands two columns further in; a column more or less is no level. */
function leveled(items: readonly Item[]): Listed[] {
  const above: number[] = [];
  return items.map(({ indent, lines }) => {
    while (above.length > 0 && indent < (above.at(-1) ?? 0) + 2) above.pop();
    above.push(indent);
    return { text: mended(lines.join('\n')).trim(), depth: above.length - 1 };
  });
}

function indentOf(line: string): number {
  const blanks = /^\s*/.exec(line)?.[0] ?? '';
  return [...blanks].reduce((width, blank) => width + (blank === '\t' ? 4 : blank === '\u3000' ? 2 : 1), 0);
}
