import {
  hasNameBehind,
  lookalikesIn,
  may,
  standing,
  type Edit,
  type Id,
  type Participant,
  type Role,
} from '@counterpoint/shared';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useDocList, useOpenMap, useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useNow } from '../ui/useNow.ts';
import { Invites } from './Invites.tsx';
import { Members } from './Members.tsx';
import { TakenOut } from './TakenOut.tsx';
import './share.css';

/** Who takes part, and how others come in. */
export function ShareDialog({ onClose }: DialogProps<'share'>) {
  const { t } = useTranslation('share');
  const session = useOpenMap();
  const { id: map } = session;
  const me = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const { access, joining } = useDoc((state) => state.view.info);
  const isLocked = joining === 'locked';
  const ask = useScreen((state) => state.ask);
  const mayManage = may(role, 'manage', 'members');
  const [tab, setTab] = useState<'invite' | 'members'>(may(role, 'invite', 'members') ? 'invite' : 'members');
  const participants = useDocList(({ view }) => [...view.participants.values()]);
  const now = useNow();
  const isModerator = may(role, 'review');
  const lookalikes = useMemo(
    () => lookalikesIn(isModerator ? participants : []),
    [isModerator, participants],
  );
  // Roles and settings are all that the answers hang on: the dialog draws anew with them.
  const isMine = (edit: Edit): boolean => standing(session.doc.getState().view, edit, me, now) === 'change';
  const people = {
    participants,
    maySetRole: (participant: Id, to: Role | null) =>
      isMine(settingRole(participant, to)) &&
      !isKeptFrom(session.doc.getState().view.participants.get(participant), to),
    mayLookBehind: (person: Participant) =>
      hasNameBehind(session.doc.getState().view, person) && isMine(lookingBehind(person.id)),
    onSetRole: (participant: Id, to: Role | null) => void askFor(session, settingRole(participant, to)),
  };
  const setRoles = (ids: readonly Id[], to: Role): void => {
    const edits = ids.map((id) => ({ kind: 'set-role' as const, participant: id, role: to }));
    const [first, ...others] = edits;
    if (first) void askFor(session, others.length === 0 ? first : { kind: 'batch', edits });
  };
  const members = participants.filter((one) => one.role !== null).length;
  const locking: Edit = { kind: 'change-settings', set: { joining: isLocked ? 'open' : 'locked' } };
  const invite = may(role, 'invite', 'members') ? (
    <Invites map={map} mine={role} isLocked={isLocked} />
  ) : (
    <p className="note">{t('askModerator')}</p>
  );
  const tabs = [
    { value: 'invite', text: t('invite'), count: 0, alert: false, fresh: '', panel: invite },
    {
      value: 'members',
      text: t('members'),
      count: members,
      alert: false,
      fresh: '',
      panel: (
        <>
          {isMine(locking) ? (
            <Switch
              label={t('lock.label')}
              checked={isLocked}
              onChange={() => void askFor(session, locking)}
            />
          ) : (
            isLocked && <p className="note">{t('lock.on')}</p>
          )}
          <Members me={me} lookalikes={lookalikes} {...people} onSetRoles={setRoles} />
          {mayManage && <TakenOut map={map} {...people} />}
        </>
      ),
    },
  ] as const;
  return (
    <Dialog wide open title={t('title')} onOpenChange={(open) => !open && onClose()}>
      <div className="share">
        <Tabs label={t('title')} value={tab} onChange={setTab} tabs={tabs} />
        {mayManage && (
          <p className="share-foot">
            {t(access === 'anyone' ? 'foot.anyone' : 'foot.members')}{' '}
            <Button look="plain" onClick={() => ask({ for: 'settings' })}>
              {t('foot.settings')}
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  );
}

const settingRole = (participant: Id, role: Role | null): Edit => ({ kind: 'set-role', participant, role });
const lookingBehind = (participant: Id): Edit => ({
  kind: 'look-behind',
  reveal: participant,
  participant,
  reason: '…',
});

/** [A1] Who bears a pseudonym gets no role that decides. */
const isKeptFrom = (person: Participant | undefined, to: Role | null): boolean =>
  person?.pseudonym === true && may(to, 'review');
