import type { Poll } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askFor } from '../open/askFor.ts';
import { newId } from '../open/newId.ts';
import { useDoc, useOpenMap } from '../open/openMap.ts';
import { ROOM } from '../open/rooms.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Switch } from '../ui/Switch.tsx';
import { fits } from '../ui/room.ts';

/** Asks everyone; the question of the map is offered, or that of the poll before. */
export function BeginPoll({ polls }: { polls: readonly Poll[] }) {
  const { t } = useTranslation('ratings');
  const session = useOpenMap();
  const info = useDoc(({ view }) => view.info);
  const comparable = polls.filter(({ id }) => !polls.some(({ before }) => before === id));
  const last = comparable.at(-1);
  const [before, setBefore] = useState<string>(last?.id ?? '');
  const [question, setQuestion] = useState(last?.question ?? (info.question || info.title));
  const [live, setLive] = useState(false);
  const isGood = question.trim() !== '' && fits(question, ROOM.question);
  const isSecret = info.faces === 'anonymous';
  const begin = (): void => {
    const edit = { kind: 'begin-poll', poll: newId(), question: question.trim(), before: before || null, live: live && !isSecret } as const; // prettier-ignore
    askFor(session, edit);
  };
  return (
    <form
      className="begin-poll"
      aria-label={t('dialog.begin')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) begin();
      }}
    >
      <TextField
        label={t('dialog.question')}
        room={ROOM.question}
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
      />{' '}
      {/* prettier-ignore */}
      {comparable.length > 0 && (
        <SelectField
          label={t('dialog.kind')}
          value={before}
          onChange={({ target }) => setBefore(target.value)}
        >
          <option value="">{t('dialog.single')}</option>
          {comparable.map((poll) => (
            <option key={poll.id} value={poll.id}>
              {t('dialog.second', { question: poll.question })}
            </option>
          ))}
        </SelectField>
      )}
      {isSecret ? (
        <p className="quiet">{t('dialog.liveNot')}</p>
      ) : (
        <Switch label={t('dialog.live')} checked={live} onChange={setLive} />
      )}
      <Button type="submit" look="solid" disabled={!isGood}>
        {t('dialog.go')}
      </Button>
    </form>
  );
}
