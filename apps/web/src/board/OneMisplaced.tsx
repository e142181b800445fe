import type { Misplaced } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { short } from '../ui/short.ts';
import { BOARD_PANE } from './parts.ts';
import { useGo } from './useGo.ts';

interface OneMisplacedProps {
  misplaced: Misplaced;
  onStays: () => void;
}

/** A claim that may belong to another branch, and what there is like it. */
export function OneMisplaced({ misplaced: { claim: id, branch, like }, onStays }: OneMisplacedProps) {
  const { t } = useTranslation('board');
  const { screen } = useOpenMap();
  const go = useGo(BOARD_PANE);
  const claim = useDoc(({ unfolded }) => unfolded.claims.get(id));
  const head = useDoc(({ unfolded }) => unfolded.claims.get(branch)?.text ?? '');
  const there = useDocList(({ unfolded }) => like.flatMap((one) => unfolded.claims.get(one) ?? []));
  const may = useStanding({ kind: 'move-claim', claim: id, to: { at: 'thesis', order: 'a0' } }) === 'change';
  if (!claim) return null;
  return (
    <li className="board-pair">
      <button type="button" className="board-words" onClick={() => go(id)}>
        <p lang={claim.language}>{claim.text}</p>
      </button>
      <small>{t('tidy.moreLike', { text: short(head, 40) })}</small>
      {there.map((one) => (
        <button key={one.id} type="button" className="board-words board-like" onClick={() => go(one.id)}>
          <span lang={one.language}>{one.text}</span>
        </button>
      ))}
      <div className="board-acts">
        {may && (
          <Button onClick={() => screen.getState().ask({ for: 'move', id, to: branch })}>
            {t('tidy.move')}
          </Button>
        )}
        <Button onClick={() => go(branch)}>{t('tidy.go')}</Button>
        <Button onClick={onStays}>{t('tidy.stays')}</Button>
      </div>
    </li>
  );
}
