import { sideNamed, sideOf } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon.tsx';
import type { Keeping } from './keeping.ts';
import { useDoc } from './openMap.ts';
import { SideTag } from './SideTag.tsx';

/** [S-10] Beside a field whose words are not for all: for whom they are. */
export function GoesTo({ to }: { to: Keeping }) {
  const { t } = useTranslation('side');
  const side = useDoc(({ view, participant }) => sideNamed(view, sideOf(view, participant)));
  if (to === 'all') return null;
  return (
    <span className="goes-to">
      <Icon name="lock" size={12} /> {to === 'side' && side ? <SideTag side={side} /> : t('kept.self')}
    </span>
  );
}
