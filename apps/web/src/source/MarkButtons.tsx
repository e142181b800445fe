import { useTranslation } from 'react-i18next';
import { useOpenMap } from '../open/openMap.ts';
import type { Picked } from '../open/picked.ts';
import type { Round } from '@counterpoint/shared';
import { markAs } from './acts.ts';

interface MarkButtonsProps {
  round: Round;
  picked: Picked;
  onDone: () => void;
}

/** As what the passage is marked: the labels of the round that is on. The first nine have a digit. */
export function MarkButtons({ round, picked, onDone }: MarkButtonsProps) {
  const { t } = useTranslation('round');
  const session = useOpenMap();
  return (
    <div className="source-bar-marks" role="group" aria-label={t('markAs')}>
      <span aria-hidden="true">{t('markAs')}</span>
      {round.labels.map((label, i) => (
        <button
          key={label}
          type="button"
          className="main"
          {...(i < 9 ? { 'aria-keyshortcuts': String(i + 1) } : {})}
          onClick={() => markAs(session, round, picked, label) && onDone()}
        >
          {label}
          {i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>}
        </button>
      ))}
    </div>
  );
}
