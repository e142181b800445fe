import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { useDoc, useOpenMap, useScreen } from '../open/openMap.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Spinner.tsx';
import { askOf, NO_FILTER } from './filter.ts';
import { OneRow } from './OneRow.tsx';
import { RecordFilters } from './RecordFilters.tsx';
import './record.css';

/** [M-08] Who did, proposed and decided what, and why: the latest first, as far as this person may see it. */
export function RecordView() {
  const { t } = useTranslation('record');
  const { id: map } = useOpenMap();
  const claim = useScreen((state) => state.recorded);
  const [filter, setFilter] = useState(NO_FILTER);
  const version = useDoc((state) => state.version ?? 0);
  const asked = askOf(filter, claim);
  const record = useInfiniteQuery({
    queryKey: ['record', map, asked],
    queryFn: ({ pageParam }) =>
      valueOf(api.record(map, { ...asked, ...(pageParam ? { before: pageParam } : {}) })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ older }) => older,
  });
  const rows = record.data?.pages.flatMap((page) => page.rows) ?? [];
  const isBehind = version > (record.data?.pages[0]?.version ?? version);
  return (
    <div className="record" tabIndex={-1}>
      <RecordFilters {...{ filter, asked, claim }} onFilter={setFilter} />
      {isBehind && (
        <p className="record-behind" role="status">
          {t('behind')} <Button onClick={() => void record.refetch()}>{t('refresh')}</Button>
        </p>
      )}
      {rows.length > 0 && (
        <ol className="record-rows" aria-label={t('view')}>
          {rows.map((row) => (
            <OneRow key={`${row.version} ${row.part}`} row={row} />
          ))}
        </ol>
      )}
      <RecordEnd
        state={record.isError ? 'failed' : record.isPending || record.isFetchingNextPage ? 'loading' : record.hasNextPage ? 'more' : rows.length === 0 ? 'none' : 'end'} // prettier-ignore
        onMore={() => void (record.data ? record.fetchNextPage() : record.refetch())}
      />
    </div>
  );
}

interface EndProps {
  state: 'failed' | 'loading' | 'more' | 'none' | 'end';
  onMore: () => void;
}

/** What stands beneath the rows. */
function RecordEnd({ state, onMore }: EndProps) {
  const { t } = useTranslation('record');
  switch (state) {
    case 'loading':
      return (
        <div className="record-end" aria-busy="true" aria-label={t('loading')}>
          <Skeleton width="40%" />
          <Skeleton />
          <Skeleton width="70%" />
        </div>
      );
    case 'failed':
      return (
        <div className="record-end">
          <p role="alert">{t('failed')}</p>
          <Button onClick={onMore}>{t('again')}</Button>
        </div>
      );
    case 'more':
      return (
        <div className="record-end">
          <Button onClick={onMore}>{t('more')}</Button>
        </div>
      );
    case 'none':
      return (
        <EmptyState title={t('none')}>
          <p>{t('noneWords')}</p>
        </EmptyState>
      );
    case 'end':
      return <p className="record-end record-quiet">{t('end')}</p>;
  }
}
