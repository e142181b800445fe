import type { Id, Point } from '@counterpoint/shared';
import { CommandMenu } from '../open/CommandMenu.tsx';

export interface MenuAt extends Point {
  readonly id: Id;
}

/** The menu of a card, at the pointer. */
export function CardMenu({ at, onClose }: { at: MenuAt; onClose: () => void }) {
  return (
    <CommandMenu
      id={at.id}
      open
      onOpenChange={(open) => !open && onClose()}
      trigger={<span className="menu-spot" style={{ left: at.x, top: at.y }} aria-hidden="true" />}
    />
  );
}
