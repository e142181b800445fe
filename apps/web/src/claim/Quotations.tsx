import {
  bearingOf,
  isWebAddress,
  quotationsOf,
  standing,
  wordsAt,
  type Claim,
  type EditionText,
  type Quotation,
} from '@counterpoint/shared';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { useNow } from '../ui/useNow.ts';
import type { ClaimPanelProps } from './panelProps.ts';
import { Signed } from './Signed.tsx';

type QuotationsProps = Pick<ClaimPanelProps, 'view' | 'me' | 'edit' | 'loadText'> & {
  readonly claim: Claim;
};

/** The passages that a claim rests on, in the words of their source and with their place in it. */
export function Quotations({ view, me, edit, loadText, claim }: QuotationsProps) {
  const { t } = useTranslation('claim');
  const now = useNow();
  const quotations = quotationsOf(view, claim.id);
  if (quotations.length === 0) return null;
  const removal = (quotation: Quotation) => ({ kind: 'remove', id: quotation.id }) as const;
  return (
    <section className="claim-section">
      <h2>
        {t('quotations.title')} <span className="claim-count">{quotations.length}</span>
      </h2>
      <ul className="claim-quotations">
        {quotations.map((quotation) => (
          <li key={quotation.id} data-bearing={bearingOf(quotation, claim)}>
            <QuotedWords {...{ view, quotation, loadText }} />
            <p className="claim-quoted">
              <span>{t(`quotations.${bearingOf(quotation, claim)}`)}</span>
              <Signed view={view} stamp={quotation} />
              {standing(view, removal(quotation), me.participant, now) === 'change' && (
                <IconButton
                  icon="trash"
                  label={t('quotations.remove')}
                  onClick={() => edit(removal(quotation))}
                />
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

type QuotedWordsProps = Pick<QuotationsProps, 'view' | 'loadText'> & { readonly quotation: Quotation };

/** The text is fetched for the place alone: without it the words still stand. */
function QuotedWords({ view, quotation, loadText }: QuotedWordsProps) {
  const { t } = useTranslation('claim');
  const edition = view.editions.get(quotation.edition);
  const source = view.sources.get(edition?.source ?? '');
  const { data } = useQuery({
    // A removal, and a purge above all, changes what may be read.
    queryKey: ['text', quotation.edition, source?.removed ?? null],
    queryFn: () => loadText(quotation.edition),
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
