import { afterEach, expect, test } from '@jest/globals';
import { applyPatches, drop, put, type Id, type Role } from '@counterpoint/shared';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { aMap, anId } from '../../../../packages/shared/testing/aMap.ts';
import { aSessionOf } from '../../testing/aScreen.tsx';
import { aPage, aServer } from '../../testing/aServer.tsx';
import { OpenMapContext } from '../open/openMap.ts';
import { SettingsDialog } from './SettingsDialog.tsx';
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
  most: null,
  stoppedAt: null,
  revoked: false,
};
const invites = '/api/maps/m1/invites';
interface Given {
  me?: Id;
  /** Mine, in place of the one that I have among these people. */
  role?: Role;
  more?: readonly Row[];
  /** The settings of the map in place of its people. */
  settings?: boolean;
}

/** As I see it, among these people and no others. */
function aDialog({ me = CHEN, role, more = [], settings = false }: Given = {}) {
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
      {settings ? (
        <SettingsDialog asking={{ for: 'settings' }} onClose={() => undefined} />
      ) : (
        <ShareDialog asking={{ for: 'share' }} onClose={() => undefined} />
      )}
    </OpenMapContext>
  );
  return {
    ...aPage(() => [{ path: '/', element: dialog }]),
    map,
    roleOf: (id: Id) => map.map.participants.get(id)?.role,
    dialog: within(screen.getByRole('dialog', { name: settings ? 'Map settings' : 'Invite and members' })),
  };
}

const seen = 'GET /api/maps/m1/seen';
const toMembers = async ({ dialog, user }: ReturnType<typeof aDialog>) =>
  user.click(dialog.getByRole('tab', { name: /Members/ }));

test('makes an invitation for a role, with a code, a link to copy and a picture', async () => {
  const made: unknown[] = [];
  const asked = aServer({
    [seen]: [],
    [`GET ${invites}`]: () => [...made],
    [`POST ${invites}`]: (given: { role: string }) => {
      made.push({ ...invite, ...given });
      return made.at(-1);
    },
  });
  const { dialog, user } = aDialog();
  await user.click(dialog.getByRole('radio', { name: /Read only/ }));
  await user.click(await dialog.findByRole('button', { name: 'Make an invitation' }));
  expect((await dialog.findByLabelText<HTMLInputElement>('Link')).value).toBe('http://localhost/join/tVZq');
  expect(dialog.getByRole('status', { name: 'Code' }).textContent).toBe('K7M Q2P');
  expect(dialog.getByRole('img', { name: 'The link as a picture for phones' })).toBeDefined();
  expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ role: 'observer' });
  await user.click(dialog.getByRole('button', { name: 'Copy link' }));
  expect(await navigator.clipboard.readText()).toBe('http://localhost/join/tVZq');
});

test('[Z-08] lists every live invitation with role, use and end, stops one, and shows what ended this week', async () => {
  let stopped = false;
  const ago = (days: number) => ({ revoked: true, stoppedAt: Date.now() - days * 86_400_000 });
  aServer({
    [seen]: [],
    [`GET ${invites}`]: () => [
      { ...invite, uses: 14, most: 40, ...(stopped ? ago(0) : {}) },
      { ...invite, id: 'i2', code: 'R2C9WD', role: 'moderator', expiresAt: Date.now() + 25 * 60_000 },
      { ...invite, id: 'i3', code: 'T8H3NB', role: 'observer', uses: 61, ...ago(3) },
      { ...invite, id: 'i4', code: 'AAAAAA', ...ago(8) },
    ],
    [`DELETE ${invites}/i1`]: () => {
      stopped = true;
      return 204;
    },
  });
  const { dialog, user } = aDialog();
  const cells = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));
  const [[first, role, used], [second, , any, soon]] = cells(await dialog.findByRole('table')) as [string[], string[]]; // prettier-ignore
  expect([first, role, used]).toEqual(['K7M Q2P', 'Take part', '14 of 40']);
  expect([second, any]).toEqual(['R2C 9WD', '1, no limit']);
  expect(soon).toMatch(/^in \d+ minutes?$/);
  await user.click(dialog.getByRole('button', { name: 'Stop K7M Q2P' }));
  expect(await dialog.findByRole('button', { name: 'Make an invitation' })).toBeDefined();
  expect(dialog.queryByText('T8H 3NB')).toBeNull();
  expect(dialog.getByText(/2 ended this week/)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Show' }));
  expect(dialog.getByText('T8H 3NB')).toBeDefined();
  expect(dialog.queryByText('AAA AAA')).toBeNull();
});

