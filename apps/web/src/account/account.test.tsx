import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { aPage, aServer, Refusing } from '../../testing/aServer.tsx';
import { fetchAllWords } from '../i18n/i18n.ts';
import { AccountPage } from './AccountPage.tsx';
import { ResetPage } from './ResetPage.tsx';
import { joinLoader } from './joinLoader.ts';
import { JoinPage } from './JoinPage.tsx';
import { MailPage } from './MailPage.tsx';
import { pathWithin, SignInPage } from './SignInPage.tsx';
import { UserMenu } from './UserMenu.tsx';

beforeAll(fetchAllWords);
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
    alike: false,
  });
});

test('a name of blanks is sent back with its text', async () => {
  const asked = aServer({ 'GET /api/accounts/me': nobody, 'GET /api/join/K7MQ2P': invitation });
  const page = aPage(join, '/join/K7MQ2P');
  await page.user.type(await screen.findByLabelText('Your name'), '   {Enter}');
  expect(await screen.findByText('Please give a name of at most 40 characters.')).toBeDefined();
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
});

test('[Z-08] who is signed in says whether they are that person, and goes on by one press; a member without joining again', async () => {
  aServer({
    'GET /api/accounts/me': guest,
    'GET /api/join/K7MQ2P': invitation,
    'POST /api/join/K7MQ2P': { map: 'm1' },
  });
  const page = aPage(join, '/join/K7MQ2P');
  expect(
    await screen.findByRole('heading', { name: 'Go on as Student 7, or as someone else?' }),
  ).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
  await page.user.click(screen.getByRole('button', { name: 'Go on as Student 7' }));
  await waitFor(() => expect(page.path).toBe('/maps/m1'));
  cleanup();
  const asked = aServer({
    'GET /api/accounts/me': guest,
    'GET /api/join/K7MQ2P': { ...invitation, participant: 'p1' },
  });
  const again = aPage(join, '/join/K7MQ2P');
  await again.user.click(await screen.findByRole('link', { name: 'Go on as Student 7' }));
  await waitFor(() => expect(again.path).toBe('/maps/m1'));
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
});

test('[Z-08] somebody else is asked for their own name once a guest heard what they lose', async () => {
  const answers = {
    'GET /api/accounts/me': guest as unknown,
    'GET /api/join/K7MQ2P': { ...invitation, participant: 'p1' },
    'POST /api/accounts/sign-out': () => {
      answers['GET /api/accounts/me'] = nobody;
      answers['GET /api/join/K7MQ2P'] = { ...invitation, participant: null as unknown as string };
      return nobody;
    },
  };
  const asked = aServer(answers);
  const page = aPage(join, '/join/K7MQ2P');
  await page.user.click(await screen.findByRole('button', { name: 'Go on as someone else' }));
  expect(await screen.findByText(/Once you sign out, nobody can give you back your place/)).toBeDefined();
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
  await page.user.click(screen.getByRole('button', { name: 'Sign out all the same' }));
  const field = await screen.findByLabelText('Your name');
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(screen.getByText('Your role: Suggester')).toBeDefined();
});

test('Z-17: who comes with a name that is there already is told, and changes it or goes on', async () => {
  const asked = aServer({
    'GET /api/accounts/me': nobody,
    'GET /api/join/K7MQ2P': invitation,
    'POST /api/join/K7MQ2P': ({ alike }: { alike: boolean }) =>
      alike ? { map: 'm1' } : new Refusing(409, 'name-alike'),
  });
  const page = aPage(join, '/join/K7MQ2P');
  await page.user.type(await screen.findByLabelText('Your name'), 'Li Ming{Enter}');
  expect(await screen.findByText(/Somebody in this map has this name/)).toBeDefined();
  const field = screen.getByLabelText('Your name');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  // Another name is another question.
  await page.user.type(field, ' B');
  expect(screen.queryByText(/Somebody in this map has this name/)).toBeNull();
  await page.user.click(screen.getByRole('button', { name: 'Enter the map' }));
  await page.user.click(await screen.findByRole('button', { name: 'Go on as Li Ming B all the same' }));
  await waitFor(() => expect(page.path).toBe('/maps/m1'));
  const sent = asked.filter(({ route }) => route.startsWith('POST')).map(({ body }) => body);
  expect(sent).toEqual([
    { name: 'Li Ming', faces: 'named', alike: false },
    { name: 'Li Ming B', faces: 'named', alike: false },
    { name: 'Li Ming B', faces: 'named', alike: true },
  ]);
});

