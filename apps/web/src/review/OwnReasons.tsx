import { isCited, type Id, type MapReason } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { useDoc, useDocList, useOpenMap } from '../open/openMap.ts';
import { reasonName } from '../relation/reasonText.ts';
import { IconButton } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import { ReasonForm } from './ReasonForm.tsx';

/** The reasons that a map has for itself, and a form for one more. */
export function OwnReasons() {
  const { t } = useTranslation('review');
  const own = useDocList(({ view }) =>
    [...view.reasons.values()].filter(({ code }) => code === null).sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const [editing, setEditing] = useState<Id | null>(null);
  return (
    <section className="moderation-part">
      <h3>{t('moderation.own')}</h3>
      <ul className="moderation-own">
        {own.map((reason) => (
          <li key={reason.id}>
            {reason.id === editing ? (
              <ReasonForm reason={reason} onDone={() => setEditing(null)} />
            ) : (
              <OneReason reason={reason} onEdit={() => setEditing(reason.id)} />
            )}
          </li>
        ))}
      </ul>
      <ReasonForm key={own.length} reason={null} />
    </section>
  );
}

function OneReason({ reason, onEdit }: { reason: MapReason; onEdit: () => void }) {
  const { t } = useTranslation('review');
  const session = useOpenMap();
  const text = useDoc(({ view }) => reasonName(view, reason.id));
  const cited = useDoc(({ confirmed }) => isCited(confirmed, reason.id));
  const { id, code, zh, en, offered } = reason;
  const set = { kind: 'set-reason', reason: id, code, zh, en, offered: !offered } as const;
  const other = [zh, en].find((words) => words !== '' && words !== text);
  return (
    <>
      <Switch label={text} checked={offered} onChange={() => askFor(session, set)} />
      <small>{other}</small>
      <IconButton icon="edit" label={t('moderation.editNamed', { text })} onClick={onEdit} />
      {!cited && (
        <IconButton
          icon="trash"
          label={t('moderation.remove', { text })}
          onClick={() => askFor(session, { kind: 'drop-reason', reason: id })}
        />
      )}
    </>
  );
}
