import { commentsOn, type Comment, type FindMentions, type Id, type ReadMarks } from '@counterpoint/shared';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { mayFlag } from '../open/flags.ts';
import { GoesTo } from '../open/GoesTo.tsx';
import { goesTo } from '../open/keeping.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useDocList, useOpenMap, useStanding, type Selected } from '../open/openMap.ts';
import { Mentioned, useMentions } from '../open/Mentioned.tsx';
import { placeOfComment } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { serverNow } from '../open/serverTime.ts';
import { stoppedIn } from '../open/stopped.ts';
import { useTyped } from '../open/useTyped.ts';
import { WritesAs } from '../open/WritesAs.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { fits } from '../ui/room.ts';
import { useNow } from '../ui/useNow.ts';
import { Signed, useName } from '../open/Signed.tsx';
import { MentionField } from './MentionField.tsx';

/** Talk about a claim that is not yet a claim of its own. */
export function DiscussionTab({ claim }: Selected) {
  const { t } = useTranslation('claim');
  const comments = useDocList(({ view }) => commentsOn(view, claim.id));
  const { reading } = useOpenMap();
  const find = useMentions();
  /** What was unread when one came stays marked while one looks. */
  const [before] = useState(() => reading.getState().reading);
  // Whatever comes while it is in sight is read, too.
  useEffect(() => reading.open(claim.id, 'talk'), [reading, claim.id, comments]);
  const mayWrite =
    useStanding({ kind: 'comment', comment: claim.id, claim: claim.id, text: '…' }) !== 'refused';
  const stopped = useDoc((doc) => stoppedIn(doc)?.by ?? null);
  return (
    <div className="claim-tab">
      {comments.length === 0 && <p className="claim-quiet">{t('discussion.empty')}</p>}
      <ol className="comments" aria-label={t('tabs.discussion')}>
        {comments.map((comment) => (
          <OneComment key={comment.id} comment={comment} find={find} isNew={isNewTo(before, comment)} />
        ))}
      </ol>
      {mayWrite && <CommentForm claim={claim.id} />}
      {stopped && <p className="claim-quiet">{t(`discussion.stopped.${stopped}`)}</p>}
    </div>
  );
}

/** As the discussion begins anew with another claim, so does what was unread. */
const isNewTo = (reading: ReadMarks | null, { claim, by, at }: Comment): boolean =>
  reading !== null && by !== reading.me && at > Math.max(reading.since, reading.opened.get(claim)?.talk ?? 0);

interface OneCommentProps {
  comment: Comment;
  find: FindMentions;
  isNew: boolean;
}

function OneComment({ comment, find, isNew }: OneCommentProps) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const name = useName(comment.by);
  const me = useDoc((doc) => doc.participant);
  const removal = { kind: 'remove', id: comment.id } as const;
  const mayRemove = useStanding(removal) === 'change';
  const canFlag = useDoc((doc) => mayFlag(doc, comment.id));
  return (
    <li className="comment">
      <Avatar name={name} seed={comment.by ?? name} />
      <div>
        <small>
          <Signed stamp={comment} />
          {isNew && <span className="fresh">{t('discussion.new')}</span>}
        </small>
        <p>
          <Mentioned text={comment.text} find={find} me={me} />
        </p>
      </div>
      {canFlag && (
        <IconButton
          icon="warning"
          label={t('discussion.flag')}
          side="left"
          onClick={() => session.screen.getState().ask({ for: 'flag', about: comment.id })}
        />
      )}
      {mayRemove && (
        <IconButton
          icon="trash"
          label={t('discussion.remove')}
          side="left"
          onClick={() => askFor(session, removal)}
        />
      )}
    </li>
  );
}

function CommentForm({ claim }: { claim: Id }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const [typed, keep] = useTyped(placeOfComment(claim));
  const text = typed?.text ?? '';
  useNow(); // the phase may change it
  const to = useDoc((doc) => goesTo(doc, { kind: 'comment', comment: claim, claim, text: '…' }, serverNow()));
  const send = () => {
    if (text.trim() === '' || !fits(text, ROOM.comment)) return;
    if (askFor(session, { kind: 'comment', comment: newId(), claim, text: text.trim() })) keep(undefined);
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionField
        label={t('discussion.write')}
        placeholder={t('discussion.example')}
        rows={2}
        room={ROOM.comment}
        value={text}
        onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value, on: claim })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <GoesTo to={to} />
      <WritesAs />
      <Button type="submit" look="solid" disabled={text.trim() === ''}>
        {t('discussion.send')}
      </Button>
    </form>
  );
}
