import type { Edit } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor, undo } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { wordsIn } from '../open/otherWords.ts';
import { mayDecide } from '../open/proposals.ts';
import { Button } from '../ui/Button.tsx';
import { ChangeField } from './ChangeField.tsx';
import { acceptedTurned, decisionOn, isDecision, SPAM } from './decisions.ts';
import { MergeField } from './MergeField.tsx';
import { MoveField } from './MoveField.tsx';
import type { Item } from './queue.ts';
import { SendBack } from './SendBack.tsx';

/** What is asked for before it is done. */
export type Way = 'change' | 'returned' | 'rejected' | 'merge' | 'move';

interface DecisionProps {
  item: Item;
  way: Way | null;
  onWay: (way: Way | null) => void;
  onAccept: () => void;
  onDone: () => void;
}

/** The verbs, each with its key; what one needs to know first opens above them. */
export function Decision({ item: { proposal, flagged }, way, onWay, onAccept, onDone }: DecisionProps) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const mine = useDoc(({ participant }) => proposal?.by === participant);
  const may = useDoc((me) => proposal !== undefined && mayDecide(proposal, me));
  const done = { onDone, onCancel: () => onWay(null) };
  const canChange = proposal !== undefined && ['add-claim', 'reword'].includes(wordsIn(proposal)?.kind ?? '');
  const isNewClaim = proposal !== undefined && wordsIn(proposal)?.kind === 'add-claim';
  const view = useDoc((state) => state.view);
  const turn = proposal && may ? acceptedTurned(view, proposal) : undefined;
  const ask = (edit: Edit): void => {
    if (askFor(session, edit)) onDone();
  };
  return (
    <footer className="review-foot">
      {proposal && may && way === 'change' && <ChangeField proposal={proposal} {...done} />}
      {proposal && may && way === 'move' && <MoveField proposal={proposal} {...done} />}
      {proposal && may && way === 'merge' && <MergeField proposal={proposal} {...done} />}
      {proposal && may && (way === 'returned' || way === 'rejected') && (
        <SendBack proposals={[proposal]} verdict={way} {...done} />
      )}
      {mine && <p>{t('yours')}</p>}
      <div className="review-verbs" role="toolbar" aria-label={t('verbs')}>
        {proposal && may && (
          <>
            <Verb look="solid" text={t('accept')} keys="A" onPress={onAccept} />
            {canChange && <Verb text={t('change')} keys="E" onPress={() => onWay('change')} />}
            <Verb text={t('return')} keys="R" onPress={() => onWay('returned')} />
            <Verb text={t('reject')} keys="X" onPress={() => onWay('rejected')} />
            {isNewClaim && (
              <>
                <Verb text={t('merge')} keys="M" onPress={() => onWay('merge')} />
                <Verb text={t('move')} keys="P" onPress={() => onWay('move')} />
              </>
            )}
            {turn && <Verb text={t('turn')} onPress={() => ask(turn)} />}
            <Verb text={t('spam')} onPress={() => ask(decisionOn([proposal], SPAM))} />
          </>
        )}
        {flagged !== undefined && (
          <>
            <Verb look="solid" text={t('flag.fine')} keys="A" onPress={onAccept} />
            <Verb text={t('flag.remove')} onPress={() => ask({ kind: 'remove', id: flagged })} />
          </>
        )}
        <UndoLast />
      </div>
    </footer>
  );
}

/** [M-15] Takes one's last verdict back, while nobody built on it. */
function UndoLast() {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const isThere = useDoc(({ undoes }) => isDecision(undoes));
  return isThere && <Verb text={t('undoLast')} keys="Z" onPress={() => undo(session)} />;
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
