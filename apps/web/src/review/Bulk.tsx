import type { Edit, Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor, undo } from '../open/askFor.ts';
import { useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { toast } from '../ui/toast.ts';
import type { Way } from './Decision.tsx';
import { ACCEPTED, decisionOn, SPAM } from './decisions.ts';
import { SendBack } from './SendBack.tsx';

interface BulkProps {
  chosen: readonly [Proposal, ...Proposal[]];
  way: Way | null;
  onWay: (way: Way | null) => void;
  onDone: () => void;
}

/** As long as several verdicts at once can be taken back from where they were given, in ms. */
const BACK = 30_000;

/** [M-15] One verdict on all that is ticked, and one way back. */
export function Bulk({ chosen, way, onWay, onDone }: BulkProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const told = (): void => {
    const action = { text: t('undo'), onSelect: () => undo(session) };
    toast(t('bulk.done', { count: chosen.length }), { action, lasts: BACK });
    onDone();
  };
  const ask = (edit: Edit): void => {
    if (askFor(session, edit, () => undefined)) told();
  };
  return (
    <footer className="review-foot">
      {(way === 'returned' || way === 'rejected') && (
        <SendBack proposals={chosen} verdict={way} onDone={told} onCancel={() => onWay(null)} />
      )}
      <div className="review-verbs" role="toolbar" aria-label={t('verbs')}>
        <b>{t('bulk.chosen', { count: chosen.length })}</b>
        <Button look="solid" onClick={() => ask(decisionOn(chosen, ACCEPTED))}>
          {t('bulk.accept')}
        </Button>
        <Button onClick={() => onWay('returned')}>{t('return')}</Button>
        <Button onClick={() => onWay('rejected')}>{t('reject')}</Button>
        <Button onClick={() => ask(decisionOn(chosen, SPAM))}>{t('spam')}</Button>
        <Button look="plain" onClick={onDone}>
          {t('bulk.none')}
        </Button>
      </div>
    </footer>
  );
}
