import type { Id, Proposal } from '@counterpoint/shared';
import type { Command, Situation } from './commands.ts';
import type { Row } from './outlineRows.ts';

export interface RowBarProps {
  row: Row;
  situation: Situation;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
  onMenuClosed: () => void;
  run: (command: Command) => void;
  /** To another place of the claim. */
  goTo: (place: Id) => void;
  proposals: readonly Proposal[];
  review: Review;
  /** False where the claim has no discussion to show. */
  discussed: boolean;
}

export interface Review {
  readonly accept: (proposal: Proposal) => void;
  readonly reject: (proposal: Proposal) => void;
  readonly withdraw: (proposal: Proposal) => void;
}
