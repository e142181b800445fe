import { standing } from '@counterpoint/shared';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clean } from '../ui/cleaned.ts';
import { isComposing } from '../ui/isComposing.ts';
import { pasteMended } from '../ui/paste.ts';
import { fits } from '../ui/room.ts';
import { useRoom } from '../ui/RoomLine.tsx';
import { useNow } from '../ui/useNow.ts';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { useTyped } from '../open/useTyped.ts';

const RENAMING = { kind: 'change-settings', set: { title: '…' } } as const;

/** The title of the map; whoever may change it presses it. */
export function TitleField() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const { title, language } = useDoc((state) => state.view.info);
  const now = useNow();
  const mayEdit = useDoc(({ view, participant }) => standing(view, RENAMING, participant, now) === 'change');
  const [typed, keepTyped] = useTyped('title');
  const [open, setOpen] = useState(typed !== undefined);
  const close = (): void => {
    setOpen(false);
    keepTyped(undefined);
  };
  const text = typed?.text ?? title;
  const { line, described } = useRoom(text, ROOM.title);
  if (!mayEdit || !open) {
    return (
      <h1 className="map-title" lang={language} title={title}>
        {mayEdit ? (
          <button type="button" aria-label={t('title.edit', { title })} onClick={() => setOpen(true)}>
            {title}
          </button>
        ) : (
          title
        )}
      </h1>
    );
  }
  const keep = (): void => {
    const next = text.trim();
    if (!fits(next, ROOM.title)) return;
    const asked = { kind: 'change-settings', set: { title: next } } as const;
    if (next === '' || next === title || askFor(session, asked)) close();
  };
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape') setOpen(false);
  };
  return (
    <div className="map-title map-title-field">
      <input
        className="control"
        aria-label={t('title.label')}
        lang={language}
        value={text}
        ref={focusAtOnce}
        onChange={(event) => {
          const next = clean(event);
          keepTyped(next === title ? undefined : { text: next });
        }}
        onKeyDown={handleKeyDown}
        onPaste={pasteMended}
        onBlur={keep}
        {...described}
      />
      {line}
    </div>
  );
}

const focusAtOnce = (field: HTMLInputElement | null): void => {
  if (field && document.activeElement !== field) field.select();
};
