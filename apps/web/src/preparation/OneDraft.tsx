import { isBareProposal, waiting, type Proposal } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { describe } from '../open/describe.ts';
import { withGround } from '../open/keeping.ts';
import { standingOf, useDoc, useOpenMap } from '../open/openMap.ts';
import { mayDiscard } from '../open/proposals.ts';
import { useShowClaim } from '../open/showClaim.ts';
import { Signed } from '../open/Signed.tsx';
import { RelationTag } from '../relation/Relation.tsx';
import { TextDiff } from '../relation/TextDiff.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { short } from '../ui/short.ts';
import { useNow } from '../ui/useNow.ts';

const MOST = 24;

/** A draft as it will be told, what it hangs on, and what may be done about it. */
export function OneDraft({ draft }: { draft: Proposal }) {
  const { t } = useTranslation('preparation');
  const { t: edits } = useTranslation('edits');
  const session = useOpenMap();
  const goTo = useShowClaim();
  const now = useNow();
  const view = useDoc((state) => state.view); // a draft may speak of anything in it
  const told = describe(edits, view, waiting(draft));
  const mayPublish = useDoc((doc) => standingOf(doc, { kind: 'publish', proposals: [draft.id] }, now) !== 'refused'); // prettier-ignore
  const isMine = useDoc((me) => mayDiscard(draft, me));
  const isThere = useDoc(({ proposed }) => [...proposed.values()].some((waits) => waits.includes(draft)));
  const { about, place, sign } = told;
  const publish = (): void => {
    const drafts = withGround(session.doc.getState(), draft).map(({ id }) => id);
    session.screen.getState().ask({ for: 'publish', drafts });
  };
  return (
    <li className="draft" data-side={draft.side === null ? undefined : 'theirs'}>
      <p className="draft-head">
        {sign === 'edit' ? <b>{told.kind}</b> : <RelationTag relation={sign} />}
        {place?.under && <span>{t('to', { text: short(place.under.text, MOST) })}</span>}
      </p>
      {isBareProposal(draft) ? (
        <p className="note">{t('purged')}</p>
      ) : told.rewording ? (
        <TextDiff {...told.rewording} />
      ) : (
        <p className="draft-words">{told.text ?? told.sentence}</p>
      )}
      {!isThere && <p className="note">{t('noPlace')}</p>}
      <p className="draft-foot">
        <small>
          <Signed stamp={draft} />
        </small>
        {about !== null && view.claims.has(about) && (
          <IconButton icon="focus" label={t('show')} onClick={() => goTo(about)} />
        )}
        {isMine && (
          <IconButton
            icon="trash"
            label={t('discard')}
            onClick={() => askFor(session, { kind: 'withdraw', proposal: draft.id })}
          />
        )}
        {mayPublish && isThere && <Button onClick={publish}>{t('publish')}</Button>}
      </p>
    </li>
  );
}
