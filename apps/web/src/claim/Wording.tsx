import { standing } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOfWording } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/useNow.ts';
import { WritingField } from '../ui/WritingField.tsx';
import type { OneClaim } from './panelProps.ts';
import { Unsent } from './Unsent.tsx';
import { useAsk } from './useAsk.ts';

/** The wording, large, and edited in its place. */
export function Wording(props: OneClaim & { mayEdit: boolean }) {
  const { view, claim, me, proposed, mayEdit, onEditing } = props;
  const { t } = useTranslation('claim');
  const ask = useAsk(props);
  const now = useNow();
  const [typed, keep] = useTyped(placeOfWording(claim.id, 'panel'));
  /** The wording that the writer started from; null while nothing is written. Words that wait have their field open. */
  const [began, setBegan] = useState<string | null>(null);
  const [shut, shutIt] = useState(false);
  const was = shut ? null : (typed?.was ?? began);
  const open = (next: string | null) => {
    setBegan(next);
    shutIt(next === null);
    onEditing?.(next === null ? null : claim.id);
  };
  // What a proposal says is not the wording yet: others decide first.
  const waits = (proposed.get(claim.id) ?? []).some((proposal) => proposal.by !== me.participant);
  if (was === null) {
    return (
      <div className="claim-wording">
        <p lang={claim.language}>{claim.text}</p>
        {mayEdit && !waits && !typed && (
          <Button look="plain" icon="edit" onClick={() => open(claim.text)}>
            {t('reword')}
          </Button>
        )}
        {typed && (
          <Unsent
            text={typed.text}
            onGoOn={() => open(typed.was ?? claim.text)}
            onThrowAway={() => keep(undefined)}
          />
        )}
      </div>
    );
  }
  const asked = { kind: 'reword', claim: claim.id, text: '…', was } as const;
  const reviewed = standing(view, asked, me.participant, now) === 'proposal';
  const save = (text: string) => {
    if (text !== was && !ask({ kind: 'reword', claim: claim.id, text, was })) return;
    keep(undefined);
    open(null);
  };
  return (
    <WritingField
      className="claim-wording-field"
      label={t('wording')}
      room={ROOM.claim}
      lang={claim.language}
      quiet={began === null}
      start={typed?.text ?? was}
      hint={t(reviewed ? 'rewordReviewed' : 'rewordKeys')}
      save={t('save')}
      cancel={t('cancel')}
      onWrite={(text) => {
        setBegan(was); // the field stays, whatever is kept
        keep(text === was ? undefined : { text, was, on: claim.id });
      }}
      onSave={save}
      onCancel={() => open(null)}
    />
  );
}
