import { blocks, wordsAt, type Edit, type ReadText, type Source } from '@counterpoint/shared';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { listed } from '../i18n/inWords.ts';
import { problemText } from '../i18n/refusalText.ts';
import { isHeldBack } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useOpenMap } from '../open/openMap.ts';
import { SOURCE_VIEW } from '../open/links.ts';
import { ROOM } from '../open/rooms.ts';
import { Button } from '../ui/Button.tsx';
import { DialogActions } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';
import { toast } from '../ui/toast.ts';

interface TextPreviewProps {
  read: ReadText;
  /** Of which it is a new edition; null for a new text. */
  source: Source | null;
  onBack: () => void;
  onClose: () => void;
}

/** So many paragraphs tell whether it was read well. */
const MOST_SHOWN = 30;

/** What was read, before it is kept: its paragraphs and voices, what is left out, and how it is called. */
export function TextPreview({ read, source, onBack, onClose }: TextPreviewProps) {
  const { t } = useTranslation(['source', 'common']);
  const { title, setTitle, keep, saving } = useKeeping(read, source, onClose);
  const paragraphs = useMemo(() => blocks(read.text), [read]);
  const speakers = [...new Set(read.marks.map(({ speaker }) => speaker))];
  const left = read.left.map(({ kind, count }) => t(`left.${kind}`, { count }));
  const room = source ? ROOM.reason : ROOM.title;
  const facts = [
    t(`text.format.${read.format}`),
    t('head.paragraphs', { count: paragraphs.length }),
    t('head.characters', { count: [...read.text.replace(/\s/g, '')].length }),
  ];
  return (
    <form
      className="text-preview"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '' && fits(title, room)) keep();
      }}
    >
      <TextField
        key={source ? 'reason' : 'title'}
        label={t(source ? 'text.reason' : 'text.name')}
        autoFocus
        room={room}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <p className="text-facts">{facts.join(' · ')}</p>
      {
        speakers.length > 0 &&
        <p className="text-facts">{t('text.speakers', { count: speakers.length, names: listed(speakers.slice(0, 8)) })}</p> // prettier-ignore
      }
      {left.length > 0 && <p className="text-facts">{t('text.left', { what: listed(left) })}</p>}
      <ol className="text-shown" lang={read.language} tabIndex={0} aria-label={t('text.shown')}>
        {paragraphs.slice(0, MOST_SHOWN).map(({ start, end }) => (
          <li key={start}>
            {voiceAt(read, start, end) && <small>{voiceAt(read, start, end)}</small>}
            {wordsAt(read.text, start, end)}
          </li>
        ))}
      </ol>
      {paragraphs.length > MOST_SHOWN && (
        <p className="text-facts">{t('text.more', { count: paragraphs.length - MOST_SHOWN })}</p>
      )}
      <DialogActions>
        <Button key="back" onClick={onBack}>
          {t('text.back')}
        </Button>
        <Button key="keep" look="solid" type="submit" busy={saving} disabled={title.trim() === ''}>
          {t(source ? 'text.keepEdition' : 'text.keep')}
        </Button>
      </DialogActions>
    </form>
  );
}

const voiceAt = ({ marks }: ReadText, start: number, end: number): string | undefined =>
  marks.find((mark) => mark.start >= start && mark.start < end)?.speaker;

function useKeeping(read: ReadText, source: Source | null, onClose: () => void) {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const { id: map, screen } = session;
  const [title, setTitle] = useState(source ? '' : read.title);
  const [ids] = useState(() => ({ id: newId(), source: newId(), edition: newId() }));
  const { text, marks, language } = read;
  const { mutate, isPending } = useMutation({
    mutationFn: () => {
      const said = title.trim();
      const words = { id: ids.id, edition: ids.edition, text, marks: [...marks] };
      return valueOf(
        source
          ? api.addEdition(map, source.id, { ...words, reason: said })
          : api.addSource(map, { ...words, source: ids.source, title: said, url: '', language }),
      );
    },
    onSuccess: ({ standing }) => {
      const { read: open, show } = screen.getState();
      if (standing === 'proposal') toast(t('text.proposed'));
      else if (source) toast(t('text.followed'));
      open(ids.edition);
      if (!source) show(SOURCE_VIEW);
      onClose();
    },
    onError: (thrown) => toast(problemText(thrown), { problem: true }),
  });
  const keep = (): void => {
    const asked: Edit = source
      ? { kind: 'add-edition', edition: ids.edition, source: source.id, text: '', marks: [], reason: '' }
      : { kind: 'add-source', source: ids.source, edition: ids.edition, title: '', url: '', language, text: '', marks: [] }; // prettier-ignore
    if (!isHeldBack(session, asked, keep)) mutate();
  };
  return { title, setTitle, keep, saving: isPending };
}
