import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { aPage, aServer, Refusing } from '../../testing/aServer.tsx';
import { Home } from './Home.tsx';
import { plainCode } from './JoinDialog.tsx';

afterEach(cleanup);

const chen = { account: { id: 'a1', name: 'Chen', guest: false } };
const aMap = (title: string, more = {}) => ({
  id: title,
  info: { title, question: '', about: '', language: 'en', access: 'members', editing: 'all', embeds: '' },
  role: 'owner',
  sample: false,
  version: 3,
  claims: 74,
  present: 0,
  changedAt: 0,
  thumbnail: { width: 10, height: 10, boxes: [], edges: [] },
  ...more,
});
const sample = aMap('Open source', { sample: true, role: null, claims: 1 });
const listed = (maps: object[], older: string | null = null) => ({ maps, older });
const home = () => [{ path: '/', element: <Home Import={() => <p>import</p>} /> }];

test('shows my maps with their facts, and the samples as such', async () => {
  aServer({
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([aMap('Motion', { present: 18 }), sample]),
  });
  aPage(home);
  const mine = within(await screen.findByRole('region', { name: 'My maps' }));
  expect(mine.getByRole('link', { name: 'Motion' }).getAttribute('href')).toBe('/maps/Motion');
  for (const fact of ['18 people online', '74 claims', 'Owner']) expect(mine.getByText(fact)).toBeDefined();
  const samples = within(screen.getByRole('region', { name: 'Examples' }));
  for (const fact of ['Example', '1 claim', 'can be copied']) expect(samples.getByText(fact)).toBeDefined();
});

test('teaches the first steps to those who have no map, in Chinese too', async () => {
  aServer({ 'GET /api/accounts/me': { account: null }, 'GET /api/maps': listed([sample]) });
  const page = aPage(home, '/', 'zh');
  expect(await screen.findByRole('heading', { name: '三步画出第一张论证图' })).toBeDefined();
  await page.user.click(await screen.findByRole('link', { name: '新建论证图' }));
  expect(page.path).toBe('/sign-in?task=sign-up&to=%2F%3Fnew');
});

test('a failure is told and can be tried again', async () => {
  const answers: Record<string, unknown> = { 'GET /api/accounts/me': chen, 'GET /api/maps': 500 };
  aServer(answers);
  const page = aPage(home);
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on the server');
  answers['GET /api/maps'] = listed([aMap('Motion')]);
  await page.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Motion' })).toBeDefined();
});

