import { isLive, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { api, type RecordAsk } from '../api.ts';
import { interfaceLanguage } from '../i18n/i18n.ts';
import { byName } from '../i18n/inWords.ts';
import { useDoc, useDocList, useOpenMap, useScreen } from '../open/openMap.ts';
import { IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SPANS, type Filter, type SpanName } from './filter.ts';
import { ALL_GROUPS, type Group } from './kinds.ts';

interface FiltersProps {
  filter: Filter;
  asked: RecordAsk;
  claim: Id | null;
  onFilter: (filter: Filter) => void;
}

/** By whom, what and since when; the table has the same rows. */
export function RecordFilters({ filter, asked, claim, onFilter }: FiltersProps) {
  const { t } = useTranslation('record');
  const { id: map } = useOpenMap();
  const people = useDocList(({ view }) => [...view.participants.values()].sort(byName));
  const since = (name: string): Filter['span'] =>
    name === '' ? null : { name: name as SpanName, from: Date.now() - SPANS[name as SpanName] };
  return (
    <div className="record-filters" role="group" aria-label={t('filters')}>
      <Select
        label={t('person')}
        value={filter.by ?? ''}
        onChange={({ target }) => onFilter({ ...filter, by: target.value || null })}
      >
        <option value="">{t('everyone')}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t('what')}
        value={filter.group ?? ''}
        onChange={({ target }) => onFilter({ ...filter, group: (target.value || null) as Group | null })}
      >
        <option value="">{t('everything')}</option>
        {ALL_GROUPS.map((group) => (
          <option key={group} value={group}>
            {t(`group.${group}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t('when')}
        value={filter.span?.name ?? ''}
        onChange={({ target }) => onFilter({ ...filter, span: since(target.value) })}
      >
        <option value="">{t('always')}</option>
        {(Object.keys(SPANS) as SpanName[]).map((name) => (
          <option key={name} value={name}>
            {t(`span.${name}`)}
          </option>
        ))}
      </Select>
      <a className="button ghost record-csv" href={api.recordUrl(map, asked, interfaceLanguage())} download>
        <Icon name="download" size={16} />
        {t('csv')}
      </a>
      {claim !== null && <AboutClaim claim={claim} />}
    </div>
  );
}

/** Only what was done to one claim, until that is taken back. */
function AboutClaim({ claim }: { claim: Id }) {
  const { t } = useTranslation('record');
  const about = useDoc(({ view }) => view.claims.get(claim));
  const isThere = useDoc(({ view }) => isLive(view, claim));
  const showRecord = useScreen((state) => state.showRecord);
  return (
    <p className="record-about">
      <span lang={about?.language}>{t('about', { text: about?.text || t('removed') })}</span>
      {!isThere && about?.text && <small>{t('removed')}</small>}
      <IconButton icon="close" label={t('aboutAll')} onClick={() => showRecord(null)} />
    </p>
  );
}
