import { isDivided, type Id } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { byName } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useDocList, useOpenMap } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { drawn, filled, isRight, mostGroups, movedTo, usualGroups, type Drafted } from './drafted.ts';
import { GroupCard } from './GroupCard.tsx';
import { RosterField } from './RosterField.tsx';
import { groupsKey } from '../open/useGroups.ts';

/** By chance, by a list, and by hand; nothing is done before it is shown. */
export function MakeGroups() {
  const { t } = useTranslation('groups');
  const people = useDocList(({ view }) => [...view.participants.values()].filter(isDivided)).toSorted(byName);
  const nameOf = (n: number) => t('named', { n });
  const [count, setCount] = useState(`${usualGroups(people)}`);
  const [groups, setGroups] = useState<Drafted>(() => drawn(people, usualGroups(people), nameOf));
  const making = useMaking();
  const most = mostGroups(people);
  if (most === 0) return <p className="note">{t('nobody', { count: people.length })}</p>;
  const draw = (typed: string): void => {
    setCount(typed);
    const wanted = Number(typed);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= most) setGroups(drawn(people, wanted, nameOf));
  };
  const placed = new Set(groups.flatMap((group) => group.people));
  const rest = people.filter(({ id }) => !placed.has(id));
  const move = (person: Id, to: string | null) => setGroups(movedTo(groups, person, to));
  return (
    <div className="groups">
      <div className="groups-ways">
        <TextField
          label={t('count')}
          type="number"
          min={1}
          max={most}
          inputMode="numeric"
          value={count}
          onChange={({ target }) => draw(target.value)}
        />
        <Button icon="swap" onClick={() => draw(count)}>
          {t('draw')}
        </Button>
        <RosterField people={people} nameOf={nameOf} onRead={setGroups} />
      </div>
      <ul className="groups-cards">
        {groups.map(({ name, people: ids }) => (
          <GroupCard
            key={name}
            name={name}
            people={people.filter(({ id }) => ids.includes(id))}
            names={groups.map((group) => group.name)}
            problem={ids.length === 1 ? t('tooFew') : null}
            onMove={move}
          />
        ))}
        {
          rest.length > 0 &&
          <GroupCard name={null} people={rest} names={groups.map(({ name }) => name)} problem={null} onMove={move} /> // prettier-ignore
        }
      </ul>
      {making.error && <p role="alert">{problemText(making.error)}</p>}
      <DialogActions>
        <Button
          look="solid"
          busy={making.isPending}
          disabled={!isRight(groups)}
          onClick={() => making.mutate(filled(groups))}
        >
          {making.isPending ? t('making') : t('make', { count: filled(groups).length })}
        </Button>
      </DialogActions>
    </div>
  );
}

function useMaking() {
  const { id } = useOpenMap();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (groups: Drafted) => valueOf(api.makeGroups(id, { groups })),
    onSuccess: (made) => queries.setQueryData(groupsKey(id), made),
  });
}
