// Everything that can be done with a claim, where it was asked for: every drag has its twin here (U-11).
import type { Id } from '@counterpoint/shared';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu, MenuItem, MenuLine, MenuMore } from '../ui/Menu.tsx';
import { GROUPS, run, type Command, type Group } from './command.ts';
import { CommandIcon } from './CommandIcon.tsx';
import { shown, spelled } from './keys.ts';
import { useOpenMap } from './openMap.ts';
import { useOffered, type Offered } from './useOffered.ts';

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

/** What one does often stands in the menu itself, the rest by its kind behind one entry each. */
const BEHIND: readonly Group[] = ['place', 'link', 'clip', 'look'];

function Items({ id, onChosen }: { id: Id; onChosen: () => void }) {
  const { t } = useTranslation('commands');
  const offered = useOffered(id, isAboutClaim);
  const groups = GROUPS.map((group) => ({ group, entries: offered.filter(isIn(group)) })).filter(
    ({ entries }) => entries.length > 0,
  );
  return groups.map(({ group, entries }, i) => {
    const items = entries.map((entry) => <Item key={entry.command.id} {...{ entry, id, onChosen }} />);
    const isBehind = BEHIND.includes(group);
    const before = groups[i - 1]?.group;
    return (
      <Fragment key={group}>
        {before && !(isBehind && BEHIND.includes(before)) && <MenuLine />}
        {isBehind ? <MenuMore name={t(`group.${group}`)}>{items}</MenuMore> : items}
      </Fragment>
    );
  });
}

const isIn =
  (group: Group) =>
  ({ command }: Offered): boolean =>
    command.group === group;

interface ItemProps {
  entry: Offered;
  id: Id;
  onChosen: () => void;
}

function Item({ entry: { command, title }, id, onChosen }: ItemProps) {
  const session = useOpenMap();
  return (
    <MenuItem
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
    </MenuItem>
  );
}

const isAboutClaim = ({ group }: Command): boolean => group !== 'page' && group !== 'steps';
