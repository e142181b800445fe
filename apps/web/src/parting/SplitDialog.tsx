// Several claims of one that says several things.
import { MOST_SPLIT, sentences, splitInto, type Claim, type Id, type SplitClaim } from '@counterpoint/shared'; // prettier-ignore
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askWithUndo } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { placeOfSplit } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { fits } from '../ui/room.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { short } from '../ui/short.ts';
import { Passages } from './Passages.tsx';
import { PartFields } from './PartFields.tsx';
import './parting.css';

export function SplitDialog({ asking: { id }, onClose }: DialogProps<'split'>) {
  const { t } = useTranslation('parting');
  const claim = useDoc(({ view }) => view.claims.get(id));
  return (
    <Dialog
      wide
      open
      title={t('split.title')}
      about={t('split.about', { text: short(claim?.text ?? '', 160) })}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {claim && <SplitForm claim={claim} onClose={onClose} />}
    </Dialog>
  );
}

const WAYS: readonly SplitClaim['as'][] = ['own', 'joint'];
/** What is typed is kept as one text. */
const BETWEEN = '\n\n';

function SplitForm({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation('parting');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfSplit(claim.id));
  const [was, setWas] = useState(claim.text);
  const [as, setAs] = useState<SplitClaim['as']>('own');
  const [handed, setHanded] = useState<ReadonlyMap<Id, number>>(new Map());
  const texts = typed?.text.split(BETWEEN) ?? sentencesOf(claim.text);
  const write = (next: readonly string[]): void => keep({ text: next.join(BETWEEN), on: claim.id });
  const isWhole = texts.every((text) => text.trim() !== '' && fits(text.trim(), ROOM.claim));
  const split = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { view } = session.doc.getState();
    const parts = texts.map((text) => text.trim());
    if (!isWhole) return;
    const done = (): void => {
      keep(undefined);
      onClose();
    };
    // Refused since somebody reworded it: who has read the new words splits those.
    if (!askWithUndo(session, splitInto(view, claim.id, parts, { was, as, handed }, newId), done))
      setWas(view.claims.get(claim.id)?.text ?? was);
  };
  return (
    <form className="parting" onSubmit={split}>
      <p className="parting-means">{t('split.means')}</p>
      <PartFields texts={texts} most={MOST_SPLIT + 1} lang={claim.language} onWrite={write} />
      {claim.home !== null && (
        <>
          <Segmented
            label={t('split.as')}
            value={as}
            options={WAYS.map((value) => ({ value, text: t(`split.ways.${value}`) }))}
            onChange={setAs}
          />
          <p className="parting-means">{t(`split.wayMeans.${as}`)}</p>
        </>
      )}
      <Passages
        claim={claim.id}
        parts={texts}
        handed={handed}
        onHand={(quotation, part) => setHanded(new Map(handed).set(quotation, part))}
      />
      <DialogActions>
        <Button onClick={onClose}>{t('split.cancel')}</Button>
        <Button type="submit" look="solid" disabled={!isWhole}>
          {t('split.do')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Its sentences, where it has several: what is left over is in the last. */
function sentencesOf(text: string): readonly string[] {
  const points = [...text];
  const found = sentences(text).map(({ start, end }) => points.slice(start, end).join(''));
  const rest = found.slice(MOST_SPLIT).join('');
  const parts = [...found.slice(0, MOST_SPLIT), rest].map((part) => part.trim()).filter(Boolean);
  return parts.length > 1 ? parts : [text.replace(/\n{2,}/g, '\n'), ''];
}
