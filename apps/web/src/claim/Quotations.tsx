import {
  bearingOf,
  isWebAddress,
  quotationsOf,
  wordsAt,
  type Claim,
  type EditionText,
  type Quotation,
} from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { IconButton } from '../ui/Button.tsx';
import { Signed } from './Signed.tsx';

/** The passages that a claim rests on, in the words of their source and with their place in it. */
export function Quotations({ claim }: { claim: Claim }) {
  const { t } = useTranslation('claim');
  const quotations = useDocList(({ view }) => quotationsOf(view, claim.id));
  if (quotations.length === 0) return null;
  return (
    <section className="claim-section">
      <h2>
        {t('quotations.title')} <span className="claim-count">{quotations.length}</span>
      </h2>
      <ul className="claim-quotations">
        {quotations.map((quotation) => (
          <OneQuotation key={quotation.id} quotation={quotation} claim={claim} />
        ))}
      </ul>
    </section>
  );
}

function OneQuotation({ quotation, claim }: { quotation: Quotation; claim: Claim }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const bearing = bearingOf(quotation, claim);
  const removal = { kind: 'remove', id: quotation.id } as const;
  const mayRemove = useStanding(removal) === 'change';
  return (
    <li data-bearing={bearing}>
      <QuotedWords quotation={quotation} />
      <p className="claim-quoted">
        <span>{t(`quotations.${bearing}`)}</span>
        <Signed stamp={quotation} />
        {mayRemove && (
          <IconButton icon="trash" label={t('quotations.remove')} onClick={() => askFor(session, removal)} />
        )}
      </p>
    </li>
  );
}

/** The text is fetched for the place alone: without it the words still stand. */
function QuotedWords({ quotation }: { quotation: Quotation }) {
  const { t } = useTranslation('claim');
  const { id: map } = useOpenMap();
  const source = useDoc(({ view }) => view.sources.get(view.editions.get(quotation.edition)?.source ?? ''));
  const { data } = useQuery({
    // A removal, and a purge above all, changes what may be read.
    queryKey: ['text', quotation.edition, source?.removed ?? null],
    queryFn: () => valueOf(api.text(map, quotation.edition)),
    staleTime: Infinity,
  });
  const place = useMemo(() => placeIn(data, quotation.start), [data, quotation.start]);
  const paragraph = place && t('quotations.paragraph', { number: place.paragraph });
  const where = [source?.title, place?.speaker, paragraph].filter(Boolean).join(' · ');
  const words = quotation.exact || (data && wordsAt(data.text, quotation.start, quotation.end));
  const isWeb = isWebAddress(source?.url ?? '');
  return (
    <>
      <blockquote lang={source?.language}>{words}</blockquote>
      <p className="claim-quoted">
        {isWeb ? (
          <a href={source?.url} target="_blank" rel="noopener nofollow noreferrer">
            {where}
          </a>
        ) : (
          <span>{where}</span>
        )}
      </p>
    </>
  );
}

/** `start` counts code points. */
function placeIn(
  found: EditionText | undefined,
  start: number,
): { readonly speaker: string | undefined; readonly paragraph: number } | undefined {
  if (!found?.text) return undefined;
  const before = wordsAt(found.text, 0, start) ?? '';
  const mark = found.marks.findLast((one) => one.start <= start);
  return { speaker: mark?.speaker, paragraph: before.split(/\n+/).length };
}
