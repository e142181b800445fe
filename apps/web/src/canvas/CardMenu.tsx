// Everything that can be done to a card, where it was asked for: every drag has its twin here (U-11).
import type { Id, Point } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../ui/Icon.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx';
import { isOffered, runOnCard, type CardCommand } from '../open/cardCommands.ts';
import { KEYS, type Command } from '../open/keys.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { claimAt } from '../open/writing.ts';

export interface MenuAt extends Point {
  readonly id: Id;
}

const ENTRIES: readonly (readonly [CardCommand, IconName | undefined, Command?] | null)[] = [
  ['edit', 'edit', 'edit'],
  null,
  ['support', 'plus', 'support'],
  ['rebut', 'minus', 'rebut'],
  ['undercut', 'slash', 'undercut'],
  ['andAlso', undefined, 'andAlso'],
  ['sibling', undefined, 'sibling'],
  ['link-support', 'link'],
  ['link-rebut', 'link'],
  null,
  ['move', 'move'],
  ['join', undefined],
  ['takeOut', undefined],
  ['turn', 'swap'],
  ['makeThesis', 'dot'],
  ['moveUp', 'up', 'moveUp'],
  ['moveDown', 'down', 'moveDown'],
  null,
  ['fold', 'fold', 'fold'],
  ['focus', 'focus'],
  ['export', 'download'],
  null,
  ['remove', 'trash', 'remove'],
];

const READING: readonly CardCommand[] = ['fold', 'focus', 'export'];

export function CardMenu({ at, writable, onClose }: { at: MenuAt; writable: boolean; onClose: () => void }) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const folded = useScreen((state) => state.folded.has(claimAt(session, at.id)));
  const focused = useScreen((state) => state.focus === claimAt(session, at.id));
  const textOf = (command: CardCommand): string => {
    if (command === 'fold') return t(folded ? 'menu.unfold' : 'menu.fold');
    if (command === 'focus') return t(focused ? 'menu.unfocus' : 'menu.focus');
    return t(`menu.${command}`);
  };
  const offered = ENTRIES.filter(
    (entry) =>
      entry === null || ((writable || READING.includes(entry[0])) && isOffered(view, entry[0], at.id)),
  );
  const shown = offered.filter(
    (entry, i) => entry !== null || (i > 0 && offered[i - 1] !== null && i < offered.length - 1),
  );
  return (
    <Menu
      open
      onOpenChange={(open) => !open && onClose()}
      trigger={<span className="menu-spot" style={{ left: at.x, top: at.y }} aria-hidden="true" />}
    >
      {shown.map((entry, i) =>
        entry === null ? (
          <MenuLine key={`line ${i}`} />
        ) : (
          <MenuItem
            key={entry[0]}
            {...(entry[1] ? { icon: entry[1] } : {})}
            {...(entry[2] ? { keys: KEYS[entry[2]][0] ?? '' } : {})}
            danger={entry[0] === 'remove'}
            onSelect={() => runOnCard(session, entry[0], at.id)}
          >
            {textOf(entry[0])}
          </MenuItem>
        ),
      )}
    </Menu>
  );
}
