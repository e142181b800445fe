import type { Claim } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { placeOfWording } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { WritingField } from '../ui/WritingField.tsx';
import { Unsent } from './Unsent.tsx';

/** The wording, large, and edited in its place. */
export function Wording({ claim, mayEdit }: { claim: Claim; mayEdit: boolean }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfWording(claim.id, 'panel'));
  /** The wording that the writer started from; null while nothing is written. Words that wait have their field open. */
  const [began, setBegan] = useState<string | null>(null);
  const [shut, shutIt] = useState(false);
  const was = shut ? null : (typed?.was ?? began);
  const open = (next: string | null) => {
    setBegan(next);
    shutIt(next === null);
    session.show({ editing: next === null ? null : claim.id });
  };
  // What a proposal says is not the wording yet: others decide first.
  const waits = useDoc(({ proposed, participant }) =>
    (proposed.get(claim.id) ?? []).some(({ by }) => by !== participant),
  );
  const reviewed =
    useStanding({ kind: 'reword', claim: claim.id, text: '…', was: was ?? claim.text }) === 'proposal';
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
  const save = (text: string) => {
    const done = (): void => {
      keep(undefined);
      open(null);
    };
    if (text === was) done();
    else askFor(session, { kind: 'reword', claim: claim.id, text, was }, done);
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
