import { useCallback, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { isTool, run } from '../open/command.ts';
import { CommandMenu } from '../open/CommandMenu.tsx';
import { useOpenMap } from '../open/openMap.ts';
import { useOffered } from '../open/useOffered.ts';
import { RelationSign } from '../relation/Relation.tsx';
import { Button } from '../ui/Button.tsx';
import type { Row } from './outlineRows.ts';
import { short } from '../ui/short.ts';

interface RowBarProps {
  row: Row;
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
  onMenuClosed: () => void;
  onHeight: (px: number) => void;
}

/**
 * What can be done to the selected row, in reach of a thumb; all else behind "more". It is drawn in the row and stands
 * beside the tree, where a screen reader takes its buttons for buttons and not for words of the claim. None of them is a
 * tab stop: the keys and the menu do the same.
 */
export function RowBar({ row, menuOpen, onMenu, onMenuClosed, onHeight }: RowBarProps) {
  const { t } = useTranslation('outline');
  const session = useOpenMap();
  const tools = useOffered(row.id, isTool);
  const measured = useCallback(
    (bar: HTMLDivElement) => {
      const observer = new ResizeObserver(() => onHeight(bar.offsetHeight));
      observer.observe(bar);
      return () => {
        observer.disconnect();
        onHeight(0);
      };
    },
    [onHeight],
  );
  return (
    <div
      className="outline-bar"
      role="toolbar"
      aria-label={t('bar', { text: short(row.claim.text) })}
      ref={measured}
      style={{ '--depth': row.level - 1 } as CSSProperties}
    >
      {tools.map(({ command, name }) => (
        <Button
          key={command.id}
          tabIndex={-1}
          className="outline-action"
          data-command={command.id}
          {...(command.isMain ? { look: 'solid', icon: command.icon } : {})}
          onClick={() => run(command, session, row.id)}
        >
          {command.sign && <RelationSign relation={command.sign} size={11} />}
          {name}
        </Button>
      ))}
      <CommandMenu
        id={row.id}
        open={menuOpen}
        onOpenChange={onMenu}
        onClosed={onMenuClosed}
        trigger={
          <Button tabIndex={-1} className="outline-action">
            {t('more')}
          </Button>
        }
      />
    </div>
  );
}
