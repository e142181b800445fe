// Everything that can be done with a claim, where it was asked for: every drag has its twin here (U-11).
import type { Id } from '@counterpoint/shared';
import type { ReactElement } from 'react';
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx';
import { run, type Command } from './command.ts';
import { CommandIcon } from './CommandIcon.tsx';
import { shown, spelled } from './keys.ts';
import { useOpenMap } from './openMap.ts';
import { useOffered } from './useOffered.ts';

interface CommandMenuProps {
  id: Id;
  trigger: ReactElement;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Takes the focus when the menu has closed; the trigger does when this is left out. */
  onClosed?: () => void;
}

export function CommandMenu({ id, ...menu }: CommandMenuProps) {
  return <Menu {...menu}>{menu.open && <Items id={id} onChosen={() => menu.onOpenChange(false)} />}</Menu>;
}

function Items({ id, onChosen }: { id: Id; onChosen: () => void }) {
  const session = useOpenMap();
  const offered = useOffered(id, isAboutClaim);
  return offered.map(({ command, title }, i) => [
    i > 0 && offered[i - 1]?.command.group !== command.group && <MenuLine key={`over ${command.id}`} />,
    <MenuItem
      key={command.id}
      lead={<CommandIcon command={command} />}
      keys={command.keys[0] && shown(command.keys[0])}
      shortcut={command.keys.map(spelled).join(' ') || undefined}
      danger={command.group === 'remove'}
      onSelect={() => {
        // What is chosen may select another claim before the menu says that it closes.
        onChosen();
        run(command, session, id);
      }}
    >
      {title}
    </MenuItem>,
  ]);
}

const isAboutClaim = ({ group }: Command): boolean => group !== 'page' && group !== 'steps';
