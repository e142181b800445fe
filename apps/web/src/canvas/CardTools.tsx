// The buttons under the selected card. They keep their size on the screen at every zoom.
import type { CardBox, Point } from '@counterpoint/shared';
import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { isTool, run } from '../open/command.ts';
import { shown } from '../open/keys.ts';
import { useOpenMap } from '../open/openMap.ts';
import { useOffered } from '../open/useOffered.ts';
import { RelationSign } from '../relation/Relation.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';

interface CardToolsProps {
  card: CardBox;
  origin: Point;
  onMenu: (at: Point) => void;
}

export function CardTools({ card, origin, onMenu }: CardToolsProps) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const tools = useOffered(card.id, isTool);
  const place = `translate(${card.x - origin.x}px, ${card.y + card.height - origin.y}px) scale(calc(1 / var(--zoom, 1)))`;
  if (tools.length === 0) return null;
  return (
    <ViewportPortal>
      <div className="card-tools nodrag nopan" style={{ transform: place }}>
        {tools.map(({ command, title, name }) => (
          <Tooltip key={command.id} text={hint(title, command.keys[0])} side="bottom">
            <button
              type="button"
              tabIndex={-1}
              data-relation={command.sign}
              onClick={() => run(command, session, card.id)}
            >
              {command.sign ? (
                <RelationSign relation={command.sign} />
              ) : (
                command.icon && <Icon name={command.icon} size={13} />
              )}
              {name}
            </button>
          </Tooltip>
        ))}
        <IconButton
          icon="more"
          tabIndex={-1}
          label={t('card.menu')}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            onMenu({ x: left, y: bottom });
          }}
        />
      </div>
    </ViewportPortal>
  );
}

const hint = (title: string, key: string | undefined): string => (key ? `${title} (${shown(key)})` : title);
