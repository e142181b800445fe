import { nearest, relationOfClaim, wordsAt, type Edit, type Quotation } from '@counterpoint/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { showBeside, showPassage } from '../open/showPassage.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { startEditing } from '../open/writing.ts';
import { useText } from '../open/useText.ts';
import { useWordsNow } from '../open/useWordsNow.ts';
import { RelationTag } from '../relation/Relation.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';
import { Button } from '../ui/Button.tsx';

/** One quotation that a new edition changed or took away: what became of it, and the ways on. */
export function Settling({ quotation }: { quotation: Quotation }) {
  const { t } = useTranslation('source');
  const { screen } = useOpenMap();
  const settle = useSettling(quotation);
  const now = useWordsNow(quotation);
  const hint = useHint(quotation);
  const language = useDoc(({ view }) => languageOf(view, quotation));
  const { stands } = quotation;
  if (!stands) return null;
  const gone = stands.status === 'orphaned';
  const show = (start: number, end: number): void =>
    showPassage(screen, { edition: stands.edition, start, end });
  return (
    <section className="source-box waits">
      <p className="source-box-head">
        <span className="source-amber">{t(gone ? 'settle.gone' : 'settle.changed')}</span>
        <button type="button" onClick={() => showBeside(screen, quotation)}>
          {t('settle.old')}
        </button>
        {!gone && (
          <button type="button" onClick={() => show(stands.start, stands.end)}>
            {t('settle.new')}
          </button>
        )}
      </p>
      <TextDiff before={quotation.exact} after={now ?? quotation.exact} lang={language} />
      {hint && (
        <div className="source-nearest">
          <small>{t('settle.nearest', { likeness: likeness(hint.likeness) })}</small>
          <button type="button" lang={language} onClick={() => show(hint.start, hint.end)}>
            {hint.words}
          </button>
        </div>
      )}
      <ClaimOf quotation={quotation} />
      {settle.may && (
        <div className="source-ways">
          {!gone && (
            <Button look="solid" onClick={() => settle.take(stands)}>
              {t('settle.take')}
            </Button>
          )}
          {hint && <Button onClick={() => settle.take(hint)}>{t('settle.takeNearest')}</Button>}
          <Button onClick={settle.keep}>{t('settle.keep')}</Button>
          <Button onClick={settle.another}>{t('settle.another')}</Button>
          {!gone && <Button onClick={settle.reword}>{t('settle.reword')}</Button>}
          <Button look="danger" onClick={settle.retire}>
            {t('settle.retire')}
          </Button>
        </div>
      )}
    </section>
  );
}

function ClaimOf({ quotation }: { quotation: Quotation }) {
  const goTo = useShowClaim();
  const claim = useDoc(({ view }) => view.claims.get(quotation.claim));
  const relation = useDoc(({ view }) => (claim ? relationOfClaim(view, claim) : 'thesis'));
  if (!claim) return null;
  return (
    <button
      type="button"
      className="source-claim"
      data-relation={relation}
      lang={claim.language}
      onClick={() => goTo(claim.id)}
    >
      <RelationTag relation={relation} />
      {claim.text}
    </button>
  );
}

type Place = { readonly start: number; readonly end: number };

/** [Q7] Each way ends the waiting. */
function useSettling({ id, claim, edition, start, end, bearing, stands }: Quotation) {
  const session = useOpenMap();
  const goTo = useShowClaim();
  const keep: Edit = { kind: 'requote', quotation: id, edition, start, end, bearing };
  const other = bearing === 'verbatim' ? 'paraphrase' : bearing;
  return {
    may: useStanding(keep) !== 'refused',
    keep: () => void askFor(session, keep),
    take: (place: Place) =>
      void askFor(session, {
        kind: 'requote',
        quotation: id,
        edition: stands?.edition ?? edition,
        start: place.start,
        end: place.end,
        bearing: other,
      }),
    /** The reader shows the new text, and takes the next passage that is chosen there. */
    another: () => {
      const { requote } = session.screen.getState();
      requote(id);
      showPassage(session.screen, { edition: stands?.edition ?? edition, start: stands?.start ?? 0, end: stands?.end ?? 0 }); // prettier-ignore
    },
    reword: () => {
      goTo(claim);
      startEditing(session, claim);
    },
    retire: () => void askFor(session, { kind: 'remove', id }),
  };
}

type Hint = Place & { readonly words: string; readonly likeness: number };

/** Less alike than this is no help. */
const LEAST_LIKE = 0.4;

/** The sentence most like words that are gone: a hint for a person, never an anchor. */
function useHint({ stands, exact }: Quotation): Hint | undefined {
  const { data } = useText(stands?.status === 'orphaned' ? stands.edition : undefined);
  return useMemo(() => {
    const found = data && nearest(data.text, exact);
    if (!found || found.likeness < LEAST_LIKE) return undefined;
    return { ...found, words: wordsAt(data.text, found.start, found.end) ?? '' };
  }, [data, exact]);
}

const likeness = (value: number): string => value.toFixed(2).replace(/^0/, '');

const languageOf = (view: Parameters<typeof relationOfClaim>[0], { edition }: Quotation): string =>
  view.sources.get(view.editions.get(edition)?.source ?? '')?.language ?? view.info.language;
