import { languageOf, type Quotation } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { placeOfGloss } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { WritingField } from '../ui/WritingField.tsx';
import { Signed } from '../open/Signed.tsx';

/** The translation of a quotation, with who made it. */
export function Gloss({ quotation }: { quotation: Quotation }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const { id, gloss } = quotation;
  const [typed, keep] = useTyped(placeOfGloss(id));
  const [open, setOpen] = useState(typed !== undefined);
  const language = useDoc(({ view }) => view.sources.get(view.editions.get(quotation.edition)?.source ?? '')?.language ?? view.info.language); // prettier-ignore
  const other = /^zh\b/.test(language) ? 'en' : 'zh';
  const mayGloss = useStanding({ kind: 'gloss', quotation: id, text: '…', language: other }) !== 'refused';
  const save = (text: string): void => {
    const edit = { kind: 'gloss', quotation: id, text, language: languageOf(text, other) } as const;
    const done = (): void => {
      keep(undefined);
      setOpen(false);
    };
    if (text === gloss?.text) done();
    else askFor(session, edit, done);
  };
  if (open)
    return (
      <WritingField
        label={t('gloss.label')}
        room={ROOM.gloss}
        lang={other}
        start={typed?.text ?? gloss?.text ?? ''}
        save={t('save')}
        cancel={t('cancel')}
        quiet={typed !== undefined}
        onWrite={(text) => keep(text === (gloss?.text ?? '') ? undefined : { text, on: quotation.claim })}
        onSave={save}
        onCancel={() => {
          keep(undefined);
          setOpen(false);
        }}
      />
    );
  return (
    <>
      {gloss && (
        <div className="claim-gloss">
          <p lang={gloss.language}>{gloss.text}</p>
          <small>
            {t('gloss.by')} <Signed stamp={gloss} />
          </small>
        </div>
      )}
      {mayGloss && (
        <Button look="plain" icon="language" className="claim-gloss-open" onClick={() => setOpen(true)}>
          {t(gloss ? 'gloss.edit' : 'gloss.add')}
        </Button>
      )}
    </>
  );
}