test('shows older maps when asked, and goes on at the first of them', async () => {
  const answers: Record<string, unknown> = {
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([aMap('New'), sample], '7-n'),
    'GET /api/maps?before=7-n': 500,
  };
  aServer(answers);
  const page = aPage(home);
  await page.user.click(await screen.findByRole('button', { name: 'Show older maps' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on the server');
  expect(screen.getByRole('link', { name: 'New' })).toBeDefined();
  answers['GET /api/maps?before=7-n'] = listed([aMap('Old'), aMap('Older')]);
  await page.user.click(screen.getByRole('button', { name: 'Show older maps' }));
  const mine = within(screen.getByRole('region', { name: 'My maps' }));
  await mine.findByRole('link', { name: 'Older' });
  expect(mine.getAllByRole('heading', { level: 3 }).map((title) => title.textContent)).toEqual(['New', 'Old', 'Older']); // prettier-ignore
  expect(document.activeElement).toBe(mine.getByRole('link', { name: 'Old' }));
  expect(screen.queryByRole('button', { name: 'Show older maps' })).toBeNull();
});

test('makes a map and goes there; a title is needed', async () => {
  const asked = aServer({
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([]),
    'POST /api/maps': (given: { title: string }) => aMap(given.title),
  });
  const page = aPage(home, '/?new');
  const dialog = within(await screen.findByRole('dialog', { name: 'New map' }));
  await page.user.click(dialog.getByRole('button', { name: 'Create map' }));
  expect(dialog.getByText('Give the map a title.')).toBeDefined();
  expect(document.activeElement).toBe(dialog.getByLabelText('Title'));
  await page.user.type(dialog.getByLabelText('Title'), 'Motion');
  await page.user.click(dialog.getByRole('button', { name: 'Create map' }));
  await waitFor(() => expect(page.path).toBe('/maps/Motion'));
  expect(asked.find(({ route }) => route === 'POST /api/maps')?.body).toEqual({
    faces: 'named',
    title: 'Motion',
    question: '',
    language: 'en',
  });
});

test('archives a map, shows it apart, and restores it', async () => {
  const held = (hold: string) => aMap('Motion', { info: { ...aMap('Motion').info, hold } });
  const answers: Record<string, unknown> = {
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([held('none'), aMap('Other')]),
    'POST /api/maps/Motion/edits': { version: 4, verdicts: [{ version: 4 }] },
  };
  const asked = aServer(answers);
  const page = aPage(home);
  await page.user.click(await screen.findByRole('button', { name: 'More for “Motion”' }));
  expect(screen.queryByRole('menuitem', { name: 'Delete map' })).toBeNull();
  answers['GET /api/maps'] = listed([held('archived'), aMap('Other')]);
  await page.user.click(screen.getByRole('menuitem', { name: 'Archive' }));
  await page.user.click(await screen.findByRole('button', { name: 'Show the archive (1)' }));
  const archive = within(screen.getByRole('region', { name: 'Archive' }));
  expect(archive.getByRole('link', { name: 'Motion' })).toBeDefined();
  await page.user.click(archive.getByRole('button', { name: 'More for “Motion”' }));
  answers['POST /api/maps/Motion/edits'] = {
    version: 4,
    verdicts: [{ refusal: { code: 'not-allowed', message: '' } }],
  };
  await page.user.click(screen.getByRole('menuitem', { name: 'Restore' }));
  expect(await screen.findByText(/Your role does not allow this/)).toBeDefined();
  const sent = asked.filter(({ route }) => route.endsWith('/edits')).map(({ body }) => body);
  expect(sent).toMatchObject([
    { edits: [{ edit: { kind: 'set-hold', hold: 'archived', slow: 0 } }] },
    { edits: [{ edit: { kind: 'set-hold', hold: 'none', slow: 0 } }] },
  ]);
});

test('sorts my maps, all of them, by name and by role, and finds them by title', async () => {
  const asked = aServer({
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([aMap('Beta', { changedAt: 3 }), aMap('Gamma', { role: 'observer', changedAt: 2 })], '2-g'), // prettier-ignore
    'GET /api/maps?before=2-g': listed([aMap('Alpha', { changedAt: 1 })]),
    'GET /api/search?q=ALPH': { hits: [], more: false },
  });
  const page = aPage(home);
  const mine = within(await screen.findByRole('region', { name: 'My maps' }));
  const titles = () => mine.getAllByRole('heading', { level: 3 }).map((title) => title.textContent);
  expect(titles()).toEqual(['Beta', 'Gamma']);
  await page.user.selectOptions(screen.getByLabelText('Order of my maps'), 'By name');
  await waitFor(() => expect(titles()).toEqual(['Alpha', 'Beta', 'Gamma']));
  await page.user.selectOptions(screen.getByLabelText('Order of my maps'), 'By my role');
  expect(titles()).toEqual(['Beta', 'Alpha', 'Gamma']);
  await page.user.type(screen.getByRole('searchbox'), 'ALPH');
  await waitFor(() => expect(titles()).toEqual(['Alpha']));
  expect(asked.filter(({ route }) => route.includes('before'))).toHaveLength(1);
});

test('deletes a map from the archive, and only after asking', async () => {
  const answers: Record<string, unknown> = {
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([aMap('Motion', { info: { ...aMap('Motion').info, hold: 'archived' } })]),
    'DELETE /api/maps/Motion': 204,
  };
  const asked = aServer(answers);
  const page = aPage(home);
  await page.user.click(await screen.findByRole('button', { name: 'Show the archive (1)' }));
  await page.user.click(await screen.findByRole('button', { name: 'More for “Motion”' }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Delete map' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete “Motion”?' }));
  expect(asked.some(({ route }) => route.startsWith('DELETE'))).toBe(false);
  answers['GET /api/maps'] = listed([]);
  await page.user.click(dialog.getByRole('button', { name: 'Delete map' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Motion' })).toBeNull());
  expect(await screen.findByText('Deleted “Motion”.')).toBeDefined();
});

test('a refused copy says why', async () => {
  aServer({
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([aMap('Motion')]),
    'POST /api/maps/Motion/copy': new Refusing(429, 'too-many-requests'),
  });
  const page = aPage(home);
  await page.user.click(await screen.findByRole('button', { name: 'More for “Motion”' }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Make a copy' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Copy “Motion”' }));
  await page.user.click(dialog.getByRole('button', { name: 'Make a copy' }));
  expect(await screen.findByText('That was a little fast. Please wait a moment.')).toBeDefined();
});

test('[Y1] an owner is asked whether the people come along, each time anew', async () => {
  const copy = { ...aMap('Motion'), id: 'copy' };
  const asked = aServer({
    'GET /api/accounts/me': chen,
    'GET /api/maps': listed([aMap('Motion', { info: { ...aMap('Motion').info, faces: 'pseudonymous' } })]),
    'POST /api/maps/Motion/copy': copy,
  });
  const page = aPage(home);
  const open = async () => {
    await page.user.click(await screen.findByRole('button', { name: 'More for “Motion”' }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Make a copy' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Copy “Motion”' }));
    return { dialog, people: dialog.getByRole('switch', { name: 'Bring the people along' }) };
  };
  const first = await open();
  expect(first.dialog.getByText(/under a new pseudonym and on no side/)).toBeDefined();
  await page.user.click(first.people);
  await page.user.click(first.dialog.getByRole('button', { name: 'Cancel' }));
  const { dialog, people } = await open();
  expect(people.getAttribute('aria-checked')).toBe('false');
  await page.user.click(people);
  await page.user.click(dialog.getByRole('button', { name: 'Make a copy' }));
  await waitFor(() => expect(page.path).toBe('/maps/copy'));
  expect(asked.find(({ route }) => route === 'POST /api/maps/Motion/copy')?.body).toEqual({ people: true });
});

test('[Y1] [Y3] who does not own the map, or of one without names, is asked nothing and brings nobody', async () => {
  const info = { ...aMap('Bare').info, faces: 'anonymous' };
  const copied = { 'POST /api/maps/Theirs/copy': 500, 'POST /api/maps/Bare/copy': 500 };
  const maps = [aMap('Theirs', { role: 'moderator' }), aMap('Bare', { info })];
  const asked = aServer({ 'GET /api/accounts/me': chen, 'GET /api/maps': listed(maps), ...copied });
  const page = aPage(home);
  for (const title of ['Theirs', 'Bare']) {
    await page.user.click(await screen.findByRole('button', { name: `More for “${title}”` }));
    await page.user.click(await screen.findByRole('menuitem', { name: 'Make a copy' }));
    const route = `POST /api/maps/${title}/copy`;
    await waitFor(() => expect(asked.find((one) => one.route === route)?.body).toEqual({ people: false }));
    expect(screen.queryByRole('dialog')).toBeNull();
  }
});

test('a code is taken as it was read from a board', async () => {
  expect(plainCode(' ｋ７ｍ-q2p ')).toBe('K7MQ2P');
  aServer({ 'GET /api/accounts/me': { account: null }, 'GET /api/maps': listed([]) });
  const page = aPage(home, '/?code');
  const dialog = within(await screen.findByRole('dialog', { name: 'Join with a code' }));
  await page.user.type(dialog.getByLabelText('Code'), 'k7{Enter}');
  expect(dialog.getByText('A code has six letters or digits.')).toBeDefined();
  await page.user.type(dialog.getByLabelText('Code'), 'm q2p{Enter}');
  expect(page.path).toBe('/join/K7MQ2P');
});
