import type { Edit } from '@counterpoint/shared';

/** The words a person wrote in an edit. */
export function wordsOf(edit: Edit): string {
  switch (edit.kind) {
    case 'add-claim':
    case 'reword':
    case 'comment':
      return edit.text;
    case 'decide':
      return edit.reason ?? '';
    case 'batch':
      return edit.edits.map(wordsOf).filter(Boolean).join('\n');
    default:
      return '';
  }
}

export type EditWord = 'added' | 'reworded' | 'commented' | 'moved' | 'removed' | 'other';

/** What an edit did, in one of a few words; also for the news of others. */
export function kindOf({ kind }: { readonly kind: string }): EditWord {
  switch (kind) {
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
