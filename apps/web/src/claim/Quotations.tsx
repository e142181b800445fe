import {
  bearingOf,
  isWebAddress,
  quotationsOf,
  standing,
  type Claim,
  type Quotation,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/Button.tsx';
import { useNow } from '../ui/useNow.ts';
import type { ClaimPanelProps } from './ClaimPanel.tsx';
import { Signed } from './Signed.tsx';

type QuotationsProps = Pick<ClaimPanelProps, 'view' | 'me' | 'edit'> & { readonly claim: Claim };

/** The passages that a claim rests on, in the words of their source and with their place in it. */
export function Quotations({ view, me, edit, claim }: QuotationsProps) {
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
            <QuotedWords view={view} quotation={quotation} />
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

function QuotedWords({ view, quotation }: Pick<QuotationsProps, 'view'> & { quotation: Quotation }) {
  const { t } = useTranslation('claim');
  const edition = view.editions.get(quotation.edition);
  const source = view.sources.get(edition?.source ?? '');
  const before = [...(edition?.text ?? '')].slice(0, quotation.start);
  const mark = edition?.marks.findLast(({ start }) => start <= quotation.start);
  const paragraph = before.join('').split(/\n+/).length;
  const place = [source?.title, mark?.speaker, t('quotations.paragraph', { number: paragraph })].filter(
    Boolean,
  );
  const isWeb = isWebAddress(source?.url ?? '');
  return (
    <>
      <blockquote lang={source?.language}>{quotation.exact}</blockquote>
      <p className="claim-quoted">
        {isWeb ? (
          <a href={source?.url} target="_blank" rel="noopener nofollow noreferrer">
            {place.join(' · ')}
          </a>
        ) : (
          <span>{place.join(' · ')}</span>
        )}
      </p>
    </>
  );
}
