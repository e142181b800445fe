import type { Annotation } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor, askWithUndo } from '../open/askFor.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { OneMark } from './OneMark.tsx';
import type { Noted } from './resting.ts';

/** The notes on one place: one's own, and those that were opened to everyone. */
export function NotesHere({ noted }: { noted: readonly Noted[] }) {
  const { t } = useTranslation('source');
  return (
    <ul className="source-notes" aria-label={t('note.here', { count: noted.length })}>
      {noted.map(({ annotation, round }) =>
        round ? (
          <OneMark key={annotation.id} mark={annotation} round={round} />
        ) : (
          <OneNote key={annotation.id} annotation={annotation} />
        ),
      )}
    </ul>
  );
}

function OneNote({ annotation }: { annotation: Annotation }) {
  const { t } = useTranslation('source');
  const session = useOpenMap();
  const { id, edition, start, end, text, open, by } = annotation;
  const name = useDoc(({ view }) => view.participants.get(by ?? '')?.name);
  const opening = { kind: 'annotate', annotation: id, edition, start, end, text, open: true } as const;
  const removal = { kind: 'remove', id } as const;
  const mayOpen = useStanding(opening) !== 'refused';
  const mayRemove = useStanding(removal) === 'change';
  return (
    <li>
      <p>{text}</p>
      <small>
        {name} · {t(open ? 'note.open' : 'note.private')}
      </small>
      <span>
        {mayOpen && !open && <Button onClick={() => askFor(session, opening)}>{t('note.openIt')}</Button>}
        {mayRemove && (
          <IconButton icon="trash" label={t('note.remove')} onClick={() => askWithUndo(session, removal)} />
        )}
      </span>
    </li>
  );
}
