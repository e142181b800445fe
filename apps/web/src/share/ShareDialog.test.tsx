import { afterEach, expect, jest, test } from '@jest/globals';
import type { Participant, Role } from '@counterpoint/shared';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { aPage, aServer } from '../../testing/aServer.tsx';
import { ShareDialog, type ShareDialogProps } from './ShareDialog.tsx';

afterEach(cleanup);

const member = (id: string, name: string, role: Role | null): Participant => ({ id, name, role, at: 0 });
const people = [
  member('p3', '学员 10', 'participant'),
  member('p1', 'Chen', 'owner'),
  member('p2', '学员 9', 'participant'),
  member('p4', 'Gone', null),
];
const invite = {
  id: 'i1',
  role: 'participant',
  code: 'K7MQ2P',
  token: 'tVZq',
  expiresAt: Date.now() + 1e9,
  uses: 1,
  revoked: false,
};
const invites = '/api/maps/m1/invites';
const info: ShareDialogProps['info'] = {
  title: 'A map',
  question: '',
  about: '',
  language: 'en',
  access: 'members',
  embeds: '',
  editing: 'all',
};

function aDialog(more: Partial<ShareDialogProps> = {}) {
  const onSetRole = jest.fn<ShareDialogProps['onSetRole']>();
  const onSet = jest.fn<ShareDialogProps['onSet']>();
  const props = {
    info,
    maySet: () => true,
    onSet,
    map: 'm1',
    me: 'p1',
    role: 'owner' as Role,
    participants: people,
    maySetRole: () => true,
    onSetRole,
    ...more,
  };
  const page = aPage(() => [{ path: '/', element: <ShareDialog open {...props} /> }]);
  return {
    ...page,
    onSetRole,
    onSet,
    dialog: within(screen.getByRole('dialog', { name: 'Invite and members' })),
  };
}

test('makes an invitation for a role, with a link and a code to copy', async () => {
  const made: unknown[] = [];
  const asked = aServer({
    [`GET ${invites}`]: () => made,
    [`POST ${invites}`]: (given: { role: string }) => {
      made.push({ ...invite, ...given });
      return made.at(-1);
    },
  });
  const { dialog, user } = aDialog();
  await user.selectOptions(dialog.getByLabelText('Role of new members'), 'Observer');
  await user.click(await dialog.findByRole('button', { name: 'Make an invitation' }));
  expect((await dialog.findByLabelText<HTMLInputElement>('Link')).value).toBe('http://localhost/join/tVZq');
  expect(dialog.getByText('K7MQ2P')).toBeDefined();
  expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ role: 'observer' });
  await user.click(dialog.getByRole('button', { name: 'Copy code' }));
  expect(await navigator.clipboard.readText()).toBe('K7MQ2P');
});

test('revokes an invitation', async () => {
  let revoked = false;
  aServer({
    [`GET ${invites}`]: () => [{ ...invite, revoked }],
    [`DELETE ${invites}/i1`]: () => {
      revoked = true;
      return 204;
    },
  });
  const { dialog, user } = aDialog();
  expect(await dialog.findByText('Used by 1 person')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Revoke' }));
  expect(await dialog.findByRole('button', { name: 'Make an invitation' })).toBeDefined();
});

test('lists members by rank and name; those taken out are not there', async () => {
  aServer({ [`GET ${invites}`]: [] });
  const { dialog } = aDialog();
  const rows = within(dialog.getByRole('list')).getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('.name')?.firstChild?.textContent)).toEqual([
    'Chen',
    '学员 9',
    '学员 10',
  ]);
});

test('changes a role, and takes out only after asking', async () => {
  aServer({ [`GET ${invites}`]: [] });
  const { dialog, user, onSetRole } = aDialog();
  await user.selectOptions(dialog.getByLabelText('Role of 学员 9'), 'Moderator');
  expect(onSetRole).toHaveBeenCalledWith('p2', 'moderator');
  await user.click(dialog.getByRole('button', { name: 'Remove 学员 9 from the map' }));
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(onSetRole).toHaveBeenCalledWith('p2', null));
});

test('a participant sees who is there, and nothing to change', () => {
  const asked = aServer({});
  const { dialog } = aDialog({ me: 'p2', role: 'participant', maySetRole: () => false });
  expect(dialog.getByText('To invite others, ask a moderator.')).toBeDefined();
  expect(dialog.queryByRole('combobox')).toBeNull();
  expect(asked).toEqual([]);
});

test('[P10] lets who may manage choose who reads and whose claims are changed directly', async () => {
  aServer({ [`GET ${invites}`]: () => [] });
  const { dialog, user, onSet } = aDialog({ maySet: (set) => set.access === undefined });
  expect(dialog.getByLabelText<HTMLSelectElement>('Who may read').disabled).toBe(true);
  const editing = dialog.getByLabelText('Participants may change directly');
  await user.selectOptions(editing, 'Only their own; changes to others’ are reviewed');
  expect(onSet).toHaveBeenCalledWith({ editing: 'own' });
});

test('[P10] keeps the settings from those who may not manage', () => {
  aServer({ [`GET ${invites}`]: () => [] });
  expect(aDialog({ role: 'participant' }).dialog.queryByLabelText('Who may read')).toBeNull();
});
