import {
  Bearing,
  bearingOf,
  isUnsettled,
  isWebAddress,
  quotationsOf,
  wordsAt,
  type Claim,
  type EditionText,
  type Quotation,
} from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap, useStanding } from '../open/openMap.ts';
import { passageOf, showPassage } from '../open/showPassage.ts';
import { useText } from '../open/useText.ts';
import { IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';
import { Gloss } from './Gloss.tsx';
import { Signed } from '../open/Signed.tsx';

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
  const removal = { kind: 'remove', id: quotation.id } as const;
  const mayRemove = useStanding(removal) === 'change';
  return (
    <li data-bearing={bearingOf(quotation, claim)}>
      <QuotedWords quotation={quotation} />
      <Gloss quotation={quotation} />
      <p className="claim-quoted">
        <BearingOf quotation={quotation} claim={claim} />
        <Signed stamp={quotation} />
        {quotation.rule !== '' && <span>{t('quotations.suggested')}</span>}
        {mayRemove && (
          <IconButton icon="trash" label={t('quotations.remove')} onClick={() => askFor(session, removal)} />
        )}
      </p>
    </li>
  );
}

/** How the claim rests on it. Only the same words are word for word: that is not chosen. */
function BearingOf({ quotation, claim }: { quotation: Quotation; claim: Claim }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const { id, edition, start, end } = quotation;
  const bearing = bearingOf(quotation, claim);
  const to = (next: Bearing) =>
    ({ kind: 'requote', quotation: id, edition, start, end, bearing: next }) as const;
  const mayChange = useStanding(to('inference')) !== 'refused';
  if (!mayChange) return <span>{t(`quotations.${bearing}`)}</span>;
  const isSame = quotation.exact === claim.text;
  return (
    <Select
      className="claim-bearing"
      label={t('quotations.bearing')}
      value={bearing}
      onChange={({ target }) => askFor(session, to(Bearing.parse(target.value)))}
    >
      {Bearing.options
        .filter((one) => one !== 'verbatim' || isSame)
        .map((one) => (
          <option key={one} value={one}>
            {t(`quotations.${one}`)}
          </option>
        ))}
    </Select>
  );
}

/** The text is fetched for the place alone: without it the words still stand. */
function QuotedWords({ quotation }: { quotation: Quotation }) {
  const { t } = useTranslation('claim');
  const { screen } = useOpenMap();
  const source = useDoc(({ view }) => view.sources.get(view.editions.get(quotation.edition)?.source ?? ''));
  const passage = passageOf(quotation);
  const { data } = useText(passage.edition);
  const place = useMemo(() => placeIn(data, passage.start), [data, passage.start]);
  const paragraph = place && t('quotations.paragraph', { number: place.paragraph });
  const where = [source?.title, place?.speaker, paragraph].filter(Boolean).join(' · ');
  const isOwn = passage.edition === quotation.edition;
  const words = quotation.exact || (data && isOwn ? wordsAt(data.text, passage.start, passage.end) : '');
  return (
    <>
      <blockquote lang={source?.language}>{words}</blockquote>
      <p className="claim-quoted">
        <button
          type="button"
          className="claim-place"
          title={t('quotations.show')}
          onClick={() => showPassage(screen, passage)}
        >
          {where || t('quotations.show')}
        </button>
        {isWebAddress(source?.url ?? '') && (
          <a href={source?.url} target="_blank" rel="noopener nofollow noreferrer">
            {t('quotations.web')}
          </a>
        )}
        {isUnsettled(quotation) && <UnsettledBadge />}
      </p>
    </>
  );
}

function UnsettledBadge() {
  const { t } = useTranslation('claim');
  const { screen } = useOpenMap();
  return (
    <button type="button" className="claim-unsettled" onClick={() => screen.getState().showTab('quotations')}>
      {t('quotations.unsettled')}
    </button>
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
