import type { Proposal } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { wordsIn } from '../open/otherWords.ts';
import { placeOfAppeal, placeOfRepair } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { WritingField } from '../ui/WritingField.tsx';

/** [P15] [P16] What its author can do about a proposal that was sent back: repair it in its place, or appeal once. */
export function SentBack({ proposal }: { proposal: Proposal }) {
  const isMine = useDoc(({ participant }) => proposal.by === participant);
  const { t } = useTranslation('review');
  const { state, appeal } = proposal;
  if (!isMine || state === 'pending' || state === 'accepted' || state === 'withdrawn') return null;
  return (
    <div className="claim-buttons">
      {state === 'returned' && (wordsIn(proposal) ? <Repair proposal={proposal} /> : <p>{t('mine.anew')}</p>)}
      {!appeal && <Appealing proposal={proposal} />}
    </div>
  );
}

function Repair({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfRepair(proposal.id));
  const [open, setOpen] = useState(typed !== undefined);
  const before = wordsIn(proposal)?.text ?? '';
  if (!open) return <Button onClick={() => setOpen(true)}>{t('mine.again')}</Button>;
  return (
    <WritingField
      label={t('mine.again')}
      hint={t('mine.againHint')}
      room={ROOM.claim}
      start={typed?.text ?? before}
      save={t('mine.send')}
      cancel={t('cancel')}
      quiet={typed !== undefined}
      onWrite={(text) => keep(text === before ? undefined : { text })}
      onSave={(text) => {
        if (!askFor(session, { kind: 'resubmit', proposal: proposal.id, text })) return;
        keep(undefined);
        setOpen(false);
      }}
      onCancel={() => setOpen(false)}
    />
  );
}

function Appealing({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfAppeal(proposal.id));
  const [open, setOpen] = useState(typed !== undefined);
  if (!open) return <Button onClick={() => setOpen(true)}>{t('mine.appeal')}</Button>;
  return (
    <WritingField
      label={t('mine.appealLabel')}
      placeholder={t('mine.appealLabel')}
      room={ROOM.reason}
      start={typed?.text ?? ''}
      save={t('mine.appealSend')}
      cancel={t('cancel')}
      quiet={typed !== undefined}
      onWrite={(text) => keep(text === '' ? undefined : { text })}
      onSave={(text) => {
        if (!askFor(session, { kind: 'appeal', proposal: proposal.id, text })) return;
        keep(undefined);
        setOpen(false);
      }}
      onCancel={() => setOpen(false)}
    />
  );
}
