import type { Id } from '@counterpoint/shared';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDecide, mayWithdraw } from '../relation/Verdict.tsx';
import { Button } from '../ui/Button.tsx';
import type { IconName } from '../ui/Icon.tsx';
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx';
import { isOffered, otherPlaces, type Command } from './commands.ts';
import type { RowBarProps } from './rowBarProps.ts';
import { short } from './rowWords.ts';

/** What the menu lists by name; other places of the claim come after, each by its own. */
type Listed = Exclude<Command, 'goTo' | 'undo' | 'redo'>;

const GROUPS: readonly (readonly Listed[])[] = [
  ['edit', 'sibling', 'joint', 'discuss'],
  ['move', 'join', 'takeOut', 'turn', 'thesis', 'up', 'down', 'indent', 'outdent'],
  ['link-support', 'link-rebut'],
  ['fold'],
];

const ICONS: Partial<Record<Listed, IconName>> = {
  edit: 'edit',
  sibling: 'plus',
  joint: 'plus',
  discuss: 'comment',
  move: 'move',
  turn: 'swap',
  up: 'up',
  down: 'down',
  indent: 'right',
  outdent: 'left',
  'link-support': 'link',
  'link-rebut': 'link',
  fold: 'fold',
  remove: 'trash',
};

const KEYS: Partial<Record<Listed, string>> = {
  edit: 'F2',
  sibling: 'Enter',
  up: 'Alt ↑',
  down: 'Alt ↓',
  indent: 'Alt Shift →',
  outdent: 'Alt Shift ←',
  fold: '.',
  remove: 'Del',
};

/** Everything that can be done to a row. */
export function RowMenu({
  row,
  situation,
  menuOpen,
  onMenu,
  onMenuClosed,
  run,
  goTo,
  discussed,
  ...rest
}: RowBarProps) {
  const { t } = useTranslation('outline');
  const offered = (command: Listed) =>
    isOffered(situation, row, command) && (command !== 'discuss' || discussed);
  const groups = GROUPS.map((group) => group.filter(offered)).filter((group) => group.length > 0);
  const places = otherPlaces(situation.view, row);
  const item = (command: Listed) => (
    <MenuItem
      key={command}
      icon={ICONS[command]}
      keys={KEYS[command]}
      danger={command === 'remove'}
      onSelect={() => run(command)}
    >
      {t(`do.${command === 'remove' && row.reference ? 'dropReference' : command}`)}
    </MenuItem>
  );
  return (
    <Menu
      open={menuOpen}
      onOpenChange={onMenu}
      onClosed={onMenuClosed}
      trigger={
        <Button tabIndex={-1} className="outline-action">
          {t('more')}
        </Button>
      }
    >
      <ReviewItems proposals={rest.proposals} review={rest.review} situation={situation} />
      {groups.map((group, i) => [i > 0 && <MenuLine key={`line ${i}`} />, group.map(item)])}
      {places.length > 0 && <MenuLine />}
      {places.map((place) => (
        <MenuItem key={place} icon="link" onSelect={() => goTo(place)}>
          {placeName(place)}
        </MenuItem>
      ))}
      {offered('remove') && [<MenuLine key="line" />, item('remove')]}
    </Menu>
  );

  function placeName(place: Id): string {
    const { view } = situation;
    if (place === row.claim.id) return t('goHome');
    const argument = view.arguments.get(view.references.get(place)?.argument ?? '');
    const target = argument && (view.claims.get(argument.target.id)?.text ?? t('anArgument'));
    return t('goTo', { text: short(target ?? '', 18) });
  }
}

function ReviewItems({
  proposals,
  review,
  situation: { me },
}: Pick<RowBarProps, 'proposals' | 'review' | 'situation'>) {
  const { t } = useTranslation('relation');
  const mine = proposals.filter((proposal) => mayDecide(proposal, me) || mayWithdraw(proposal, me));
  if (mine.length === 0) return null;
  return (
    <>
      {mine.map((proposal) =>
        mayWithdraw(proposal, me) ? (
          <MenuItem key={proposal.id} icon="undo" onSelect={() => review.withdraw(proposal)}>
            {t('withdraw')}
          </MenuItem>
        ) : (
          <Fragment key={proposal.id}>
            <MenuItem icon="check" onSelect={() => review.accept(proposal)}>
              {t('accept')}
            </MenuItem>
            <MenuItem icon="close" onSelect={() => review.reject(proposal)}>
              {t('reject')}
            </MenuItem>
          </Fragment>
        ),
      )}
      <MenuLine />
    </>
  );
}
