import { waiting, type Proposal, type Quotation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { describe, type Told } from '../open/describe.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { Signed } from '../open/Signed.tsx';
import { useWordsNow } from '../open/useWordsNow.ts';
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
  onPrevious: () => void;
  onNext: () => void;
}

/** What would change, where it would stand, what it rests on, and what was said of it before. */
export function OneItem({ item, place, onPrevious, onNext }: OneItemProps) {
  const { t } = useTranslation('review');
  const { proposal, quotation, flagged } = item;
  const [nth, all] = place;
  return (
    <article className="review-item">
      <header>
        <b className="review-kind" data-kind={item.kind}>
          {t(`kind.${item.kind}`)}
        </b>
        <Signed stamp={{ by: item.by, at: item.at }} />
        <LookedAt id={item.id} inWords />
        <span className="review-place">{t('nth', { nth, all })}</span>
        <Step text={t('previous')} keys="K" isOff={nth === 1} onPress={onPrevious} />
        <Step text={t('next')} keys="J" isOff={nth === all} onPress={onNext} />
      </header>
      {proposal && <ProposedChange proposal={proposal} />}
      {quotation && <ChangedPassage quotation={quotation} />}
      {flagged !== undefined && <Flagged about={flagged} />}
    </article>
  );
}

interface StepProps {
  text: string;
  keys: string;
  isOff: boolean;
  onPress: () => void;
}

function Step({ text, keys, isOff, onPress }: StepProps) {
  return (
    <button type="button" className="review-step" aria-keyshortcuts={keys} disabled={isOff} onClick={onPress}>
      <kbd aria-hidden="true">{keys}</kbd> {text}
    </button>
  );
}

function ProposedChange({ proposal }: { proposal: Proposal }) {
  const { t: edits } = useTranslation('edits');
  const { t } = useTranslation('review');
  const view = useDoc((state) => state.view);
  const told = describe(edits, view, waiting(proposal));
  return (
    <div className="review-columns">
      <div>
        <ProposedWords proposal={proposal} told={told} />
        <ProposedPassage proposal={proposal} />
        <SaidBefore proposal={proposal} />
      </div>
      <div>
        {told.place && (
          <>
            <h2>{t('inPlace')}</h2>
            <WhereItStands place={told.place} />
          </>
        )}
        <ShowOnMap claim={told.about} />
        <WhereYouStand proposal={proposal} />
      </div>
    </div>
  );
}

function ProposedWords({ proposal, told }: { proposal: Proposal; told: Told }) {
  const { t } = useTranslation('review');
  const { rewording } = told;
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
      {isMerger && <p className="review-about">{t('merged.means')}</p>}
    </>
  );
}

/** A quotation that a new edition changed: its ways on stand in the pane of quotations. */
function ChangedPassage({ quotation }: { quotation: Quotation }) {
  const { t } = useTranslation('review');
  const { screen } = useOpenMap();
  const { claim, exact } = quotation;
  const now = useWordsNow(quotation);
  const text = useDoc(({ view }) => view.claims.get(claim)?.text ?? '');
  const settle = (): void => {
    const { select, showTab, openPanel } = screen.getState();
    select(claim);
    showTab('quotations');
    openPanel(true);
  };
  return (
    <>
      <h2>{t(now === '' ? 'quotedGone' : 'quotedChanged')}</h2>
      <div className="review-words">
        <TextDiff before={exact} after={now ?? exact} />
      </div>
      <p className="review-about">{t('restsOnIt', { text })}</p>
      <Button look="solid" onClick={settle}>
        {t('settle')}
      </Button>
    </>
  );
}
