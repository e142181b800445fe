import { lookalikesIn, may, type Id, type Participant, type Role } from '@counterpoint/shared';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { Embedding } from './Embedding.tsx';
import { Invites } from './Invites.tsx';
import { Members } from './Members.tsx';
import { Rights, type RightsProps } from './Rights.tsx';
import { TakenOut } from './TakenOut.tsx';
import './share.css';

export interface ShareDialogProps extends RightsProps {
  map: Id;
  /** Mine, as a participant of the map and by role. */
  me: Id | null;
  role: Role | null;
  participants: readonly Participant[];
  /** Asks the rules whether I may give this person this role; null takes them out. */
  maySetRole: (participant: Id, role: Role | null) => boolean;
  onSetRole: (participant: Id, role: Role | null) => void;
  /** The button that opens it, or `open` and `onOpenChange`. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Who takes part, and how others come in. It needs no connection: members and their roles come from outside. */
export function ShareDialog({
  map,
  role,
  trigger,
  open,
  onOpenChange,
  info,
  maySet,
  onSet,
  ...people
}: ShareDialogProps) {
  const { t } = useTranslation('share');
  const { participants } = people;
  const isModerator = may(role, 'review');
  const lookalikes = useMemo(
    () => lookalikesIn(isModerator ? participants : []),
    [isModerator, participants],
  );
  return (
    <Dialog wide title={t('title')} trigger={trigger} open={open} onOpenChange={onOpenChange}>
      <div className="share">
        {may(role, 'invite', 'members') ? (
          <Invites map={map} mine={role} />
        ) : (
          <p className="note">{t('askModerator')}</p>
        )}
        <Members lookalikes={lookalikes} {...people} />
        {may(role, 'manage', 'members') && <TakenOut map={map} {...people} />}
        {may(role, 'manage', 'members') && <Rights {...{ info, maySet, onSet }} />}
        {may(role, 'manage', 'members') && <Embedding {...{ map, info, maySet, onSet }} />}
      </div>
    </Dialog>
  );
}
