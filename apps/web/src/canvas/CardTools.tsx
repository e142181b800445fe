// The buttons under the selected card. They keep their size on the screen at every zoom.
import type { CardBox, Point } from '@counterpoint/shared';
import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { RelationSign } from '../relation/Relation.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { isOffered, runOnCard } from '../open/cardCommands.ts';
import { KEYS } from '../open/keys.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';

interface CardToolsProps {
  card: CardBox;
  origin: Point;
  onMenu: (at: Point) => void;
}

const ADDS = [
  { command: 'support', sign: 'support' },
  { command: 'rebut', sign: 'rebut' },
  { command: 'undercut', sign: 'undercut' },
] as const;

export function CardTools({ card, origin, onMenu }: CardToolsProps) {
  const { t } = useTranslation('map');
  const { t: relation } = useTranslation('relation');
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const place = `translate(${card.x - origin.x}px, ${card.y + card.height - origin.y}px) scale(calc(1 / var(--zoom, 1)))`;
  return (
    <ViewportPortal>
      <div className="card-tools nodrag nopan" style={{ transform: place }}>
        {ADDS.filter(({ command }) => isOffered(view, command, card.id)).map(({ command, sign }) => (
          <Tooltip key={command} text={t(`add.${command}`, { key: KEYS[command][0] })} side="bottom">
            <button
              type="button"
              tabIndex={-1}
              data-relation={sign}
              onClick={() => runOnCard(session, command, card.id)}
            >
              <RelationSign relation={sign} />
              {relation(sign)}
            </button>
          </Tooltip>
        ))}
        {isOffered(view, 'andAlso', card.id) && (
          <Tooltip text={t('add.andAlso', { key: KEYS.andAlso[0] })} side="bottom">
            <button type="button" tabIndex={-1} onClick={() => runOnCard(session, 'andAlso', card.id)}>
              {relation('andAlso')}
            </button>
          </Tooltip>
        )}
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
