import { isDivided, type Groups, type Id } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, valueOf } from '../api.ts';
import { byName } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useDocList, useOpenMap, useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { toast } from '../ui/toast.ts';
import { GroupCard } from './GroupCard.tsx';
import { Moving } from './Moving.tsx';
import { Renaming } from './Renaming.tsx';

type Group = Groups['groups'][number];

/** How the groups do; people can be moved, and all put into one map. */
export function MadeGroups({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('groups');
  const people = useDocList(({ view }) => [...view.participants.values()].filter(isDivided)).toSorted(byName);
  const [moving, setMoving] = useState<{ person: Id; to: Id } | null>(null);
  const ask = useScreen((state) => state.ask);
  const merging = useMerging();
  const names = groups.map(({ name }) => name);
  const placed = new Set(groups.flatMap((group) => group.people.map(({ id }) => id)));
  const rest = people.filter(({ id }) => !placed.has(id));
  const move = (person: Id, name: string | null): void => {
    const to = groups.find((group) => group.name === name);
    if (to) setMoving({ person, to: to.map });
  };
  const asked = (within: readonly { readonly id: Id }[]) =>
    moving && within.some(({ id }) => id === moving.person) && (
      <Moving key={moving.person + moving.to} {...moving} groups={groups} onDone={() => setMoving(null)} />
    );
  return (
    <div className="groups">
      <ul className="groups-cards">
        {groups.map((group) => (
          <GroupCard key={group.map} name={group.name} people={group.people.toSorted(byName)} names={names} problem={null} isFixed onMove={move} about={<Facts group={group} names={names} asked={asked(group.people)} />}>
            <Link className="button ghost" to={`/maps/${group.map}`} aria-label={t('openOf', { name: group.name })} onClick={() => ask(null)}>
              {t('open')}
            </Link>
          </GroupCard>
        ))}
        {rest.length > 0 && (
          <GroupCard name={null} people={rest} names={names} problem={null} onMove={move} about={asked(rest)} />
        )}
      </ul>
      {merging.error && <p role="alert">{problemText(merging.error)}</p>}
      <p className="hint">{t('mergeAbout')}</p>
      <DialogActions>
        <Button look="solid" icon="merge" busy={merging.isPending} onClick={() => merging.mutate()}>
          {t('merge')}
        </Button>
      </DialogActions>
    </div>
  );
} // prettier-ignore

interface FactsProps {
  group: Group;
  names: readonly string[];
  asked: React.ReactNode;
}

function Facts({ group: { map, name, claims, missed }, names, asked }: FactsProps) {
  const { t } = useTranslation('groups');
  return (
    <>
      <div className="group-facts">
        <p className="hint">{t('claims', { count: claims })}</p>
        <Renaming key={name} group={map} name={name} names={names} />
      </div>
      {missed > 0 && (
        <p className="problem">
          <Icon name="warning" /> {t('missed', { count: missed })}
        </p>
      )}
      {asked}
    </>
  );
}

/** Into a map of one's own, which then is opened. */
function useMerging() {
  const { t } = useTranslation('groups');
  const { id } = useOpenMap();
  const ask = useScreen((state) => state.ask);
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => valueOf(api.mergeGroups(id)),
    onSuccess: async (map) => {
      ask(null);
      toast(t('merged'));
      await queries.invalidateQueries({ queryKey: ['maps'], exact: true });
      await navigate(`/maps/${map.id}`);
    },
  });
}