test('Z-17: so is who is signed in, and may stand in this map under another name', async () => {
  const asked = aServer({
    'GET /api/accounts/me': guest,
    'GET /api/join/K7MQ2P': invitation,
    'POST /api/join/K7MQ2P': ({ name }: { name?: string }) =>
      name === 'Student 7 B' ? { map: 'm1' } : new Refusing(409, 'name-alike'),
  });
  const page = aPage(join, '/join/K7MQ2P');
  await page.user.click(await screen.findByRole('button', { name: 'Go on as Student 7' }));
  const field = await screen.findByLabelText<HTMLInputElement>('Your name');
  expect(field.value).toBe('Student 7');
  await page.user.type(field, ' B{Enter}');
  await waitFor(() => expect(page.path).toBe('/maps/m1'));
  expect(asked.filter(({ route }) => route.startsWith('POST'))).toHaveLength(2);
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
  await page.user.click(await screen.findByRole('menuitem', { name: 'E-mail notices…' }));
  await page.user.type(await screen.findByLabelText('E-mail address'), 'su@example.org');
  await page.user.click(screen.getByRole('switch', { name: 'One e-mail a day' }));
  await page.user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/A message is on its way/)).toBeDefined();
  expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ address: 'su@example.org', digest: false, language: 'en' }); // prettier-ignore
  cleanup();
  aServer({ 'GET /api/accounts/me': guest });
  const without = aPage(menu, '/');
  await without.user.click(await screen.findByRole('button', { name: /Student 7/ }));
  expect(await screen.findByRole('menuitem', { name: 'Sign out' })).toBeDefined();
  expect(screen.queryByRole('menuitem', { name: 'E-mail notices…' })).toBeNull();
});

test('[M-09] the links in letters do what they say by one press, and say so when they are too old', async () => {
  const mail = () => [{ path: '/mail/:task/:key', element: <MailPage /> }];
  const asked = aServer({ 'POST /api/mail/leave/k1': null });
  const page = aPage(mail, '/mail/leave/k1');
  expect(asked).toEqual([]);
  await page.user.click(await screen.findByRole('button', { name: 'Stop the e-mails' }));
  expect(await screen.findByText('You will not get any more.')).toBeDefined();
  cleanup();
  aServer({ 'POST /api/mail/confirm/k2': new Refusing(404, 'not-found') });
  const old = aPage(mail, '/mail/confirm/k2');
  await old.user.click(await screen.findByRole('button', { name: 'Yes, it is mine' }));
  expect(await screen.findByText('This link does not work any more')).toBeDefined();
});

const li = { account: { id: 'a1', name: '李明', guest: false } };
const here = {
  id: 'a'.repeat(32),
  browser: 'Firefox',
  system: 'Windows',
  since: 1,
  seen: Date.now(),
  own: true,
};
const phone = { ...here, id: 'b'.repeat(32), browser: 'Safari', system: 'iOS', own: false };
const account = () => [{ path: '/account', element: <AccountPage /> }];

