import { Bearing, standpointOf, type Claim, type Relation } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { addDraft, newDraft } from '../open/drafts.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { ClaimPicker } from '../relation/ClaimPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { SelectField, TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { toast } from '../ui/toast.ts';

const RELATIONS: readonly Relation[] = ['thesis', 'support', 'rebut', 'undercut'];

/** A claim from a passage where no map is in sight: its words, how it stands, and to what. */
export function ClaimDialog({ asking, onClose }: DialogProps<'claim'>) {
  const { picked, relation: first } = asking;
  const { t } = useTranslation(['source', 'claim', 'common']);
  const session = useOpenMap();
  const view = useDoc((state) => state.view);
  const [relation, setRelation] = useState(first);
  const [target, setTarget] = useState(view.claims.get(asking.target ?? '') ?? null);
  const [words, setWords] = useState(picked.exact);
  const [bearing, setBearing] = useState<Bearing>('paraphrase');
  const text = words.trim();
  const isVerbatim = text === picked.exact;
  const isAimed = relation === 'thesis' || (target !== null && isFit(target));
  const save = (): void => {
    const draft = newDraft(relation === 'thesis' ? 'thesis' : 'reply', target?.id ?? null, relation);
    const edit = addDraft(view, { ...draft, rests: { ...picked, bearing } }, text);
    const taken = (): void => {
      session.screen.getState().select(draft.claim);
      onClose();
    };
    askFor(session, edit, taken, (done) => toast(done));
  };
  function isFit({ id }: Claim): boolean {
    return relation !== 'undercut' || standpointOf(view, id) !== undefined;
  }
  return (
    <Dialog
      open
      wide
      title={t('claim.title')}
      about={t('claim.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <form
        className="claim-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (text !== '' && isAimed && fits(words, ROOM.claim)) save();
        }}
      >
        <TextAreaField
          label={t('claim.words')}
          autoFocus
          rows={3}
          room={ROOM.claim}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <SelectField
          label={t('claim.bearing')}
          value={isVerbatim ? 'verbatim' : bearing}
          disabled={isVerbatim}
          onChange={({ target: { value } }) => setBearing(Bearing.parse(value))}
        >
          {Bearing.options
            .filter((one) => (one === 'verbatim') === isVerbatim)
            .map((one) => (
              <option key={one} value={one}>
                {t(`quotations.${one}`, { ns: 'claim' })}
              </option>
            ))}
        </SelectField>
        <Segmented
          label={t('claim.relation')}
          value={relation}
          options={RELATIONS.map((value) => ({ value, text: t(`bar.${value}`) }))}
          onChange={setRelation}
        />
        {relation !== 'thesis' &&
          (target && isFit(target) ? (
            <p className="claim-dialog-target">
              <span lang={target.language}>{target.text}</span>
              <Button onClick={() => setTarget(null)}>{t('claim.another')}</Button>
            </p>
          ) : (
            <ClaimPicker key={relation} without={null} isFit={isFit} onChoose={setTarget} />
          ))}
        <DialogActions>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button look="solid" type="submit" disabled={text === '' || !isAimed}>
            {t('claim.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
