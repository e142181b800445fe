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
  by: 'p1',
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

test('lists members by rank and name; authors who never joined are nowhere', async () => {
  aServer({ [`GET ${invites}`]: [], 'GET /api/maps/m1/joined': ['p1', 'p2', 'p3'] });
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

test('[E15] lists who was taken out, and lets them back in, into a role that I may give', async () => {
  const asked = aServer({ [`GET ${invites}`]: [], 'GET /api/maps/m1/joined': ['p1', 'p2', 'p3', 'p4'] });
  const { dialog, user, onSetRole } = aDialog({
    me: 'p2',
    role: 'moderator',
    participants: [...people, member('p5', 'An author', null)],
    maySetRole: (_, role) => role !== 'owner' && role !== 'moderator',
  });
  const out = within(await dialog.findByRole('region', { name: '1 person taken out' }));
  expect(out.queryByText('An author')).toBeNull();
  await user.click(out.getByRole('button', { name: 'Let Gone back in' }));
  const choices = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
  expect(choices).toEqual(['As Participant', 'As Suggester', 'As Observer']);
  await user.click(screen.getByRole('menuitem', { name: 'As Suggester' }));
  expect(onSetRole).toHaveBeenCalledWith('p4', 'suggester');
  expect(asked.filter(({ route }) => route.endsWith('/joined'))).toHaveLength(1);
});

test('[E15] says nothing about who was taken out to those who may not let them in', () => {
  const asked = aServer({});
  const { dialog } = aDialog({ me: 'p2', role: 'participant', maySetRole: () => false });
  expect(dialog.queryByText('Gone')).toBeNull();
  expect(asked).toEqual([]);
});

test('[P10] offers invitations to the roles that I may give', () => {
  aServer({ [`GET ${invites}`]: [] });
  const { dialog } = aDialog({ role: 'moderator' });
  const options = [...dialog.getByLabelText<HTMLSelectElement>('Role of new members').options];
  expect(options.map(({ value }) => value)).toEqual(['participant', 'suggester', 'observer']);
});

test('tells a moderator, and nobody else, whose name looks like another (Z-17)', () => {
  const participants = [
    ...people,
    member('p6', '\u0421hen', 'participant'), // a Cyrillic С
    member('p7', 'Gone', 'participant'),
  ];
  const marks = ({ dialog }: ReturnType<typeof aDialog>) =>
    dialog
      .getAllByRole('listitem')
      .flatMap((row) => row.querySelector('.looks-like')?.textContent.split(' · ')[0] ?? []);
  aServer({ [`GET ${invites}`]: [] });
  expect(marks(aDialog({ role: 'moderator', participants }))).toEqual([
    'Looks like another name: \u0421hen',
    'Somebody else has this name, too',
    'Looks like another name: Chen',
  ]);
  cleanup();
  expect(marks(aDialog({ role: 'participant', participants }))).toEqual([]);
});
