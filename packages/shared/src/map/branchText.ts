// A branch as plain text, to be copied: a line a claim, deeper ones further in, with a mark for the relation that no ordinary
// list has. Read back, it is the same branch, but for uses of a claim elsewhere, which become claims of their own.
import type { Listed } from './addList.ts';
import { relationOf, type Relation } from './relation.ts';
import type { Id } from './id.ts';
import type { ArgumentMap } from './map.ts';
import { premisesOf, repliesTo, type Premise } from './tree.ts';
import { standpointOf } from './actions.ts';

type Way = Relation | 'andAlso';

const MARKS: Readonly<Record<Way, string>> = {
  thesis: '[*]',
  support: '[+]',
  rebut: '[-]',
  undercut: '[~]',
  andAlso: '[&]',
};
const WAYS = new Map(Object.entries(MARKS).map(([way, mark]) => [mark, way as Way]));
const STEP = '  ';

/** Of a premise and all that replies to it. */
export function branchText(map: ArgumentMap, id: Id): string {
  const at = standpointOf(map, id);
  const claim = map.claims.get(map.references.get(id)?.claim ?? id);
  if (!claim) return '';
  const lines: string[] = [];
  const stack: Line[] = [
    {
      premise: at?.premise ?? { id, claim },
      way: at ? relationOf(at.argument) : 'thesis',
      depth: 0,
      undercuts: [],
    },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { premise, way, depth, undercuts } = next;
    const indent = STEP.repeat(depth);
    const text = premise.claim.text.split('\n').join(`\n${indent}    `);
    lines.push(`${indent}${MARKS[way]} ${text}`);
    const replies = premise.reference ? [] : repliesTo(map, premise.claim.id).map(({ id: reply }) => reply);
    stack.push(...[...replies, ...undercuts].flatMap((reply) => linesOf(map, reply, depth + 1)).toReversed());
  }
  return lines.join('\n');
}

interface Line {
  readonly premise: Pick<Premise, 'id' | 'claim' | 'reference'>;
  readonly way: Way;
  readonly depth: number;
  /** Arguments that doubt the step of this one; they hang beneath its last premise. */
  readonly undercuts: readonly Id[];
}

function linesOf(map: ArgumentMap, argument: Id, depth: number): Line[] {
  const found = map.arguments.get(argument);
  if (!found) return [];
  const premises = premisesOf(map, argument);
  const undercuts = repliesTo(map, argument).map(({ id }) => id);
  return premises.map((premise, i) => ({
    premise,
    way: i === 0 ? relationOf(found) : 'andAlso',
    depth,
    undercuts: i === premises.length - 1 ? undercuts : [],
  }));
}

/** What `branchText` wrote, as a list for `addList`; undefined for any other text. */
export function branchIn(text: string): readonly Listed[] | undefined {
  const items: { text: string; depth: number; relation?: Listed['relation'] }[] = [];
  for (const line of text.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n')) {
    const found = /^( *)(\[[*+\-~&]\]) (.*)$/.exec(line);
    const last = items.at(-1);
    const depth = (found?.[1]?.length ?? 0) / STEP.length;
    // Deeper than one step is only what goes on with the words above.
    if (found && Number.isInteger(depth) && depth <= (last ? last.depth + 1 : 0)) {
      const [, , mark = '', words = ''] = found;
      const way = WAYS.get(mark);
      items.push({ text: words, depth, ...(way && way !== 'thesis' ? { relation: way } : {}) });
    } else if (last) last.text += `\n${line.slice(STEP.length * last.depth + 4)}`;
    else return undefined;
  }
  return items.length > 0 && items.every((item) => item.text.trim() !== '') ? items : undefined;
}
