import { Role, type Lookalikes } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { looksLike, timeAgo } from '../i18n/inWords.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Select } from '../ui/Field.tsx';
import { LooksLike } from '../ui/LooksLike.tsx';
import { LookBehind } from './LookBehind.tsx';
import { MuteMark, MuteMember } from './MuteMember.tsx';
import type { Member, PeopleProps } from './peopleProps.ts';
import { RemoveMember } from './RemoveMember.tsx';

interface MemberRowProps extends Omit<PeopleProps, 'participants'> {
  lookalikes: Lookalikes;
  member: Member;
  /** When they were last in the map; null while they are there, or where nobody knows. */
  seen: number | null;
  /** Whether they are among those who get one role; null where I may give them none. */
  ticked: boolean | null;
  onTick: () => void;
}

export function MemberRow(props: MemberRowProps) {
  const { member, me, maySetRole, onSetRole, mayLookBehind, lookalikes, seen, ticked, onTick } = props;
  const { t } = useTranslation(['share', 'common']);
  const roleName = (role: Role) => t(`role.${role}`, { ns: 'common' });
  const alike = looksLike(member.name, lookalikes(member.id));
  const choices = Role.options.filter((role) => role === member.role || maySetRole(member.id, role));
  return (
    <li>
      {ticked !== null && (
        <input
          type="checkbox"
          aria-label={t('tick', { name: member.name })}
          checked={ticked}
          onChange={onTick}
        />
      )}
      <Avatar name={member.name} seed={member.id} />
      <span className="name">
        {member.name}
        {member.id === me && <em>{t('you')}</em>}
        {seen !== null && <small className="seen">{t('seen', { when: timeAgo(seen) })}</small>}
        <MuteMark participant={member.id} />
        {alike && (
          <LooksLike>
            {alike} · {t('since', { when: timeAgo(member.at) })}
          </LooksLike>
        )}
      </span>
      {mayLookBehind(member) && <LookBehind person={member} />}
      {choices.length > 1 ? (
        <Select
          label={t('roleOf', { name: member.name })}
          value={member.role}
          onChange={(event) => onSetRole(member.id, Role.parse(event.target.value))}
        >
          {choices.map((role) => (
            <option key={role} value={role}>
              {roleName(role)}
            </option>
          ))}
        </Select>
      ) : (
        <span className="role">{roleName(member.role)}</span>
      )}
      {member.id !== me && <MuteMember participant={member.id} name={member.name} />}
      {member.id !== me && maySetRole(member.id, null) && (
        <RemoveMember name={member.name} onRemove={() => onSetRole(member.id, null)} />
      )}
    </li>
  );
}
