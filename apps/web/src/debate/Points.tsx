import { handsIn, pointsOfOrderIn, sideOf, type Debate, type Hand, type Stand } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { SideSign } from '../open/SideTag.tsx';
import { Button } from '../ui/Button.tsx';
import { CommandButton } from './CommandButton.tsx';

/** [D10] Points of order: those that wait, as far as this person sees them, and what was upheld in this phase. */
export function Points({ debate, stand }: { debate: Debate; stand: Stand }) {
  const { t } = useTranslation('debate');
  const waiting = useDocList(({ view }) => pointsOfOrderIn(view, debate.id));
  const upheld = useDocList(
    ({ view }) =>
    handsIn(view, debate.id).filter(({ state, phase }) => state === 'upheld' && phase === (stand.phase?.id ?? null)), // prettier-ignore
  );
  return (
    <div className="debate-points">
      <header>
        <h3>{t('point.title')}</h3>
        {waiting.length > 0 && <span className="debate-count">{waiting.length}</span>}
        <span className="debate-main">
          <CommandButton id="point" look="plain" />
        </span>
      </header>
      <ul>
        {waiting.map((hand) => (
          <OnePoint key={hand.id} debate={debate} hand={hand} />
        ))}
        {upheld.map((hand) => (
          <li key={hand.id} className="debate-upheld">
            {t('point.upheld', { text: hand.point })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OnePoint({ debate, hand }: { debate: Debate; hand: Hand }) {
  const { t } = useTranslation('debate');
  const session = useOpenMap();
  const name = useDoc(({ view }) => view.participants.get(hand.by ?? '')?.name ?? '');
  const side = useDoc(({ view }) => debate.sides.find(({ id }) => id === sideOf(view, hand.by)));
  const isMine = useDoc(({ participant }) => participant === hand.by);
  const decides = useStanding({ kind: 'set-hand', hand: hand.id, state: 'upheld' }) === 'change';
  const set = (state: 'upheld' | 'dismissed' | 'lowered') => (): void =>
    void askFor(session, { kind: 'set-hand', hand: hand.id, state });
  return (
    <li className="debate-point">
      <span>
        <small>
          {side && <SideSign sign={side.sign} />}
          {isMine ? t('point.mine') : name}
        </small>
        <span className="debate-point-text">{t('quoted', { text: hand.point })}</span>
      </span>
      {isMine && <Button onClick={set('lowered')}>{t('point.withdraw')}</Button>}
      {decides && !isMine && (
        <>
          <Button onClick={set('dismissed')}>{t('point.dismiss')}</Button>
          <Button look="solid" onClick={set('upheld')}>
            {t('point.uphold')}
          </Button>
        </>
      )}
    </li>
  );
}
