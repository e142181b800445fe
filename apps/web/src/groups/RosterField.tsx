import type { Participant, Roster } from '@counterpoint/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listed as inWords } from '../i18n/inWords.ts';
import { Button } from '../ui/Button.tsx';
import { TextAreaField } from '../ui/Field.tsx';
import { listed, type Drafted } from './drafted.ts';

interface RosterFieldProps {
  people: readonly Participant[];
  nameOf: (n: number) => string;
  onRead: (groups: Drafted) => void;
}

const TOLD = 8;

/** A list pasted from a spreadsheet; what it does not say clearly is told beneath. */
export function RosterField({ people, nameOf, onRead }: RosterFieldProps) {
  const { t } = useTranslation('groups');
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [read, setRead] = useState<Roster | null>(null);
  if (!open)
    return (
      <Button icon="outline" onClick={() => setOpen(true)}>
        {t('roster')}
      </Button>
    );
  const divide = (): void => {
    const { groups, roster } = listed(text, people, nameOf);
    setRead(roster);
    if (groups.length > 0) onRead(groups);
  };
  const told = (words: readonly string[]): string => inWords(words.slice(0, TOLD));
  return (
    <div className="groups-roster">
      <TextAreaField
        label={t('rosterLabel')}
        placeholder={t('rosterExample')}
        rows={5}
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button disabled={text.trim() === ''} onClick={divide}>
        {t('rosterRead')}
      </Button>
      <div role="status">
        {read && read.unknown.length > 0 && <p>{t('unknown', { names: told(read.unknown) })}</p>}
        {read && read.unclear.length > 0 && <p>{t('unclear', { names: told(read.unclear) })}</p>}
        {read && read.unread.length > 0 && <p>{t('unread', { lines: told(read.unread) })}</p>}
      </div>
    </div>
  );
}
