import { Role, type Id, type Lookalikes, type Participant } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { byName, looksLike, timeAgo } from '../i18n/inWords.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Select } from '../ui/Field.tsx';
import { LooksLike } from '../ui/LooksLike.tsx';
import { MuteMark, MuteMember } from './MuteMember.tsx';
import { LookBehind } from './LookBehind.tsx';
import { RemoveMember } from './RemoveMember.tsx';

export interface PeopleProps {
  me: Id | null;
  participants: readonly Participant[];
  maySetRole: (participant: Id, role: Role | null) => boolean;
  onSetRole: (participant: Id, role: Role | null) => void;
  /** [Z-14] Whether I may find out whose pseudonym this is. */
  mayLookBehind: (person: Participant) => boolean;
}
interface MembersProps extends PeopleProps {
  /** Whose names could be taken for another's: for moderators. */
  lookalikes: Lookalikes;
}
type Member = Participant & { readonly role: Role };

export function Members({ participants, ...rest }: MembersProps) {
  const { t } = useTranslation('share');
  const members = participants.filter((one): one is Member => one.role !== null).sort(byRank);
  return (
    <section aria-labelledby="share-members">
      <h3 id="share-members">{t('membersCount', { count: members.length })}</h3>
      <ul className="members">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} {...rest} />
        ))}
      </ul>
    </section>
  );
}

function MemberRow({
  member,
  me,
  maySetRole,
  onSetRole,
  mayLookBehind,
  lookalikes,
}: Omit<MembersProps, 'participants'> & { member: Member }) {
  const { t } = useTranslation(['share', 'common']);
  const roleName = (role: Role) => t(`role.${role}`, { ns: 'common' });
  const alike = looksLike(member.name, lookalikes(member.id));
  const choices = Role.options.filter((role) => role === member.role || maySetRole(member.id, role));
  return (
    <li>
      <Avatar name={member.name} seed={member.id} />
      <span className="name">
        {member.name}
        {member.id === me && <em>{t('you')}</em>}
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

const byRank = (one: Member, other: Member): number =>
  Role.options.indexOf(one.role) - Role.options.indexOf(other.role) || byName(one, other);
