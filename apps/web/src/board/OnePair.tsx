import { diffTexts, mergeInto, type Claim, type Id, type Twins } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askWithUndo } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { useName } from '../open/Signed.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';
import { Button } from '../ui/Button.tsx';
import { BOARD_PANE } from './parts.ts';
import { useGo } from './useGo.ts';

/** Never sent: asks whether I may merge them at once. */
const merging = ({ claim, into }: Twins) => ({ kind: 'merge-claim', claim, into, reference: '' }) as const;

/** Two claims that say much the same, the one that would stay first, and what is other in the second. */
export function OnePair({ pair, onApart }: { pair: Twins; onApart: () => void }) {
  const { t } = useTranslation('board');
  const session = useOpenMap();
  const [stays, goes] = [useDoc(({ unfolded }) => unfolded.claims.get(pair.into)), useDoc(({ unfolded }) => unfolded.claims.get(pair.claim))]; // prettier-ignore
  const may = useStanding(merging(pair)) === 'change';
  if (!stays || !goes) return null;
  const degree = pair.mayTurn ? 'mayTurn' : pair.isSame ? 'same' : 'alike';
  return (
    <li className="board-pair">
      <small data-turn={pair.mayTurn || undefined}>{t(`tidy.${degree}`)}</small>
      <Words id={stays.id} by={stays.by}>
        <p lang={stays.language}>{stays.text}</p>
      </Words>
      <Words id={goes.id} by={goes.by}>
        <Compared stays={stays} goes={goes} />
      </Words>
      <div className="board-acts">
        {may && (
          <Button
            look={pair.mayTurn ? 'ghost' : 'solid'}
            onClick={() => void askWithUndo(session, mergeInto(pair.claim, pair.into, newId))}
          >
            {t('tidy.merge')}
          </Button>
        )}
        <Button onClick={onApart}>{t('tidy.apart')}</Button>
      </div>
    </li>
  );
}

/** What is other in it; where that is most of it, only the words. */
function Compared({ stays, goes }: { stays: Claim; goes: Claim }) {
  const kept = diffTexts(stays.text, goes.text).reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0); // prettier-ignore
  if (kept < goes.text.length / 2) return <p lang={goes.language}>{goes.text}</p>;
  return <TextDiff before={stays.text} after={goes.text} lang={goes.language} />;
}

/** A press goes to the claim. */
function Words({ id, by, children }: { id: Id; by: Id | null; children: React.ReactNode }) {
  const go = useGo(BOARD_PANE);
  const name = useName(by);
  return (
    <button type="button" className="board-words" onClick={() => go(id)}>
      {children}
      <small>{name}</small>
    </button>
  );
}
