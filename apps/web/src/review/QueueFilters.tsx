import { TOO_LONG, type ArgumentMap } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { inWait } from '../open/waits.ts';
import { Select } from '../ui/Field.tsx';
import { useNow } from '../ui/useNow.ts';
import { countsOf, NOBODY, type Filter, type Item } from './queue.ts';

interface QueueFiltersProps {
  queue: readonly Item[];
  filter: Filter;
  view: ArgumentMap;
  onFilter: (filter: Filter) => void;
}

/** [M-02] By kind, age, author, and who was asked. */
export function QueueFilters({ queue, filter, view, onFilter }: QueueFiltersProps) {
  const { t } = useTranslation('review');
  const now = useNow();
  const isOld = (item: Item): boolean => now - item.at >= TOO_LONG;
  const chip = (text: string, isOn: boolean, change: Partial<Filter>) => (
    <button key={text} type="button" aria-pressed={isOn} onClick={() => onFilter({ ...filter, ...change })}>
      {text}
    </button>
  );
  const old = queue.filter(isOld).length;
  const { before } = filter;
  return (
    <div className="review-filters">
      <div className="review-chips">
        {chip(t('all', { count: queue.length }), filter.kind === null, { kind: null })}
        {countsOf(queue).map(([kind, count]) =>
          chip(`${t(`kind.${kind}`)} ${count}`, filter.kind === kind, { kind }),
        )}
        {(old > 0 || before !== null) &&
          chip(t('older', { time: inWait(TOO_LONG), count: old }), before !== null, {
            before: before === null ? now - TOO_LONG : null,
          })}
      </div>
      <Choices {...{ queue, filter, view, onFilter }} />
    </div>
  );
}

function Choices({ queue, filter, view, onFilter }: QueueFiltersProps) {
  const { t } = useTranslation('review');
  const nameOf = (id: string): string => view.participants.get(id)?.name ?? t('someone');
  const authors = [...new Set(queue.flatMap(({ by }) => by ?? []))];
  const asked = [...new Set(queue.flatMap(({ proposal }) => proposal?.assigned ?? []))];
  const options = (ids: readonly string[]) =>
    ids.map((id) => (
      <option key={id} value={id}>
        {nameOf(id)}
      </option>
    ));
  return (
    <div className="review-choices">
      <Select
        label={t('order')}
        value={filter.latestFirst ? 'latest' : 'oldest'}
        onChange={({ target }) => onFilter({ ...filter, latestFirst: target.value === 'latest' })}
      >
        <option value="oldest">{t('oldestFirst')}</option>
        <option value="latest">{t('latestFirst')}</option>
      </Select>
      {authors.length > 1 && (
        <Select
          label={t('author')}
          value={filter.by ?? ''}
          onChange={({ target }) => onFilter({ ...filter, by: target.value || null })}
        >
          <option value="">{t('everyone')}</option>
          {options(authors)}
        </Select>
      )}
      {asked.length > 0 && (
        <Select
          label={t('asked')}
          value={filter.assigned ?? ''}
          onChange={({ target }) => onFilter({ ...filter, assigned: target.value || null })}
        >
          <option value="">{t('askedAnyone')}</option>
          <option value={NOBODY}>{t('askedNobody')}</option>
          {options(asked)}
        </Select>
      )}
    </div>
  );
}
