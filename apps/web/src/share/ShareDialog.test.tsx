import { afterEach, expect, test } from '@jest/globals';
import { applyPatches, drop, put, type Id, type Role } from '@counterpoint/shared';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { aMap, anId } from '../../../../packages/shared/testing/aMap.ts';
import { aSessionOf } from '../../testing/aScreen.tsx';
import { aPage, aServer } from '../../testing/aServer.tsx';
import { OpenMapContext } from '../open/openMap.ts';
import { ShareDialog } from './ShareDialog.tsx';

afterEach(cleanup);

const person = (n: number) => anId(n, 0xeee);
const CHEN = person(1);
const [NINE, TEN, GONE] = [person(2), person(3), person(4)];
type Row = readonly [id: Id, name: string, role: Role | null];
const PEOPLE: readonly Row[] = [
  [TEN, '学员 10', 'participant'],
  [CHEN, 'Chen', 'owner'],
  [NINE, '学员 9', 'participant'],
  [GONE, 'Gone', null],
];
const invite = {
  id: 'i1',
  role: 'participant',
  code: 'K7MQ2P',
  token: 'tVZq',
  expiresAt: Date.now() + 1e9,
  uses: 1,
  by: CHEN,
  revoked: false,
};
const invites = '/api/maps/m1/invites';
interface Given {
  me?: Id;
  /** Mine, in place of the one that I have among these people. */
  role?: Role;
  more?: readonly Row[];
}

/** As I see it, among these people and no others. */
function aDialog({ me = CHEN, role, more = [] }: Given = {}) {
  const map = aMap();
  const nobody = [...map.map.participants.keys()].map((id) => drop('participants', id));
  const people = [...PEOPLE, ...more].map(([id, name, usual]) =>
    put('participants', {
      id,
      name,
      role: id === me && role ? role : usual,
      side: null,
      pseudonym: false,
      at: 0,
    }),
  );
  map.map = applyPatches(map.map, [...nobody, ...people]);
  const dialog = (
    <OpenMapContext value={aSessionOf(map, me).session}>
      <ShareDialog asking={{ for: 'share' }} onClose={() => undefined} />
    </OpenMapContext>
  );
  return {
    ...aPage(() => [{ path: '/', element: dialog }]),
    map,
    roleOf: (id: Id) => map.map.participants.get(id)?.role,
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
  aServer({ [`GET ${invites}`]: [], 'GET /api/maps/m1/joined': [CHEN, NINE, TEN] });
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
  const { dialog, user, roleOf } = aDialog();
  await user.selectOptions(dialog.getByLabelText('Role of 学员 9'), 'Moderator');
  expect(roleOf(NINE)).toBe('moderator');
  await user.click(dialog.getByRole('button', { name: 'Remove 学员 9 from the map' }));
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(roleOf(NINE)).toBeNull());
});

test('a participant sees who is there, and nothing to change', () => {
  const asked = aServer({});
  const { dialog } = aDialog({ me: NINE });
  expect(dialog.getByText('To invite others, ask a moderator.')).toBeDefined();
  expect(dialog.queryByRole('combobox')).toBeNull();
  expect(asked).toEqual([]);
});

test('[P10] lets who may manage choose who reads and whose claims are changed directly', async () => {
  aServer({ [`GET ${invites}`]: () => [] });
  const { dialog, user, map } = aDialog({ me: NINE, role: 'moderator' });
  expect(dialog.getByLabelText<HTMLSelectElement>('Who may read').disabled).toBe(true);
  const editing = dialog.getByLabelText('Participants may change directly');
  await user.selectOptions(editing, 'Only their own; changes to others’ are reviewed');
  expect(map.map.info.editing).toBe('own');
});

test('[P10] keeps the settings from those who may not manage', () => {
  aServer({ [`GET ${invites}`]: () => [] });
  expect(aDialog({ me: NINE }).dialog.queryByLabelText('Who may read')).toBeNull();
});

test('[E15] lists who was taken out, and lets them back in, into a role that I may give', async () => {
  const asked = aServer({ [`GET ${invites}`]: [], 'GET /api/maps/m1/joined': [CHEN, NINE, TEN, GONE] });
  const more = [[person(5), 'An author', null]] as const;
  const { dialog, user, roleOf } = aDialog({ me: NINE, role: 'moderator', more });
  const out = within(await dialog.findByRole('region', { name: '1 person taken out' }));
  expect(out.queryByText('An author')).toBeNull();
  expect(asked.filter(({ route }) => route.endsWith('/joined'))).toHaveLength(1);
  await user.click(out.getByRole('button', { name: 'Let Gone back in' }));
  const choices = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
  expect(choices).toEqual(['As Participant', 'As Suggester', 'As Observer']);
  await user.click(screen.getByRole('menuitem', { name: 'As Suggester' }));
  expect(roleOf(GONE)).toBe('suggester');
});

test('[E15] says nothing about who was taken out to those who may not let them in', () => {
  const asked = aServer({});
  const { dialog } = aDialog({ me: NINE });
  expect(dialog.queryByText('Gone')).toBeNull();
  expect(asked).toEqual([]);
});

test('[P10] offers invitations to the roles that I may give', () => {
  aServer({ [`GET ${invites}`]: [] });
  const { dialog } = aDialog({ me: NINE, role: 'moderator' });
  const options = [...dialog.getByLabelText<HTMLSelectElement>('Role of new members').options];
  expect(options.map(({ value }) => value)).toEqual(['participant', 'suggester', 'observer']);
});

test('tells a moderator, and nobody else, whose name looks like another (Z-17)', () => {
  const more = [
    [person(6), '\u0421hen', 'participant'], // a Cyrillic С
    [person(7), 'Gone', 'participant'],
  ] as const;
  const marks = ({ dialog }: ReturnType<typeof aDialog>) =>
    dialog
      .getAllByRole('listitem')
      .flatMap((row) => row.querySelector('.looks-like')?.textContent.split(' · ')[0] ?? []);
  aServer({ [`GET ${invites}`]: [] });
  expect(marks(aDialog({ me: NINE, role: 'moderator', more }))).toEqual([
    'Looks like another name: \u0421hen\u00a0₂',
    'Somebody else has this name, too',
    'Looks like another name: Chen',
  ]);
  cleanup();
  expect(marks(aDialog({ me: NINE, more }))).toEqual([]);
});
