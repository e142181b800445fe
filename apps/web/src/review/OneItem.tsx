import { waiting, type Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { describe } from '../open/describe.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Signed } from '../open/Signed.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';
import { WhereItStands } from '../relation/WhereItStands.tsx';
import { Button } from '../ui/Button.tsx';
import { Flagged } from './Flagged.tsx';
import { LookedAt } from './LookedAt.tsx';
import { ProposedPassage } from './ProposedPassage.tsx';
import type { Item } from './queue.ts';
import { SaidBefore } from './SaidBefore.tsx';
import { ShowOnMap } from './ShowOnMap.tsx';
import { WhereYouStand } from './WhereYouStand.tsx';

interface OneItemProps {
  item: Item;
  /** Which one of how many. */
  place: readonly [number, number];
}

/** What would change, where it would stand, what it rests on, and what was said of it before. */
export function OneItem({ item, place: [nth, all] }: OneItemProps) {
  const { t } = useTranslation('review');
  const { proposal, quotation, flagged } = item;
  return (
    <article className="review-item">
      <header>
        <b className="review-kind" data-kind={item.kind}>
          {t(`kind.${item.kind}`)}
        </b>
        <Signed stamp={{ by: item.by, at: item.at }} />
        <LookedAt id={item.id} inWords />
        <span>{t('nth', { nth, all })}</span>
      </header>
      {proposal && <ProposedChange proposal={proposal} />}
      {quotation && <ChangedPassage claim={quotation.claim} words={quotation.exact} />}
      {flagged !== undefined && <Flagged about={flagged} />}
    </article>
  );
}

function ProposedChange({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('review');
  const { t: edits } = useTranslation('edits');
  const view = useDoc((state) => state.view);
  const told = describe(edits, view, waiting(proposal));
  const { rewording, about } = told;
  const isMerger = waiting(proposal).kind === 'merge-claim';
  return (
    <>
      <h2>{t('changes')}</h2>
      {rewording ? (
        <div className="review-sides">
          <div>
            <small>{t(isMerger ? 'merged.this' : 'now')}</small>
            <p>{rewording.before}</p>
          </div>
          <div>
            <small>{t(isMerger ? 'merged.into' : 'proposed')}</small>
            {isMerger ? <p>{rewording.after}</p> : <TextDiff {...rewording} />}
          </div>
        </div>
      ) : (
        <p className="review-words">{told.text ?? told.sentence}</p>
      )}
      {told.text !== null && <p className="review-about">{told.sentence}</p>}
      {told.place && (
        <>
          <h2>{t('inPlace')}</h2>
          <WhereItStands place={told.place} />
        </>
      )}
      {isMerger && <p className="review-about">{t('merged.means')}</p>}
      <ShowOnMap claim={about} />
      <ProposedPassage proposal={proposal} />
      <WhereYouStand proposal={proposal} />
      <SaidBefore proposal={proposal} />
    </>
  );
}

/** A quotation that a new edition changed: its ways on stand in the pane of quotations. */
function ChangedPassage({ claim, words }: { claim: string; words: string }) {
  const { t } = useTranslation('review');
  const { screen } = useOpenMap();
  const text = useDoc(({ view }) => view.claims.get(claim)?.text ?? '');
  const settle = (): void => {
    const { select, showTab, openPanel } = screen.getState();
    select(claim);
    showTab('quotations');
    openPanel(true);
  };
  return (
    <>
      <h2>{t('quoted')}</h2>
      <p className="review-words">{words}</p>
      <p className="review-about">{t('restsOnIt', { text })}</p>
      <Button look="solid" onClick={settle}>
        {t('settle')}
      </Button>
    </>
  );
}
