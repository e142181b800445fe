import { hiddenWith, muteOf, type Edit, type Id, type Mute } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { placeOfMute } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { Switch } from '../ui/Switch.tsx';

interface MuteMemberProps {
  participant: Id;
  name: string;
}

/** [P25] [Z-23] Lets a person write no more, or again; nothing, for who may do neither. */
export function MuteMember({ participant, name }: MuteMemberProps) {
  const { t } = useTranslation('share');
  const [asking, setAsking] = useState(false);
  const mute = useDoc(({ view }) => muteOf(view, participant));
  const may = useStanding(mute ? lifting(mute, false) : muting(participant, '…', false)) === 'change';
  if (!may) return null;
  const close = (): void => setAsking(false);
  return (
    <>
      <IconButton
        icon={mute ? 'play' : 'pause'}
        label={t(mute ? 'mute.lift' : 'mute.ask', { name })}
        onClick={() => setAsking(true)}
      />
      {asking &&
        (mute ? (
          <LiftDialog mute={mute} name={name} onClose={close} />
        ) : (
          <MuteDialog participant={participant} name={name} onClose={close} />
        ))}{' '}
    </>
  );
}

const muting = (participant: Id, reason: string, hide: boolean): Edit => ({ kind: 'mute', mute: newId(), participant, reason, hide }); // prettier-ignore
const lifting = ({ id }: Mute, show: boolean): Edit => ({ kind: 'unmute', mute: id, show });

function MuteDialog({ participant, name, onClose }: MuteMemberProps & { onClose: () => void }) {
  const { t } = useTranslation(['share', 'common']);
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfMute(participant));
  const [hide, setHide] = useState(false);
  const own = useDoc(({ confirmed }) => hiddenWith(confirmed, participant).own);
  const others = useDoc(({ confirmed }) => hiddenWith(confirmed, participant).others);
  const reason = typed?.text ?? '';
  const isGood = reason.trim() !== '' && fits(reason, ROOM.reason);
  const send = (): void => {
    if (!isGood) return;
    askFor(session, muting(participant, reason.trim(), hide), () => {
      keep(undefined);
      onClose();
    });
  };
  return (
    <Dialog
      open
      title={t('mute.title', { name })}
      about={t('mute.about')}
      onOpenChange={(open) => !open && onClose()}
    >
      <form
        className="mute-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextAreaField
          label={t('mute.reason')}
          hint={t('mute.reasonHint')}
          room={ROOM.reason}
          rows={2}
          value={reason}
          onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value })}
        />
        <Switch label={t('mute.hide')} checked={hide} disabled={own === 0} onChange={setHide} />
        {own === 0 ? (
          <p className="note">{t('mute.hideNothing')}</p>
        ) : (
          hide && (
            <p className="note">
              {t('mute.hideAbout', { count: own })} {others > 0 && t('mute.hideOthers', { count: others })}
            </p>
          )
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
          <Button type="submit" look="danger" disabled={!isGood}>
            {t('mute.action')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function LiftDialog({ mute, name, onClose }: { mute: Mute; name: string; onClose: () => void }) {
  const { t } = useTranslation(['share', 'common']);
  const session = useOpenMap();
  const [show, setShow] = useState(true);
  const hid = mute.hidden.length;
  return (
    <Dialog
      open
      title={t('mute.liftTitle', { name })}
      about={t('mute.liftAbout', { reason: mute.reason })}
      onOpenChange={(open) => !open && onClose()}
    >
      {hid > 0 && <Switch label={t('mute.show', { count: hid })} checked={show} onChange={setShow} />}
      <DialogActions>
        <Button onClick={onClose}>{t('cancel', { ns: 'common' })}</Button>
        <Button look="solid" onClick={() => askFor(session, lifting(mute, show && hid > 0), onClose)}>
          {t('mute.liftAction')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Beside the name, for who decides. */
export function MuteMark({ participant }: { participant: Id }) {
  const { t } = useTranslation('share');
  const reason = useDoc(({ view }) => muteOf(view, participant)?.reason ?? null);
  return reason === null ? null : <small className="muted-mark">{t('mute.mark', { reason })}</small>;
}
