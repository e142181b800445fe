import { standing } from '@counterpoint/shared';
import { useMemo, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clean } from '../ui/cleaned.ts';
import { isComposing } from '../ui/isComposing.ts';
import { pasteMended } from '../ui/paste.ts';
import { fits } from '../ui/room.ts';
import { useRoom } from '../ui/RoomLine.tsx';
import { UnsentSign } from '../ui/UnsentSign.tsx';
import { useNow } from '../ui/useNow.ts';
import { askFor } from '../open/askFor.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { reopen } from '../open/reopen.ts';
import { useTyped } from '../open/useTyped.ts';

const RENAMING = { kind: 'change-settings', set: { title: '…' } } as const;

const OPEN = { isOpen: true };
const isOpen = (noted: unknown): noted is typeof OPEN => noted !== null;

/** The title of the map; whoever may change it presses it. */
export function TitleField() {
  const { t } = useTranslation('map');
  const session = useOpenMap();
  const { title, language } = useDoc((state) => state.view.info);
  const now = useNow();
  const mayEdit = useDoc(({ view, participant }) => standing(view, RENAMING, participant, now) === 'change');
  const [typed, keepTyped] = useTyped('title');
  const noted = useMemo(() => reopen('title', session.id), [session.id]);
  const [open, setOpen] = useState(() => typed !== undefined && noted.read(isOpen) !== null);
  const show = (next: boolean): void => {
    setOpen(next);
    noted.note(next ? OPEN : null);
  };
  const close = (): void => {
    show(false);
    keepTyped(undefined);
  };
  const text = typed?.text ?? title;
  const { line, described } = useRoom(text, ROOM.title);
  if (!mayEdit || !open) {
    return (
      <>
        <h1
          className="map-title"
          lang={language}
          title={title}
          style={{ '--length': title.length } as CSSProperties}
        >
          {mayEdit ? (
            <button type="button" aria-label={t('title.edit', { title })} onClick={() => show(true)}>
              {title}
            </button>
          ) : (
            title
          )}
        </h1>
        {mayEdit && typed && <UnsentSign onOpen={() => show(true)} />}
      </>
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
    if (event.key === 'Escape') show(false);
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
