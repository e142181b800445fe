// The buttons under the selected card. They keep their size on the screen at every zoom.
import type { CardBox, Point } from '@counterpoint/shared';
import { useStore, ViewportPortal } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Camera } from './camera.ts';
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
  camera: Camera;
  onMenu: (at: Point) => void;
}

export function CardTools({ card, origin, camera, onMenu }: CardToolsProps) {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const tools = useOffered(card.id, isTool);
  const place = `translate(${card.x - origin.x}px, ${card.y + card.height - origin.y}px) scale(calc(1 / var(--zoom, 1)))`;
  const bar = useRef<HTMLDivElement>(null);
  const width = useStore((state) => state.width);
  // Whatever is chosen comes wholly into view, with its tools: when it is chosen, and when a pane takes some of the width.
  useLayoutEffect(() => {
    camera.uncover(document.getElementById(`card-${card.id}`), bar.current);
  }, [camera, card.id, width, tools.length]);
  if (tools.length === 0) return null;
  return (
    <ViewportPortal>
      <div ref={bar} className="card-tools nodrag nopan" style={{ transform: place }}>
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
