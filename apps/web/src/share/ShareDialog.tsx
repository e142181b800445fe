import {
  hasNameBehind,
  isUntold,
  lookalikesIn,
  may,
  standing,
  type Edit,
  type Id,
  type MapInfo,
  type Participant,
  type Role,
} from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import type { DialogProps } from '../open/house.ts';
import { useDoc, useDocList, useOpenMap } from '../open/openMap.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useNow } from '../ui/useNow.ts';
import { Embedding } from './Embedding.tsx';
import { Invites } from './Invites.tsx';
import { Members } from './Members.tsx';
import { Rights } from './Rights.tsx';
import { TakenOut } from './TakenOut.tsx';
import './share.css';

/** Who takes part, and how others come in. */
export function ShareDialog({ onClose }: DialogProps<'share'>) {
  const { t } = useTranslation('share');
  const session = useOpenMap();
  const { id: map } = session;
  const me = useDoc((state) => state.participant);
  const role = useDoc((state) => state.role);
  const info = useDoc((state) => state.view.info);
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
      hasNameBehind({ info }, person) && isMine(lookingBehind(person.id)),
    onSetRole: (participant: Id, to: Role | null) => void askFor(session, settingRole(participant, to)),
  };
  const rights = {
    info,
    maySet: (set: Partial<MapInfo>) => isMine(setting(set)),
    onSet: (set: Partial<MapInfo>) => void askFor(session, setting(set)),
    areOpen: isUntold(session.doc.getState().view),
  };
  return (
    <Dialog wide open title={t('title')} onOpenChange={(open) => !open && onClose()}>
      <div className="share">
        {may(role, 'invite', 'members') ? (
          <Invites map={map} mine={role} />
        ) : (
          <p className="note">{t('askModerator')}</p>
        )}
        <Members me={me} lookalikes={lookalikes} {...people} />
        {may(role, 'manage', 'members') && <TakenOut map={map} {...people} />}
        {may(role, 'manage', 'members') && <Rights {...rights} />}
        {may(role, 'manage', 'members') && <Embedding map={map} {...rights} />}
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
const setting = (set: Partial<MapInfo>): Edit => ({ kind: 'change-settings', set });

/** [A1] Who bears a pseudonym gets no role that decides. */
const isKeptFrom = (person: Participant | undefined, to: Role | null): boolean =>
  person?.pseudonym === true && may(to, 'review');
