import { compareMaps, mapOf, may, type Claim, type HangsOtherwise, type Id } from '@counterpoint/shared';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, mapsQuery, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Select } from '../ui/Field.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import './exercise.css';

/** A student's map beside a model of it: what is missing, what was added, and what hangs otherwise. */
export function CompareView() {
  const { t } = useTranslation('exercise');
  const { id } = useOpenMap();
  const [model, choose] = useState<Id | null>(null);
  const { data } = useInfiniteQuery(mapsQuery);
  const maps = (data?.pages.flatMap((page) => page.maps) ?? []).filter((map) => map.id !== id && may(map.role, 'read', map.info.access)); // prettier-ignore
  return (
    <div className="exercise" tabIndex={-1}>
      <header>
        <h2>{t('title')}</h2>
        <p>{t('about')}</p>
        <Select
          label={t('model')}
          value={model ?? ''}
          onChange={({ target }) => choose(target.value || null)}
        >
          <option value="">{t('choose')}</option>
          {maps.map(({ id: one, info }) => (
            <option key={one} value={one} lang={info.language}>
              {info.title}
            </option>
          ))}
        </Select>
      </header>
      {model === null ? (
        <EmptyState title={t(maps.length === 0 ? 'noMaps' : 'noModel')}>
          <p>{t('how')}</p>
        </EmptyState>
      ) : (
        <Compared key={model} model={model} />
      )}
    </div>
  );
}

function Compared({ model }: { model: Id }) {
  const { t } = useTranslation('exercise');
  const map = useDoc((state) => state.unfolded);
  const { data, error } = useQuery({
    queryKey: ['model', model],
    queryFn: () => valueOf(api.snapshot(model)),
    staleTime: 60_000,
  });
  const theirs = useMemo(() => data && mapOf(data.map), [data]);
  const found = useMemo(() => theirs && compareMaps(map, theirs), [map, theirs]);
  if (error) return <p role="alert">{problemText(error)}</p>;
  if (!found) return <Skeleton />;
  const { same, otherwise, missing, added } = found;
  return (
    <>
      <p className="exercise-sum" role="status">
        {t('sum', { same: same.length, all: same.length + otherwise.length + missing.length })}
      </p>
      <div className="exercise-lists">
        <List
          title={t('otherwise', { count: otherwise.length })}
          about={t('otherwiseAbout')}
          none={t('none')}
        >
          {otherwise.map((one) => (
            <Otherwise key={one.own.id} one={one} />
          ))}
        </List>
        <List title={t('missing', { count: missing.length })} about={t('missingAbout')} none={t('none')}>
          {missing.map((claim) => (
            <li key={claim.id}>
              <p lang={claim.language}>{claim.text}</p>
            </li>
          ))}
        </List>
        <List title={t('added', { count: added.length })} about={t('addedAbout')} none={t('none')}>
          {added.map((claim) => (
            <li key={claim.id}>
              <Own claim={claim} />
            </li>
          ))}
        </List>
      </div>
    </>
  );
}

interface ListProps {
  title: string;
  about: string;
  none: string;
  children: readonly ReactNode[];
}

const List = ({ title, about, none, children }: ListProps) => (
  <section>
    <h3>{title}</h3>
    <p className="exercise-about">{about}</p>
    {children.length === 0 ? <p className="exercise-about">{none}</p> : <ul>{children}</ul>}
  </section>
);

/** Of one's own map: it leads there. */
function Own({ claim }: { claim: Claim }) {
  const show = useShowClaim();
  return (
    <button type="button" lang={claim.language} onClick={() => show(claim.id)}>
      {claim.text}
    </button>
  );
}

function Otherwise({ one: { own, is, should } }: { one: HangsOtherwise }) {
  const { t } = useTranslation('exercise');
  return (
    <li>
      <Own claim={own} />
      <dl>
        {(
          [
            ['is', is],
            ['should', should],
          ] as const
        ).map(([name, { relation, on }]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <RelationTag relation={relation} /> {on && <q lang={on.language}>{on.text}</q>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