test('[Z-08] how long and for how many it works is chosen in place; a new code takes the place of the old one', async () => {
  const asked = aServer({
    [seen]: [],
    [`GET ${invites}`]: [invite],
    [`POST ${invites}/i1`]: invite,
    [`POST ${invites}`]: invite,
    [`DELETE ${invites}/i1`]: 204,
  });
  const { dialog, user } = aDialog();
  await user.selectOptions(await dialog.findByLabelText('for'), '40 people');
  await user.selectOptions(dialog.getByLabelText('Works until'), 'in one hour');
  await user.click(dialog.getByRole('button', { name: 'New code' }));
  await waitFor(() => expect(asked.some(({ route }) => route.startsWith('DELETE'))).toBe(true));
  const sent = asked.filter(({ route }) => !route.startsWith('GET')).map(({ route, body }) => [route, body]);
  expect(sent).toEqual([
    [`POST ${invites}/i1`, { most: 40 }],
    [`POST ${invites}/i1`, { until: expect.any(Number) as unknown }],
    [`POST ${invites}`, { role: 'participant', most: null, until: invite.expiresAt }],
    [`DELETE ${invites}/i1`, undefined],
  ]);
});

test('[P28] one switch locks joining', async () => {
  aServer({ [`GET ${invites}`]: [invite], [seen]: [] });
  const shown = aDialog();
  await toMembers(shown);
  await shown.user.click(shown.dialog.getByRole('switch', { name: /Lock joining/ }));
  expect(shown.map.map.info.joining).toBe('locked');
  await shown.user.click(shown.dialog.getByRole('tab', { name: 'Invite' }));
  expect(await shown.dialog.findByText(/Joining is locked/)).toBeDefined();
});

test('one role for many at once, as one step; when somebody was last here', async () => {
  aServer({
    [`GET ${invites}`]: [],
    [seen]: [{ participant: NINE, at: Date.now() - 12 * 60_000 }],
  });
  const shown = aDialog();
  await toMembers(shown);
  const { dialog, user, roleOf } = shown;
  expect(await dialog.findByText(/^last seen 1[2-9] minutes ago$/)).toBeDefined();
  await user.click(dialog.getByRole('checkbox', { name: 'Choose 学员 9' }));
  await user.click(dialog.getByRole('checkbox', { name: 'Choose 学员 10' }));
  await user.selectOptions(dialog.getByLabelText('Role of those who are chosen'), 'Observer');
  expect([roleOf(NINE), roleOf(TEN)]).toEqual(['observer', 'observer']);
});

test('a member is found by a part of their name', async () => {
  const more = Array.from({ length: 8 }, (_, i) => [person(20 + i), `Student ${i}`, 'participant'] as const);
  aServer({ [`GET ${invites}`]: [], [seen]: [] });
  const shown = aDialog({ more });
  await toMembers(shown);
  await shown.user.type(shown.dialog.getByLabelText('Find a member'), 'student 3');
  expect(shown.dialog.getAllByRole('listitem')).toHaveLength(1);
  await shown.user.type(shown.dialog.getByLabelText('Find a member'), 'x');
  expect(shown.dialog.getByText('Nobody has such a name.')).toBeDefined();
});

test('lists members by rank and name, who is here first; authors who never joined are nowhere', async () => {
  aServer({ [`GET ${invites}`]: [], [seen]: [], 'GET /api/maps/m1/joined': [CHEN, NINE, TEN] });
  const shown = aDialog();
  await toMembers(shown);
  const rows = shown.dialog.getAllByRole('listitem');
  expect(rows.map((row) => row.querySelector('.name')?.firstChild?.textContent)).toEqual([
    'Chen',
    '学员 9',
    '学员 10',
  ]);
});

