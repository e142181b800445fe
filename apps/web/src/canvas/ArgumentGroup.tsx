// The frame around joint premises: one reason, whose parts count only together.
import type { GroupBox } from '@counterpoint/shared';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoc } from '../open/openMap.ts';

export const ArgumentGroup = memo(function ArgumentGroup({ group }: { group: GroupBox }) {
  const { t } = useTranslation('relation');
  const waiting = useDoc((state) => state.proposed.has(group.id));
  const { x, y, width, height } = group;
  return (
    <div
      className="group"
      data-relation={waiting ? 'pending' : group.kind}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    >
      {group.strips.map((strip) => (
        <span key={strip.y} style={{ top: strip.y - y, height: strip.height }}>
          {t('andAlso')}
        </span>
      ))}
    </div>
  );
});
