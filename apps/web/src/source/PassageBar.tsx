import type { Id, Round } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useOpenMap, useScreen, useSelected, useStanding } from '../open/openMap.ts';
import type { Picked } from '../open/picked.ts';
import { RelationSign } from '../relation/Relation.tsx';
import { NOTING, QUOTING } from './adding.ts';
import { ACT_KEYS, makeClaim, requoteAt, restOn } from './acts.ts';
import { MarkButtons } from './MarkButtons.tsx';

interface PassageBarProps {
  picked: Picked;
  /** The round that is on. */
  round: Round | null;
  /** How many claims rest on something of it already. */
  claims: number;
  onNote: () => void;
  onList: () => void;
  onWiden: () => void;
  onDone: () => void;
}

const MOVES = ['thesis', 'support', 'rebut', 'undercut'] as const;

/** Beside the passage that is chosen: what can be made of it. A press must not take the selection away. */
export function PassageBar({ picked, round, claims, onNote, onList, onWiden, onDone }: PassageBarProps) {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const selected = useSelected();
  const requoting = useScreen((state) => state.requoting);
  const mayAdd = useStanding(QUOTING) !== 'refused';
  const mayNote = useStanding(NOTING) !== 'refused';
  const keep = { onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault() };
  const requote = (quotation: Id): void => {
    requoteAt(session, quotation, picked, () => {
      session.screen.getState().requote(null);
      onDone();
    });
  };
  return (
    <div className="source-bar" role="toolbar" aria-label={t('bar.label')} {...keep}>
      {mayNote && requoting === null && round && <MarkButtons {...{ round, picked, onDone }} />}
      {mayAdd && requoting !== null && (
        <button type="button" className="main" onClick={() => requote(requoting)}>
          {t('bar.requote')}
        </button>
      )}
      {mayAdd &&
        requoting === null &&
        MOVES.map((relation) => (
          <button
            key={relation}
            type="button"
            aria-keyshortcuts={ACT_KEYS[relation]}
            onClick={() => {
              makeClaim(session, picked, relation);
              onDone();
            }}
          >
            <RelationSign relation={relation} size={12} />
            {t(`bar.${relation}`)}
            <kbd aria-hidden="true">{ACT_KEYS[relation]}</kbd>
          </button>
        ))}
      {mayAdd && requoting === null && selected && (
        <button
          type="button"
          title={t('bar.selectedMeans', { text: selected.claim.text })}
          aria-keyshortcuts={ACT_KEYS.selected}
          onClick={() => restOn(session, selected.claim, picked, onDone)}
        >
          {t('bar.selected')}
          <kbd aria-hidden="true">{ACT_KEYS.selected}</kbd>
        </button>
      )}
      {mayNote && requoting === null && (
        <button type="button" aria-keyshortcuts={ACT_KEYS.note} onClick={onNote}>
          {t('bar.note')}
          <kbd aria-hidden="true">{ACT_KEYS.note}</kbd>
        </button>
      )}
      <button type="button" aria-keyshortcuts="E" onClick={onWiden}>
        {t('bar.widen')}
        <kbd aria-hidden="true">E</kbd>
      </button>
      {claims > 0 && (
        <button type="button" aria-keyshortcuts="Enter" onClick={onList}>
          {t('bar.claims', { count: claims })}
          <kbd aria-hidden="true">↵</kbd>
        </button>
      )}
    </div>
  );
}
