import { debateOf, relationOf, standAt, type Claim, type Id } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { serverNow } from '../open/serverTime.ts';
import { argumentIn, electorate, isVotedOn, mayVoteOn, ratedIn, voteEdit } from '../open/voting.ts';
import { Icon } from '../ui/Icon.tsx';
import { useNow } from '../ui/useNow.ts';
import { CameOut } from './CameOut.tsx';
import { Rating } from './Rating.tsx';

/** [E-03] How right the claim is, and how much its argument counts: two questions, each with what came out. */
export function Ratings({ claim, premise }: { claim: Claim; premise: Id }) {
  const argument = useDoc(({ view }) => argumentIn(view, premise));
  const isAsked = useDoc(({ view }) => view.info.votes !== 'off');
  if (!isAsked) return null;
  return (
    <section className="ratings">
      <OnClaim claim={claim.id} />
      {argument !== null && <OnArgument argument={argument} />}
      <WhenShown on={claim.id} />
    </section>
  );
}

function OnClaim({ claim }: { claim: Id }) {
  const { t } = useTranslation('ratings');
  const ends = [t('claim.low'), t('claim.middle'), t('claim.high')] as const;
  return <One on={claim} question={t('claim.question')} respect={t('claim.respect')} ends={ends} />;
}

/** What is asked of an argument says what it is for: to support, to rebut, or to undercut. */
function OnArgument({ argument }: { argument: Id }) {
  const { t } = useTranslation('ratings');
  const relation = useDoc(({ view }) => {
    const one = view.arguments.get(argument);
    return one ? relationOf(one) : 'support';
  });
  const isOfThesis = useDoc(({ view }) => view.claims.get(view.arguments.get(argument)?.target.id ?? '')?.home === null); // prettier-ignore
  const kind = relation === 'undercut' ? 'undercut' : relation === 'rebut' ? 'rebut' : 'support';
  const ends = [t('argument.low'), t('argument.middle'), t(`argument.${kind}.high`)] as const;
  const question = t(isOfThesis ? `argument.${kind}.thesis` : `argument.${kind}.question`);
  return <One on={argument} question={question} respect={t('argument.respect')} ends={ends} />;
}

interface OneProps {
  on: Id;
  question: string;
  respect: string;
  ends: readonly [string, string, string];
}

function One({ on, ...asked }: OneProps) {
  const { t } = useTranslation('ratings');
  const session = useOpenMap();
  useNow(); // a phase may end meanwhile
  const disabled = useDoc((doc) => !mayVoteOn(doc, on));
  const { mine, tally, earlier, isAskedAnew } = useDoc(useShallow((doc) => ratedIn(doc, on)));
  return (
    <>
      <Rating
        {...asked}
        value={mine}
        disabled={disabled}
        onRate={(value) => askFor(session, voteEdit(session.doc.getState(), on, value))}
      />
      {tally && <CameOut tally={tally} ends={asked.ends} />}
      {earlier > 0 && (
        <p className="rating-earlier">
          {t('earlier', { count: earlier })} {isAskedAnew && <b>{t('again')}</b>}
        </p>
      )}
    </>
  );
}

/** [E-04] How many have voted, and when what came out is shown. */
function WhenShown({ on }: { on: Id }) {
  const { t } = useTranslation('ratings');
  const info = useDoc(({ view }) => view.info);
  const voted = useDoc((doc) => ratedIn(doc, on).ballot?.voted ?? 0);
  const isShown = useDoc((doc) => ratedIn(doc, on).tally !== undefined);
  const all = useDoc(({ view }) => electorate(view));
  const isInPhase = useDoc(({ view }) => {
    const debate = debateOf(view);
    return debate ? (standAt(debate, serverNow()).phase?.may.includes('vote') ?? false) : false;
  });
  if (isShown) return null;
  const when = info.votes === 'own' ? 'own' : info.votes === 'open' ? (voted > 0 ? 'few' : 'open') : isInPhase ? 'phase' : 'later'; // prettier-ignore
  return (
    <p className="rating-hidden">
      <Icon name="hidden" size={18} />
      <span>
        <b>{t('voted', { voted, all })}</b> {t(`when.${when}`)}
        <small>{t(isVotedOn({ info }) ? 'until' : 'closed')}</small>
      </span>
    </p>
  );
}