test('changes a role, and takes out only after asking', async () => {
  aServer({ [`GET ${invites}`]: [], [seen]: [], 'GET /api/maps/m1/joined': [] });
  const shown = aDialog();
  await toMembers(shown);
  const { dialog, user, roleOf } = shown;
  await user.selectOptions(dialog.getByLabelText('Role of 学员 9'), 'Moderator');
  expect(roleOf(NINE)).toBe('moderator');
  await user.click(dialog.getByRole('button', { name: 'Remove 学员 9 from the map' }));
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(roleOf(NINE)).toBeNull());
});

test('a participant sees who is there, and nothing to change', async () => {
  const asked = aServer({});
  const shown = aDialog({ me: NINE });
  const { dialog } = shown;
  expect(dialog.getAllByRole('listitem')).toHaveLength(3);
  expect(dialog.queryByRole('combobox')).toBeNull();
  expect(dialog.queryByRole('switch')).toBeNull();
  await shown.user.click(dialog.getByRole('tab', { name: 'Invite' }));
  expect(dialog.getByText('To invite others, ask a moderator.')).toBeDefined();
  expect(dialog.queryByRole('combobox')).toBeNull();
  expect(asked).toEqual([]);
});

test('[P10] the settings of the map, for who may manage, are a dialog of their own', async () => {
  aServer({});
  const { dialog, user, map } = aDialog({ me: NINE, role: 'moderator', settings: true });
  expect(dialog.getByLabelText<HTMLSelectElement>('Who may read').disabled).toBe(true);
  const editing = dialog.getByLabelText('Participants may change directly');
  await user.selectOptions(editing, 'Only their own; changes to others’ are reviewed');
  expect(map.map.info.editing).toBe('own');
});

test('[P10] keeps the way to the settings from those who may not manage', () => {
  aServer({ [`GET ${invites}`]: () => [] });
  expect(aDialog({ me: NINE }).dialog.queryByRole('button', { name: /Map settings/ })).toBeNull();
});

test('[E15] lists who was taken out, and lets them back in, into a role that I may give', async () => {
  const asked = aServer({
    [`GET ${invites}`]: [],
    [seen]: [],
    'GET /api/maps/m1/joined': [CHEN, NINE, TEN, GONE],
  });
  const more = [[person(5), 'An author', null]] as const;
  const shown = aDialog({ me: NINE, role: 'moderator', more });
  await toMembers(shown);
  const { dialog, user, roleOf } = shown;
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
  aServer({ [`GET ${invites}`]: [], [seen]: [] });
  const { dialog } = aDialog({ me: NINE, role: 'moderator' });
  const names = dialog
    .getAllByRole('radio')
    .map((one) => one.closest('label')?.querySelector('b')?.textContent);
  expect(names).toEqual(['Read only', 'Suggest', 'Take part']);
});

test('tells a moderator, and nobody else, whose name looks like another (Z-17)', async () => {
  const more = [
    [person(6), '\u0421hen', 'participant'], // a Cyrillic С
    [person(7), 'Gone', 'participant'],
  ] as const;
  const marks = async (shown: ReturnType<typeof aDialog>) => {
    await toMembers(shown);
    return shown.dialog
      .getAllByRole('listitem')
      .flatMap((row) => row.querySelector('.looks-like')?.textContent.split(' · ')[0] ?? []);
  };
  aServer({ [`GET ${invites}`]: [], [seen]: [], 'GET /api/maps/m1/joined': [] });
  expect(await marks(aDialog({ me: NINE, role: 'moderator', more }))).toEqual([
    'Looks like another name: \u0421hen\u00a0₂',
    'Somebody else has this name, too',
    'Looks like another name: Chen',
  ]);
  cleanup();
  expect(await marks(aDialog({ me: NINE, more }))).toEqual([]);
});