test('Z-12: name and password are changed, and a session elsewhere is ended', async () => {
  let listed = [here, phone];
  const asked = aServer({
    'GET /api/accounts/me': li,
    'GET /api/accounts/sessions': () => listed,
    'POST /api/accounts/name': { account: { ...li.account, name: '李小明' } },
    'POST /api/accounts/password': (body: { old: string }) =>
      body.old === 'the old one' ? null : new Refusing(401, 'wrong-credentials'),
    [`DELETE /api/accounts/sessions/${phone.id}`]: () => {
      listed = [here];
      return null;
    },
  });
  const { user } = aPage(account, '/account');
  const name = await screen.findByLabelText('Display name');
  await user.clear(name);
  await user.type(name, ' 李小明 {Enter}');
  expect(await screen.findByText('You go by 李小明 now.')).toBeDefined();
  await user.type(screen.getByLabelText('Current password'), 'wrong');
  await user.type(screen.getByLabelText('New password'), 'quite another one{Enter}');
  expect(await screen.findByText('This is not your password.')).toBeDefined();
  await user.clear(screen.getByLabelText('Current password'));
  await user.type(screen.getByLabelText('Current password'), 'the old one{Enter}');
  expect(await screen.findByText(/Your password is changed/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Sign out: Safari on iOS' }));
  await waitFor(() => expect(screen.queryByText('Safari on iOS')).toBeNull());
  expect(screen.getByText('Firefox on Windows')).toBeDefined();
  expect(screen.queryByText('Somebody forgot their password')).toBeNull();
  expect(asked.filter(({ route }) => route.endsWith('/name')).map(({ body }) => body)).toEqual([{ name: '李小明' }]); // prettier-ignore
});

test('Z-12: an account is deleted with its password, once it is said what becomes of the maps', async () => {
  let held = [{ id: 'm1', title: '桥' }];
  const asked = aServer({
    'GET /api/accounts/me': li,
    'GET /api/accounts/sessions': [here],
    'GET /api/accounts/departure': () => ({ deleted: [{ id: 'm2', title: 'Alone' }], held, kept: 2 }),
    'POST /api/accounts/delete': nobody,
  });
  const page = aPage(account, '/account');
  await page.user.click(await screen.findByRole('button', { name: 'Delete my account…' }));
  expect((await screen.findByRole('link', { name: '桥' })).getAttribute('href')).toBe('/maps/m1');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Delete for good' }).disabled).toBe(true);
  expect(screen.queryByLabelText('Your password')).toBeNull();
  await page.user.click(screen.getByRole('button', { name: 'Cancel' }));
  held = [];
  await page.user.click(screen.getByRole('button', { name: 'Delete my account…' }));
  await page.user.type(await screen.findByLabelText('Your password'), 'the old one{Enter}');
  await waitFor(() => expect(page.path).toBe('/'));
  expect(asked.at(-1)).toEqual({ route: 'POST /api/accounts/delete', body: { password: 'the old one' } });
});

test('Z-12: a guest types a word instead, and is offered a password', async () => {
  const asked = aServer({
    'GET /api/accounts/me': guest,
    'GET /api/accounts/sessions': [here],
    'GET /api/accounts/departure': { deleted: [], held: [], kept: 1 },
    'POST /api/accounts/delete': nobody,
  });
  const page = aPage(account, '/account', 'zh');
  expect(await screen.findByRole('link', { name: '设个密码' })).toBeDefined();
  expect(screen.queryByLabelText('新密码')).toBeNull();
  await page.user.click(screen.getByRole('button', { name: '注销账号…' }));
  const field = await screen.findByLabelText('请输入“注销”确认');
  await page.user.type(field, '删除{Enter}');
  expect(await screen.findByText('请输入“注销”。')).toBeDefined();
  expect(asked.some(({ route }) => route.startsWith('POST'))).toBe(false);
  await page.user.clear(field);
  await page.user.type(field, '注销{Enter}');
  await waitFor(() => expect(page.path).toBe('/'));
});

test('whoever runs the server makes a link for a forgotten password', async () => {
  aServer({
    'GET /api/accounts/me': { ...li, admin: true },
    'GET /api/accounts/sessions': [here],
    'POST /api/admin/resets': (body: { login: string }) =>
      body.login === 'chen' ? { name: '陈', path: `/reset#${'k'.repeat(22)}`, expiresAt: 1 } : new Refusing(404, 'not-found'), // prettier-ignore
  });
  const { user } = aPage(account, '/account');
  await user.type(await screen.findByLabelText('Their username'), 'nobody{Enter}');
  expect(await screen.findByText(/Nobody signs in with this name/)).toBeDefined();
  await user.clear(screen.getByLabelText('Their username'));
  await user.type(screen.getByLabelText('Their username'), 'Chen{Enter}');
  expect(await screen.findByText(new RegExp(`/reset#${'k'.repeat(22)}$`))).toBeDefined();
});

test('a link for a forgotten password sets a new one, and says when it is too old', async () => {
  const key = 'k'.repeat(22);
  let old = false;
  const asked = aServer({
    'GET /api/accounts/me': nobody,
    'POST /api/accounts/reset': () => (old ? new Refusing(404, 'not-found') : null),
  });
  const reset = () => [{ path: '/reset', element: <ResetPage /> }, ...signIn()];
  const page = aPage(reset, `/reset#${key}`);
  await page.user.type(await screen.findByLabelText('New password'), 'quite another one{Enter}');
  await waitFor(() => expect(page.path).toBe('/sign-in'));
  expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ key, password: 'quite another one' }); // prettier-ignore
  cleanup();
  old = true;
  const late = aPage(reset, `/reset#${key}`);
  await late.user.type(await screen.findByLabelText('New password'), 'quite another one{Enter}');
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeDefined();
  cleanup();
  aPage(reset, '/reset');
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeDefined();
});

test('a guest who signs out is told what they lose, and offered a password', async () => {
  const asked = aServer({ 'GET /api/accounts/me': guest, 'POST /api/accounts/sign-out': nobody });
  const menu = () => [{ path: '/', element: <UserMenu /> }];
  const page = aPage(menu, '/');
  await page.user.click(await screen.findByRole('button', { name: /Student 7/ }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByText(/Only this browser knows that you are Student 7/)).toBeDefined();
  expect(asked.some(({ route }) => route.endsWith('sign-out'))).toBe(false);
  await page.user.click(screen.getByRole('button', { name: 'Choose a password instead' }));
  await waitFor(() => expect(page.path).toBe('/sign-in?to=%2F&task=sign-up'));
  cleanup();
  const leaving = aPage(menu, '/');
  await leaving.user.click(await screen.findByRole('button', { name: /Student 7/ }));
  await leaving.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  await leaving.user.click(await screen.findByRole('button', { name: 'Sign out all the same' }));
  await waitFor(() => expect(asked.some(({ route }) => route.endsWith('sign-out'))).toBe(true));
});
