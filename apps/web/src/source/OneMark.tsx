import type { Annotation, Round } from '@counterpoint/shared';
import { useTranslation } from 'react-i18next';
import { askFor, askWithUndo } from '../open/askFor.ts';
import { useDoc, useOpenMap, useStanding } from '../open/openMap.ts';
import { IconButton } from '../ui/Button.tsx';
import { Select } from '../ui/Field.tsx';

/** [B2] A mark of a round: one's own can be changed until that is opened. */
export function OneMark({ mark, round }: { mark: Annotation; round: Round }) {
  const { t } = useTranslation(['round', 'source']);
  const session = useOpenMap();
  const { id, edition, start, end, text, label, by } = mark;
  const name = useDoc(({ view }) => view.participants.get(by ?? '')?.name);
  const other = (next: string) =>
    ({ kind: 'annotate', annotation: id, edition, start, end, text, open: false, round: round.id, label: next }) as const; // prettier-ignore
  const removal = { kind: 'remove', id } as const;
  const mayChange = useStanding(other(label)) !== 'refused' && !round.opened;
  const mayRemove = useStanding(removal) === 'change';
  return (
    <li>
      {text !== '' && <p>{text}</p>}
      {mayChange && round.labels.length > 1 ? (
        <Select
          label={t('relabel')}
          value={label}
          onChange={({ target }) => askFor(session, other(target.value))}
        >
          {round.labels.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      ) : (
        <b>{label}</b>
      )}
      <span>
        {round.opened && <small>{name}</small>}
        {mayRemove && (
          <IconButton
            icon="trash"
            label={t('note.remove', { ns: 'source' })}
            onClick={() => askWithUndo(session, removal)}
          />
        )}
      </span>
    </li>
  );
}
