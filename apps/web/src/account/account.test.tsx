import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { aPage, aServer, Refusing } from '../../testing/aServer.tsx';
import { joinLoader } from './joinLoader.ts';
import { JoinPage } from './JoinPage.tsx';
import { MailPage } from './MailPage.tsx';
import { pathWithin, SignInPage } from './SignInPage.tsx';
import { UserMenu } from './UserMenu.tsx';

afterEach(cleanup);

const nobody = { account: null };
const invitation = {
  map: 'm1',
  title: 'Motion',
  role: 'suggester',
  faces: 'named',
  comesAs: 'named',
  participant: null,
};
const guest = { account: { id: 'a7', name: 'Student 7', guest: true } };

const join = (queries: Parameters<typeof joinLoader>[0]) => [
  { path: '/join/:key', loader: joinLoader(queries), element: <JoinPage />, hydrateFallbackElement: <p /> },
];
const signIn = () => [{ path: '/sign-in', element: <SignInPage /> }];

test('an invitation shows the map and the role, and asks for a name only', async () => {
  const asked = aServer({
    'GET /api/accounts/me': nobody,
    'GET /api/join/K7MQ2P': invitation,
    'POST /api/join/K7MQ2P': { map: 'm1' },
  });
  const page = aPage(join, '/join/K7MQ2P');
  expect(await screen.findByRole('heading', { name: 'Motion' })).toBeDefined();
  expect(screen.getByText('Your role: Suggester')).toBeDefined();
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
  await page.user.type(screen.getByLabelText('Your name'), '学员 7{Enter}');
  await waitFor(() => expect(page.path).toBe('/maps/m1'));
  expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({
    name: '学员 7',
    faces: 'named',
  });
});

test('a name of blanks is sent back with its text', async () => {
  const asked = aServer({ 'GET /api/accounts/me': nobody, 'GET /api/join/K7MQ2P': invitation });
  const page = aPage(join, '/join/K7MQ2P');
  await page.user.type(await screen.findByLabelText('Your name'), '   {Enter}');
  expect(await screen.findByText('Please give a name of at most 40 characters.')).toBeDefined();
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
});

test('someone signed in goes straight through, and a member without joining again', async () => {
  aServer({
    'GET /api/accounts/me': guest,
    'GET /api/join/K7MQ2P': invitation,
    'POST /api/join/K7MQ2P': { map: 'm1' },
  });
  const page = aPage(join, '/join/K7MQ2P');
  await waitFor(() => expect(page.path).toBe('/maps/m1'));
  cleanup();
  const asked = aServer({
    'GET /api/accounts/me': guest,
    'GET /api/join/K7MQ2P': { ...invitation, participant: 'p1' },
  });
  const again = aPage(join, '/join/K7MQ2P');
  await waitFor(() => expect(again.path).toBe('/maps/m1'));
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
});

test('an invitation that does not work says so', async () => {
  aServer({ 'GET /api/accounts/me': nobody, 'GET /api/join/ZZZZZZ': new Refusing(410, 'invite-invalid') });
  aPage(join, '/join/ZZZZZZ', 'zh');
  expect(await screen.findByRole('heading', { name: '这个邀请用不了' })).toBeDefined();
  expect(screen.getByText(/不存在、已过期或已作废/)).toBeDefined();
});

test.each([
  ['en', 'You can’t come in', /A moderator has taken you.*out of this map/],
  ['zh', '你现在进不去', /主持人已把你.*移出这张图/],
] as const)(
  '[E15] who was taken out is told so before they type a name (%s)',
  async (language, title, text) => {
    aServer({ 'GET /api/accounts/me': nobody, 'GET /api/join/K7MQ2P': new Refusing(403, 'taken-out') });
    aPage(join, '/join/K7MQ2P', language);
    expect(await screen.findByRole('heading', { name: title })).toBeDefined();
    expect(screen.getByText(text)).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  },
);

test('signs in and goes on to where it came from', async () => {
  let right = false;
  aServer({
    'GET /api/accounts/me': nobody,
    'POST /api/accounts/sign-in': () => (right ? guest : new Refusing(401, 'wrong-credentials')),
  });
  const page = aPage(signIn, '/sign-in?to=%2Fmaps%2Fm1');
  await page.user.type(screen.getByLabelText('Username'), 'chen');
  await page.user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByText('That username and password don’t match.')).toBeDefined();
  right = true;
  await page.user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(page.path).toBe('/maps/m1'));
});

