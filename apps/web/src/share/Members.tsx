import { may, Role, unmarked, type Id, type Lookalikes } from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { byName } from '../i18n/inWords.ts';
import { useDoc, useOpenMap, usePeople } from '../open/openMap.ts';
import { Select, TextField } from '../ui/Field.tsx';
import { MemberRow } from './MemberRow.tsx';
import type { Member, PeopleProps } from './peopleProps.ts';

interface MembersProps extends PeopleProps {
  /** Whose names could be taken for another's: for moderators. */
  lookalikes: Lookalikes;
  /** One role for many, as one step. */
  onSetRoles: (participants: readonly Id[], role: Role) => void;
}

/** From so many on one looks for a name. */
const MANY = 8;

/** Who is in the map: here now, and earlier with when they were last seen. */
export function Members({ participants, onSetRoles, ...rest }: MembersProps) {
  const { t } = useTranslation(['share', 'common']);
  const [words, setWords] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(new Set());
  const here = useHere(rest.me);
  const seen = useSeen();
  const members = participants.filter((one): one is Member => one.role !== null).sort(byRank);
  const found = members.filter(({ name }) => folded(name).includes(folded(words)));
  const chosen = members.filter(({ id }) => ticked.has(id));
  const mayTick = ({ id, role }: Member) =>
    Role.options.some((other) => other !== role && rest.maySetRole(id, other));
  const groups = [
    ['here', found.filter(({ id }) => here.has(id))],
    ['earlier', found.filter(({ id }) => !here.has(id))],
  ] as const;
  return (
    <div className="members-tab">
      {members.length >= MANY && (
        <TextField
          type="search"
          label={t('find')}
          value={words}
          onChange={({ target: { value } }) => setWords(value)}
        />
      )}
      {chosen.length > 0 && (
        <ForMany
          chosen={chosen}
          maySetRole={rest.maySetRole}
          onSet={(role) => {
            onSetRoles(
              chosen.filter((one) => one.role !== role).map(({ id }) => id),
              role,
            );
            setTicked(new Set());
          }}
        />
      )}
      {groups.map(
        ([group, people]) =>
          people.length > 0 && (
            <section key={group} aria-labelledby={`share-${group}`}>
              <h3 id={`share-${group}`}>
                {t(`group.${group}`)} <small>{people.length}</small>
              </h3>
              <ul className="members">
                {people.map((member) => (
                  <MemberRow
                    key={member.id}
                    member={member}
                    {...rest}
                    seen={group === 'earlier' ? (seen.get(member.id) ?? null) : null}
                    ticked={mayTick(member) ? ticked.has(member.id) : null}
                    onTick={() => setTicked(toggled(ticked, member.id))}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {found.length === 0 && <p className="note">{t('findNobody')}</p>}
    </div>
  );
}

function ForMany({
  chosen,
  maySetRole,
  onSet,
}: {
  chosen: readonly Member[];
  maySetRole: PeopleProps['maySetRole'];
  onSet: (role: Role) => void;
}) {
  const { t } = useTranslation(['share', 'common']);
  const roles = Role.options.filter((role) =>
    chosen.every((one) => one.role === role || maySetRole(one.id, role)),
  );
  return (
    <p className="for-many" role="status">
      {t('ticked', { count: chosen.length })}
      <Select
        label={t('roleOfTicked')}
        value=""
        onChange={({ target: { value } }) => onSet(Role.parse(value))}
      >
        <option value="" disabled>
          {t('giveRole')}
        </option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`, { ns: 'common' })}
          </option>
        ))}
      </Select>
    </p>
  );
}

/** I am here, whatever the server says. */
function useHere(me: Id | null): ReadonlySet<Id | null> {
  const people = usePeople((state) => state.people);
  return new Set([me, ...people.map(({ participant }) => participant)]);
}

function useSeen(): ReadonlyMap<Id, number> {
  const { id: map } = useOpenMap();
  const enabled = useDoc(({ role }) => may(role, 'review'));
  const { data } = useQuery({
    queryKey: ['maps', map, 'seen'],
    queryFn: () => valueOf(api.lastSeen(map)),
    enabled,
  });
  return new Map(data?.map(({ participant, at }) => [participant, at]));
}

function toggled(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

const folded = (words: string): string => unmarked(words).normalize('NFKC').toLowerCase().trim();

const byRank = (one: Member, other: Member): number =>
  Role.options.indexOf(one.role) - Role.options.indexOf(other.role) || byName(one, other);
