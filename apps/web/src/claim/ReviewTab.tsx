import {
  isBareProposal,
  isDecidedOn,
  may,
  stanceOn,
  type ArgumentMap,
  type Id,
  type Proposal,
  waiting,
  waitingFor,
} from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { RelationTag } from '../relation/Relation.tsx';
import { Verdict } from '../relation/Verdict.tsx';
import { describe, type Told } from '../open/describe.ts';
import { useDoc, useDocList, useScreen, useSelected } from '../open/openMap.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Signed } from '../open/Signed.tsx';
import { inWait, medianWait } from '../open/waits.ts';
import { TextDiff } from '../relation/TextDiff.tsx';
import { WhereItStands } from '../relation/WhereItStands.tsx';
import { stanceText } from '../relation/stanceText.ts';
import { useReasonText } from '../relation/reasonText.ts';
import { SentBack } from './SentBack.tsx';

const MOST_DECIDED = 20;

/** What waits for a moderator, those about the selected claim first; and what became of one's own. */
export function ReviewTab() {
  const { t } = useTranslation('claim');
  const claim = useSelected()?.claim.id ?? '';
  const about = useDocList(({ proposed }) => (proposed.get(claim) ?? []).map(({ id }) => id));
  const isHere = ({ id }: Proposal): boolean => about.includes(id);
  const waits = useDocList(({ view, participant }) => waitingFor(view, participant));
  const pending = waits.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
  const decided = useDocList(({ view, participant }) => ownDecided(view, participant));
  // [M-16] Of their own: others' proposals are not theirs to see.
  const median = useDoc(({ view }) => medianWait(view));
  const isReviewer = useDoc(({ role }) => may(role, 'review'));
  return (
    <div className="claim-tab">
      <p className="claim-quiet">
        {pending.length === 0 ? t('review.none') : t(isReviewer ? 'review.aboutReviewer' : 'review.aboutOwn')}
      </p>
      <ShowPolicy />
      {!isReviewer && median !== null && pending.length > 0 && (
        <p className="claim-quiet">{t('review.median', { time: inWait(median) })}</p>
      )}
      <ul className="proposals" aria-label={t('tabs.review')}>
        {pending.map((proposal) => (
          <OneProposal key={proposal.id} proposal={proposal} here={isHere(proposal)} />
        ))}
      </ul>
      {decided.length > 0 && (
        <section className="claim-section">
          <h2>{t('review.decided')}</h2>
          <ul className="proposals">
            {decided.map((proposal) => (
              <OneProposal key={proposal.id} proposal={proposal} here={false} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** [P17] Whoever proposes can read by what it is decided. */
function ShowPolicy() {
  const { t } = useTranslation('review');
  const ask = useScreen((state) => state.ask);
  return (
    <button type="button" className="claim-link claim-policy" onClick={() => ask({ for: 'policy' })}>
      {t('policy.title')}
    </button>
  );
}

function OneProposal({ proposal, here }: { proposal: Proposal; here: boolean }) {
  const { t } = useTranslation('claim');
  const { t: edits } = useTranslation('edits');
  const view = useDoc((state) => state.view); // a proposal may speak of anything in it
  const goTo = useShowClaim();
  const reasonText = useReasonText();
  const words = describe(edits, view, waiting(proposal));
  const { about } = words;
  return (
    <li className="proposal" data-here={here || undefined} data-state={proposal.state}>
      <small>
        {words.sign === 'edit' ? (
          <span className="claim-sign">{words.kind}</span>
        ) : (
          <RelationTag relation={words.sign} tint />
        )}
        <Signed stamp={proposal} />
        {proposal.state !== 'pending' && <b>{t(`review.state.${proposal.state}`)}</b>}
      </small>
      <ProposedWords proposal={proposal} words={words} />
      {words.place && proposal.state === 'pending' && <WhereItStands place={words.place} />}
      {(proposal.reason !== null || proposal.code !== null) && (
        <blockquote className="reason">
          <small>
            {proposal.decided && <Signed stamp={proposal.decided} />}
            <Stands proposal={proposal} about={about} />
          </small>
          {reasonText(proposal)}
        </blockquote>
      )}
      <SentBack proposal={proposal} />
      <div className="claim-buttons">
        <Verdict proposal={proposal} />
        {proposal.state === 'pending' && about !== null && view.claims.has(about) && (
          <button type="button" className="claim-link" onClick={() => goTo(about)}>
            {t('review.show')}
          </button>
        )}
      </div>
    </li>
  );
}

/** [M-11] Where whoever decided stands on the claim. */
function Stands({ proposal: { decided }, about }: { proposal: Proposal; about: Id | null }) {
  const { t } = useTranslation('review');
  const confirmed = useDoc((state) => state.confirmed);
  const by = decided?.by ?? null;
  const stance = about !== null && by !== null ? stanceOn(confirmed, about, by) : undefined;
  return stance && <span>{t('stance.beside', { what: stanceText(stance) })}</span>;
}

function ProposedWords({ proposal, words }: { proposal: Proposal; words: Told }) {
  const { t } = useTranslation('claim');
  if (isBareProposal(proposal)) return <p className="claim-quiet">{t('review.purged')}</p>;
  return words.rewording ? <TextDiff {...words.rewording} /> : <p>{words.text ?? words.sentence}</p>;
}

/** Latest first. */
function ownDecided(view: ArgumentMap, participant: Id | null): readonly Proposal[] {
  const own = [...view.proposals.values()].filter((one) => one.by === participant && isDecidedOn(one));
  return own.sort((a, b) => (b.decided?.at ?? 0) - (a.decided?.at ?? 0)).slice(0, MOST_DECIDED);
}
