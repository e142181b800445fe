import { waiting, wordsAt, type Proposal, type SingleEdit } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { showPassage } from '../open/showPassage.ts';
import { useText } from '../open/useText.ts';

type Quote = Extract<SingleEdit, { readonly kind: 'quote' }>;

/** The passage that a proposed claim rests on, in the words of its text: a proposal holds its place alone. */
export function ProposedPassage({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('review');
  const { t: word } = useTranslation('claim');
  const { screen } = useOpenMap();
  const edit = waiting(proposal);
  const quote = (edit.kind === 'batch' ? edit.edits : [edit]).find(
    (part): part is Quote => part.kind === 'quote',
  );
  const { data } = useText(quote?.edition);
  const title = useDoc(
    ({ view }) => view.sources.get(view.editions.get(quote?.edition ?? '')?.source ?? '')?.title,
  );
  const words = quote && data && wordsAt(data.text, quote.start, quote.end);
  if (!quote || !words) return null;
  return (
    <>
      <h2>{t('passage')}</h2>
      <blockquote className="review-quote">{words}</blockquote>
      <p className="review-about">
        {word(`quotations.${quote.bearing}`)} ·{' '}
        <button type="button" onClick={() => showPassage(screen, quote)}>
          {title}
        </button>
      </p>
    </>
  );
}
