import { LONGEST, roomFor, type Id } from '@counterpoint/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, valueOf } from '../api.ts';
import { problemText } from '../i18n/refusalText.ts';
import { useOpenMap } from '../open/openMap.ts';
import { groupsKey } from '../open/useGroups.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { fits } from '../ui/room.ts';

interface RenamingProps {
  group: Id;
  name: string;
  /** Names of all groups. */
  names: readonly string[];
}

const ROOM = roomFor(LONGEST.group);

/** A button that opens a field for another name. */
export function Renaming({ group, name, names }: RenamingProps) {
  const { t } = useTranslation(['groups', 'common']);
  const { id } = useOpenMap();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const renaming = useMutation({
    mutationFn: (next: string) => valueOf(api.renameGroup(id, group, next)),
    onSuccess: (groups) => {
      queries.setQueryData(groupsKey(id), groups);
      setTyped(null);
    },
  });
  if (typed === null)
    return <IconButton icon="edit" label={t('rename', { name })} onClick={() => setTyped(name)} />;
  const next = typed.trim();
  const isTaken = next !== name && names.includes(next);
  return (
    <form
      className="group-renaming"
      onSubmit={(event) => {
        event.preventDefault();
        if (next === name) setTyped(null);
        else if (next !== '' && !isTaken && fits(next, ROOM)) renaming.mutate(next);
      }}
    >
      <TextField
        label={t('newName', { name })}
        value={typed}
        room={ROOM}
        autoFocus
        error={isTaken ? t('nameTaken') : renaming.error && problemText(renaming.error)}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button onClick={() => setTyped(null)}>{t('cancel', { ns: 'common' })}</Button>
      <Button look="solid" type="submit" busy={renaming.isPending}>
        {t('renameDo')}
      </Button>
    </form>
  );
}
