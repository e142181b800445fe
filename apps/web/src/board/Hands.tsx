import { debateOf, queueIn, speakingIn, type Hand } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { useNow } from '../ui/useNow.ts';
import { useName } from '../open/Signed.tsx';

/** The queue of hands, the next one first; a press gives the floor. Nothing while no debate takes place. */
export function Hands() {
  const { t } = useTranslation('board');
  const debate = useDoc(({ view }) => debateOf(view));
  const hands = useDocList(({ view }) => {
    const speaking = debate && speakingIn(view, debate.id);
    return debate ? [...(speaking ? [speaking] : []), ...queueIn(view, debate)] : [];
  });
  if (!debate) return null;
  return (
    <section>
      <h2>{t('hands.title')}</h2>
      {hands.length === 0 && <p className="board-quiet">{t('hands.none')}</p>}
      <ol aria-label={t('hands.title')}>
        {hands.map((hand) => (
          <li key={hand.id}>
            <OneHand hand={hand} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const MINUTE = 60_000;

function OneHand({ hand }: { hand: Hand }) {
  const { t } = useTranslation('board');
  const session = useOpenMap();
  const name = useName(hand.by);
  const minutes = Math.max(0, Math.floor((useNow() - hand.at) / MINUTE));
  const isSpeaking = hand.state === 'speaking';
  const edit = { kind: 'set-hand', hand: hand.id, state: isSpeaking ? 'spoken' : 'speaking' } as const;
  const may = useStanding(edit) === 'change';
  const waited = minutes === 0 ? t('hands.justUp') : t('hands.waited', { count: minutes });
  const words = (
    <>
      <span>{name}</span>
      <small>{isSpeaking ? t('hands.speaks') : waited}</small>
    </>
  );
  if (!may) return <span className="board-line">{words}</span>;
  const does = t(isSpeaking ? 'hands.end' : 'hands.call', { name });
  return (
    <button type="button" className="board-line" title={does} onClick={() => void askFor(session, edit)}>
      {words}
      <small className="board-does">{does}</small>
    </button>
  );
}
