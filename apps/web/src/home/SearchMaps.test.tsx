import { afterEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aPage, aServer, Refusing } from '../../testing/aServer.tsx';
import { SearchMaps } from './SearchMaps.tsx';

afterEach(cleanup);

const page = (language: 'en' | 'zh' = 'en') =>
  aPage(() => [{ path: '/', element: <SearchMaps onWords={() => undefined} /> }], '/', language);
const asking = (q: string) => `GET /api/search?q=${encodeURIComponent(q)}`;
const CLAIM = '01920000-0000-7000-8000-000000000001';
const aHit = (text: string, hits: object[], more = {}) => ({
  map: 'm1', title: 'Open source', kind: 'claim', id: CLAIM, claim: CLAIM, source: null, start: 0, at: 0,
  snippet: { text, hits }, ...more,
}); // prettier-ignore
const found = (...hits: object[]) => ({ hits, more: false });

test('marks what it finds and leads to the claim, in Chinese too [A-11]', async () => {
  aServer({
    [asking('开源')]: found(
      aHit('👍 論開源，开源', [{ start: 3, end: 5 }, { start: 6, end: 8 }]), // prettier-ignore
      aHit('开源的未来', [{ start: 0, end: 2 }], { kind: 'source', id: 's1', claim: null, source: 's1' }),
    ),
  });
  const at = page('zh');
  const { user } = at;
  await user.type(within(screen.getByRole('search')).getByLabelText('在我的论证图里查找'), '开源');
  const results = within(await screen.findByRole('list', { name: '找到的内容' }));
  expect(screen.getByRole('status').textContent).toBe('找到 2 处');
  const links = results.getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual(['👍 論開源，开源', '开源的未来']);
  expect(links.map((link) => [...link.querySelectorAll('mark')].map((mark) => mark.textContent))).toEqual([
    ['開源', '开源'],
    ['开源'],
  ]);
  expect(links[1]?.getAttribute('href')).toBe('/maps/m1?view=source');
  expect(results.getAllByRole('listitem')[1]?.textContent).toContain('出处 · Open source');
  await user.click(links[0]!);
  expect(at.path).toBe(`/maps/m1?claim=${CLAIM}`);
});

test('asks for two characters, and once typing has stopped', async () => {
  const asked = aServer({ [asking('open')]: found() });
  const { user } = page();
  await user.type(screen.getByRole('searchbox'), 'o');
  expect((await screen.findByRole('status')).textContent).toBe('Write at least two letters or characters in a row.'); // prettier-ignore
  await user.type(screen.getByRole('searchbox'), 'pen');
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('0 places found'));
  expect(asked.map(({ route }) => route)).toEqual([asking('open')]);
});

test('asks for nothing that an input method has not settled', async () => {
  const asked = aServer({ [asking('开源')]: found() });
  page();
  const field = screen.getByRole<HTMLInputElement>('searchbox');
  fireEvent.compositionStart(field);
  fireEvent.change(field, { target: { value: "kai'yuan" } });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked).toEqual([]);
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(field.value).toBe("kai'yuan");
  fireEvent.change(field, { target: { value: '开源' } });
  fireEvent.compositionEnd(field);
  await waitFor(() => expect(asked.map(({ route }) => route)).toEqual([asking('开源')]));
});

test('Escape clears it; a refusal is told', async () => {
  aServer({ [asking('open')]: new Refusing(429, 'too-many-requests') });
  const { user } = page();
  await user.type(screen.getByRole('searchbox'), 'open');
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  await user.keyboard('{Escape}');
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  expect(screen.queryByText(/places/)).toBeNull();
});
