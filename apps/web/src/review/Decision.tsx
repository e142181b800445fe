import type { Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { wordsIn } from '../open/otherWords.ts';
import { mayDecide } from '../open/proposals.ts';
import { Button } from '../ui/Button.tsx';
import { ChangeField } from './ChangeField.tsx';
import { MergeField } from './MergeField.tsx';
import type { Item } from './queue.ts';
import { SendBack } from './SendBack.tsx';

/** What is asked for before it is done. */
export type Way = 'change' | 'returned' | 'rejected' | 'merge';

interface DecisionProps {
  item: Item;
  way: Way | null;
  onWay: (way: Way | null) => void;
  onAccept: () => void;
  onDone: () => void;
  onNext: () => void;
}

/** The verbs, each with its key; what one needs to know first opens above them. */
export function Decision({
  item: { proposal, flagged },
  way,
  onWay,
  onAccept,
  onDone,
  onNext,
}: DecisionProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const mine = useDoc(({ participant }) => proposal?.by === participant);
  const may = useDoc((me) => proposal !== undefined && mayDecide(proposal, me));
  const done = { onDone, onCancel: () => onWay(null) };
  const canChange = proposal !== undefined && ['add-claim', 'reword'].includes(wordsIn(proposal)?.kind ?? '');
  const spam = ({ id, at: seen }: Proposal): void => {
    if (askFor(session, { kind: 'decide', proposal: id, verdict: 'spam', reason: null, seen })) onDone();
  };
  const remove = (): void => {
    if (flagged !== undefined && askFor(session, { kind: 'remove', id: flagged })) onDone();
  };
  return (
    <footer className="review-foot">
      {proposal && may && way === 'change' && <ChangeField proposal={proposal} {...done} />}
      {proposal && may && way === 'merge' && <MergeField proposal={proposal} {...done} />}
      {proposal && may && (way === 'returned' || way === 'rejected') && (
        <SendBack proposal={proposal} verdict={way} {...done} />
      )}
      {mine && <p>{t('yours')}</p>}
      <div className="review-verbs" role="toolbar" aria-label={t('verbs')}>
        {proposal && may && (
          <>
            <Verb look="solid" text={t('accept')} keys="A" onPress={onAccept} />
            {canChange && <Verb text={t('change')} keys="E" onPress={() => onWay('change')} />}
            <Verb text={t('return')} keys="R" onPress={() => onWay('returned')} />
            <Verb text={t('reject')} keys="X" onPress={() => onWay('rejected')} />
            {wordsIn(proposal)?.kind === 'add-claim' && (
              <Verb text={t('merge')} keys="M" onPress={() => onWay('merge')} />
            )}
            <Verb text={t('spam')} onPress={() => spam(proposal)} />
          </>
        )}
        {flagged !== undefined && (
          <>
            <Verb look="solid" text={t('flag.fine')} keys="A" onPress={onAccept} />
            <Verb text={t('flag.remove')} onPress={remove} />
          </>
        )}
        <Verb text={t('next')} keys="J" onPress={onNext} />
      </div>
    </footer>
  );
}

interface VerbProps {
  text: string;
  keys?: string;
  look?: 'solid';
  onPress: () => void;
}

function Verb({ text, keys, look, onPress }: VerbProps) {
  return (
    <Button look={look ?? 'ghost'} aria-keyshortcuts={keys} onClick={onPress}>
      {text}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </Button>
  );
}
