import type { MapSummary, Role } from '@counterpoint/shared';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { byName } from '../i18n/inWords.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { Cards } from './Cards.tsx';
import { SORTS, type Sort } from './sorts.ts';

interface MyMapsProps {
  maps: readonly MapSummary[];
  /** What is looked for; '' for nothing. */
  words: string;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Stands after the maps. */
  children: ReactNode;
}

/** My maps as I sort them, those that hold the words in their title; and apart from them the archive. */
export function MyMaps({ maps, words, sort, onSort, children }: MyMapsProps) {
  const { t } = useTranslation('home');
  const [open, setOpen] = useState(false);
  const found = maps.filter(({ info }) => folded(info.title).includes(folded(words))).sort(ORDERS[sort]);
  const archived = found.filter(({ info }) => info.hold === 'archived');
  const present = found.filter(({ info }) => info.hold !== 'archived');
  const isShown = open || (words !== '' && archived.length > 0);
  const tools = maps.length > 1 && (
    <Select
      label={t('sort.label')}
      value={sort}
      onChange={({ target: { value } }) => onSort(SORTS.find((one) => one === value) ?? 'latest')}
    >
      {SORTS.map((one) => (
        <option key={one} value={one}>
          {t(`sort.${one}`)}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      <Cards title={t('mine')} maps={present} tools={tools}>
        {words === '' && children}
      </Cards>
      {words !== '' && found.length === 0 && <p className="none-found">{t('noTitle')}</p>}
      {archived.length > 0 && (
        <p className="archive">
          <Button look="plain" aria-expanded={isShown} onClick={() => setOpen(!isShown)}>
            {t(isShown ? 'archiveHide' : 'archiveShow', { count: archived.length })}
          </Button>
        </p>
      )}
      {isShown && archived.length > 0 && <Cards title={t('archiveTitle')} maps={archived} />}
    </>
  );
}

const byTitle = (one: MapSummary, other: MapSummary): number =>
  byName({ name: one.info.title }, { name: other.info.title });
const latest = (one: MapSummary, other: MapSummary): number => other.changedAt - one.changedAt;
/** Highest first; the schema of roles would be a large part of what home loads. */
const RANK: readonly (Role | null)[] = ['owner', 'moderator', 'participant', 'suggester', 'observer', null];
const rank = ({ role }: MapSummary): number => RANK.indexOf(role);

const ORDERS: Readonly<Record<Sort, (one: MapSummary, other: MapSummary) => number>> = {
  latest,
  name: byTitle,
  role: (one, other) => rank(one) - rank(other) || latest(one, other),
};

const folded = (words: string): string => words.normalize('NFKC').toLowerCase().trim();
