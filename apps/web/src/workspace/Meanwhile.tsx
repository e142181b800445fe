import { Edit, isBareProposal, waiting, type Proposal, type SingleEdit } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { describe } from '../open/describe.ts';
import { useDoc } from '../open/openMap.ts';
import { useReasonText } from '../relation/reasonText.ts';

type Decide = Extract<SingleEdit, { readonly kind: 'decide' }>;

/** [M-06] Of a verdict that came too late: on what it was, and what became of that meanwhile. */
export function Meanwhile({ edit }: { edit: unknown }) {
  const proposals = useDoc(({ confirmed }) => confirmed.proposals);
  const { data } = Edit.safeParse(edit);
  const parts = data?.kind === 'batch' ? data.edits : data ? [data] : [];
  return parts
    .filter((part) => part.kind === 'decide')
    .map((decide) => {
      const proposal = proposals.get(decide.proposal);
      const isSame = proposal?.state === 'pending' && (decide.seen ?? proposal.at) === proposal.at;
      return proposal && !isSame && <OneProposal key={proposal.id} proposal={proposal} mine={decide} />;
    });
}

function OneProposal({ proposal, mine }: { proposal: Proposal; mine: Decide }) {
  const { t } = useTranslation('map');
  const { t: claim } = useTranslation('claim');
  const { t: edits } = useTranslation('edits');
  const reasonText = useReasonText();
  const confirmed = useDoc((state) => state.confirmed);
  const { state, decided } = proposal;
  const name = confirmed.participants.get(decided?.by ?? '')?.name ?? t('address.someone');
  const { rewording, text, sentence } = describe(edits, confirmed, waiting(proposal));
  // What a moderator wrote stands beneath, to be copied.
  const why = mine.code && mine.code !== 'other' ? reasonText({ code: mine.code, reason: null }) : '';
  return (
    <div className="tray-meanwhile">
      {!isBareProposal(proposal) && <p>{rewording?.after ?? text ?? sentence}</p>}
      <dl>
        <dt>{t('tray.mine')}</dt>
        <dd>
          <b>{claim(`review.state.${mine.verdict}`)}</b> {why}
        </dd>
        <dt>{state === 'pending' ? t('tray.now') : name}</dt>
        <dd>
          <b>{state === 'pending' ? t('tray.cameAgain') : claim(`review.state.${state}`)}</b>{' '}
          {reasonText(proposal)}
        </dd>
      </dl>
    </div>
  );
}
