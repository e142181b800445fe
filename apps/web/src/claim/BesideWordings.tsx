import { diffTexts, type Claim, type Wording } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useOpenMap } from '../open/openMap.ts';
import { placeOfCombined } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { WritingField } from '../ui/WritingField.tsx';
import { Signed } from '../open/Signed.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';

/** Two people reworded at once: both wordings, what differs, and one press to settle it [E9]. */
export function BesideWordings({ claim, mayEdit }: { claim: Claim; mayEdit: boolean }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfCombined(claim.id));
  const [combining, setCombining] = useState<Wording | undefined>(typed && claim.beside[0]);
  const [pressed, press] = useState(false);
  const settle = (text: string) => {
    askFor(session, { kind: 'reword', claim: claim.id, text, was: claim.text }, () => {
      keep(undefined);
      setCombining(undefined);
    });
  };
  if (combining) {
    return (
      <section className="claim-conflict">
        <h2>{t('conflict.combineTitle')}</h2>
        <WritingField
          label={t('conflict.combineTitle')}
          room={ROOM.claim}
          lang={claim.language}
          quiet={!pressed}
          start={typed?.text ?? combined(claim.text, combining.text)}
          hint={t('conflict.combineHint')}
          save={t('save')}
          cancel={t('cancel')}
          onWrite={(text) => keep({ text, on: claim.id })}
          onSave={settle}
          onCancel={() => setCombining(undefined)}
        />
      </section>
    );
  }
  return (
    <section className="claim-conflict">
      <h2>{t('conflict.title')}</h2>
      <p className="claim-quiet">{t('conflict.about')}</p>
      {claim.beside.map((wording) => (
        <article key={`${wording.at} ${wording.text}`}>
          <h3>{t('conflict.present')}</h3>
          <p lang={claim.language}>{claim.text}</p>
          <h3>
            {t('conflict.other')} <Signed stamp={wording} />
          </h3>
          <TextDiff before={claim.text} after={wording.text} lang={claim.language} />
          {mayEdit && (
            <div className="claim-buttons">
              <Button onClick={() => settle(claim.text)}>{t('conflict.keep')}</Button>
              <Button onClick={() => settle(wording.text)}>{t('conflict.restore')}</Button>
              <Button
                onClick={() => {
                  press(true);
                  setCombining(wording);
                }}
              >
                {t('conflict.combine')}
              </Button>
            </div>
          )}
        </article>
      ))}
    </section>
  );
}

/** Both wordings in one, what they share once: a start for whoever combines them. */
const combined = (present: string, other: string): string =>
  diffTexts(present, other)
    .map((part) => part.text)
    .join('');
