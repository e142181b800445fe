import { Edit, Id } from '@counterpoint/shared';

/** The words a person wrote in an edit; all text there is when another version of the product made it. */
export function wordsOf(edit: unknown): string {
  const read = Edit.safeParse(edit);
  return read.success ? wordsIn(read.data) : textsIn(edit).join('\n');
}

function wordsIn(edit: Edit): string {
  switch (edit.kind) {
    case 'add-claim':
    case 'reword':
    case 'comment':
      return edit.text;
    case 'decide':
      return edit.reason ?? '';
    case 'batch':
      return edit.edits.map(wordsIn).filter(Boolean).join('\n');
    default:
      return '';
  }
}

/** Rather a word too many, as `support`, than one of theirs too few. In the order of the fields, however deep they lie. */
function textsIn(whole: unknown): string[] {
  const texts: string[] = [];
  const [ahead, seen] = [[whole], new Set<unknown>()];
  while (ahead.length > 0) {
    const part = ahead.pop();
    if (typeof part === 'string' && !Id.safeParse(part).success) texts.push(part);
    if (typeof part !== 'object' || part === null || seen.has(part)) continue;
    seen.add(part);
    const fields = Object.entries(part).filter(([name]) => name !== 'kind');
    ahead.push(...fields.reverse().map(([, value]): unknown => value));
  }
  return texts;
}

export type EditWord = 'added' | 'reworded' | 'commented' | 'moved' | 'removed' | 'other';

/** What an edit did, in one of a few words; also for the news of others. */
export function kindOf(edit: unknown): EditWord {
  switch ((edit as { readonly kind?: unknown } | null | undefined)?.kind) {
    case 'add-claim':
    case 'add-reference':
      return 'added';
    case 'reword':
      return 'reworded';
    case 'comment':
      return 'commented';
    case 'move-claim':
    case 'move-argument':
    case 'turn':
    case 'reorder':
      return 'moved';
    case 'remove':
    case 'drop-reference':
    case 'purge':
      return 'removed';
    default:
      return 'other';
  }
}
