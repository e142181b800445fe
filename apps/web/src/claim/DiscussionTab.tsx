import { commentsOn, type Comment, type Id } from '@counterpoint/shared';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { mayFlag } from '../open/flags.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useDocList, useOpenMap, useStanding, type Selected } from '../open/openMap.ts';
import { placeOfComment } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { Signed, useName } from '../open/Signed.tsx';

/** Talk about a claim that is not yet a claim of its own. */
export function DiscussionTab({ claim }: Selected) {
  const { t } = useTranslation('claim');
  const comments = useDocList(({ view }) => commentsOn(view, claim.id));
  const mayWrite =
    useStanding({ kind: 'comment', comment: claim.id, claim: claim.id, text: '…' }) === 'change';
  return (
    <div className="claim-tab">
      {comments.length === 0 && <p className="claim-quiet">{t('discussion.empty')}</p>}
      <ol className="comments" aria-label={t('tabs.discussion')}>
        {comments.map((comment) => (
          <OneComment key={comment.id} comment={comment} />
        ))}
      </ol>
      {mayWrite && <CommentForm claim={claim.id} />}
    </div>
  );
}

function OneComment({ comment }: { comment: Comment }) {
  const { t } = useTranslation('claim');
  const session = useOpenMap();
  const name = useName(comment.by);
  const removal = { kind: 'remove', id: comment.id } as const;
  const mayRemove = useStanding(removal) === 'change';
  const canFlag = useDoc((doc) => mayFlag(doc, comment.id));
  return (
    <li className="comment">
      <Avatar name={name} seed={comment.by ?? name} />
      <div>
        <small>
          <Signed stamp={comment} />
        </small>
        <p>{comment.text}</p>
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
      <TextAreaField
        label={t('discussion.write')}
        placeholder={t('discussion.example')}
        rows={2}
        room={ROOM.comment}
        value={text}
        onChange={({ target: { value } }) => keep(value === '' ? undefined : { text: value, on: claim })}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <Button type="submit" look="solid" disabled={text.trim() === ''}>
        {t('discussion.send')}
      </Button>
    </form>
  );
}
