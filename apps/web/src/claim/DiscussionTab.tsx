import { commentsOn, standing, type Comment } from '@counterpoint/shared';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOfComment } from '../open/placesOfWords.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { useNow } from '../ui/useNow.ts';
import type { OneClaim } from './panelProps.ts';
import { Signed } from './Signed.tsx';
import { useAsk } from './useAsk.ts';

/** Talk about a claim that is not yet a claim of its own. */
export function DiscussionTab(props: OneClaim) {
  const { view, claim, me } = props;
  const { t } = useTranslation('claim');
  const comments = commentsOn(view, claim.id);
  const now = useNow();
  const asked = { kind: 'comment', comment: claim.id, claim: claim.id, text: '…' } as const;
  const mayWrite = standing(view, asked, me.participant, now) === 'change';
  return (
    <div className="claim-tab">
      {comments.length === 0 && <p className="claim-quiet">{t('discussion.empty')}</p>}
      <ol className="comments" aria-label={t('tabs.discussion')}>
        {comments.map((comment) => (
          <OneComment key={comment.id} comment={comment} {...props} />
        ))}
      </ol>
      {mayWrite && <CommentForm {...props} />}
    </div>
  );
}

function OneComment(props: OneClaim & { comment: Comment }) {
  const { view, me, comment } = props;
  const { t } = useTranslation('claim');
  const ask = useAsk(props);
  const name = view.participants.get(comment.by ?? '')?.name ?? t('nobody');
  const removal = { kind: 'remove', id: comment.id } as const;
  const mayRemove = standing(view, removal, me.participant, useNow()) === 'change';
  return (
    <li className="comment">
      <Avatar name={name} seed={comment.by ?? name} />
      <div>
        <small>
          <Signed view={view} stamp={comment} />
        </small>
        <p>{comment.text}</p>
      </div>
      {mayRemove && (
        <IconButton icon="trash" label={t('discussion.remove')} side="left" onClick={() => ask(removal)} />
      )}
    </li>
  );
}

function CommentForm(props: OneClaim) {
  const { t } = useTranslation('claim');
  const ask = useAsk(props);
  const [typed, keep] = useTyped(placeOfComment(props.claim.id));
  const text = typed?.text ?? '';
  const send = () => {
    if (text.trim() === '' || !fits(text, ROOM.comment)) return;
    if (ask({ kind: 'comment', comment: props.newId(), claim: props.claim.id, text: text.trim() }))
      keep(undefined);
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
        onChange={({ target: { value } }) =>
          keep(value === '' ? undefined : { text: value, on: props.claim.id })
        }
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
