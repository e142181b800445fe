import { marksOf, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { roundFor } from './marking.ts';
import { ROUND_PANE } from './panes.ts';

/** Over a text that people are asked to mark: what they are to look for, and the way to the rest. */
export function RoundStrip({ edition }: { edition: Id }) {
  const { t } = useTranslation('round');
  const { screen } = useOpenMap();
  const round = useDoc(({ view }) => roundFor(view, edition));
  const count = useDoc(({ view }) => (round && !round.opened ? marksOf(view, round.id).length : 0));
  if (!round) return null;
  const show = (): void => {
    screen.getState().showTab(ROUND_PANE);
    screen.getState().openPanel(true);
  };
  return (
    <p className="source-round">
      <b>{t('tab')}</b>
      <span>{round.question}</span>
      <button type="button" onClick={show}>
        {round.opened ? t('see') : t('mine', { count })}
      </button>
    </p>
  );
}