test('a guest keeps their work under the name they have', async () => {
  const asked = aServer({ 'GET /api/accounts/me': guest, 'POST /api/accounts/sign-up': guest });
  const page = aPage(signIn, '/sign-in?task=sign-up');
  expect(await screen.findByRole('heading', { name: 'Keep your work' })).toBeDefined();
  await page.user.type(screen.getByLabelText('Username'), 'wren');
  await page.user.type(screen.getByLabelText('Password'), 'short{Enter}');
  expect(screen.getByText('A password has 8 to 200 characters.')).toBeDefined();
  await page.user.type(screen.getByLabelText('Password'), ' no more{Enter}');
  await waitFor(() => expect(page.path).toBe('/'));
  expect(asked.find(({ route }) => route.endsWith('sign-up'))?.body).toEqual({
    login: 'wren',
    name: 'Student 7',
    password: 'short no more',
  });
});

test('a password that is guessed first is told at its field: by the form, or by the server that knows them all', async () => {
  const asked = aServer({
    'GET /api/accounts/me': nobody,
    'POST /api/accounts/sign-up': new Refusing(422, 'weak-password'),
  });
  const page = aPage(signIn, '/sign-in?task=sign-up', 'zh');
  await page.user.type(await screen.findByLabelText('显示名'), 'Wang Xiao');
  await page.user.type(screen.getByLabelText('用户名'), 'wx');
  await page.user.type(screen.getByLabelText('密码'), 'wangxiao{Enter}');
  const field = screen.getByLabelText('密码');
  expect(screen.getByText(/密码不能就是用户名或显示名/)).toBeDefined();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
  await page.user.clear(field);
  await page.user.type(field, 'password1{Enter}');
  expect(await screen.findByText(/这个密码太常见/)).toBeDefined();
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('only a path of this site is gone on to', () => {
  expect(pathWithin('/maps/m1?x=1')).toBe('/maps/m1?x=1');
  for (const trap of ['https://evil.example/', '//evil.example', '/\\evil.example', null])
    expect(pathWithin(trap)).toBe('/');
});

test('theme and language change from the menu', async () => {
  aServer({ 'GET /api/accounts/me': guest });
  const page = aPage(() => [{ path: '/', element: <UserMenu /> }]);
  await page.user.click(await screen.findByRole('button', { name: /Student 7/ }));
  await page.user.click(await screen.findByRole('menuitemradio', { name: 'Dark' }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await page.user.click(screen.getByRole('button', { name: /Student 7/ }));
  await page.user.click(await screen.findByRole('menuitemradio', { name: '中文' }));
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(await screen.findByRole('button', { name: 'Student 7：账号与设置' })).toBeDefined();
});

test('[M-09] letters are offered where the server sends them, and an address is asked for its yes', async () => {
  const menu = () => [{ path: '/', element: <UserMenu /> }];
  const settings = { address: null, confirmed: false, digest: true };
  const asked = aServer({
    'GET /api/accounts/me': { ...guest, mail: true },
    'GET /api/accounts/mail': settings,
    'POST /api/accounts/mail': { ...settings, address: 'su@example.org' },
  });
  const page = aPage(menu, '/');
  await page.user.click(await screen.findByRole('button', { name: /Student 7/ }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Letters by e-mail…' }));
  await page.user.type(await screen.findByLabelText('E-mail address'), 'su@example.org');
  await page.user.click(screen.getByRole('switch', { name: 'A letter a day' }));
  await page.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/A letter is on its way/)).toBeDefined();
  expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ address: 'su@example.org', digest: false, language: 'en' }); // prettier-ignore
  cleanup();
  aServer({ 'GET /api/accounts/me': guest });
  const without = aPage(menu, '/');
  await without.user.click(await screen.findByRole('button', { name: /Student 7/ }));
  expect(await screen.findByRole('menuitem', { name: 'Sign out' })).toBeDefined();
  expect(screen.queryByRole('menuitem', { name: 'Letters by e-mail…' })).toBeNull();
});

test('[M-09] the links in letters do what they say by one press, and say so when they are too old', async () => {
  const mail = () => [{ path: '/mail/:task/:key', element: <MailPage /> }];
  const asked = aServer({ 'POST /api/mail/leave/k1': null });
  const page = aPage(mail, '/mail/leave/k1');
  expect(asked).toEqual([]);
  await page.user.click(await screen.findByRole('button', { name: 'No more letters' }));
  expect(await screen.findByText('You will get none any more.')).toBeDefined();
  cleanup();
  aServer({ 'POST /api/mail/confirm/k2': new Refusing(404, 'not-found') });
  const old = aPage(mail, '/mail/confirm/k2');
  await old.user.click(await screen.findByRole('button', { name: 'Yes, it is mine' }));
  expect(await screen.findByText('This link does not work any more')).toBeDefined();
});
