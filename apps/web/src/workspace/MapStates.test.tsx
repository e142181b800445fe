import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { aMap, anId, OWNER, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar } from '../../testing/aSession.ts';
import { aPage, aServer } from '../../testing/aServer.tsx';
import { meQuery } from '../api.ts';
import { OpenMapContext } from '../open/openMap.ts';
import { NoMap } from './MapStates.tsx';

const WORDS = 'Nobody else is to read this';
const person = (guest = false) => ({ account: { id: OWNER, name: 'Olga', guest }, faces: null });
const nobody = { account: null, faces: null };

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** A page that was sent away with words that nobody got, where the browser belongs to `now`. */
async function sentAway(
  code: 'not-found' | 'not-signed-in' | 'not-allowed',
  before: object,
  now: object,
): Promise<void> {
  aServer({ 'GET /api/accounts/me': now });
  const session = await (await aSeminar(aMap())).join(OWNER);
  session.typed.keep('comment 1', { text: WORDS, on: anId(1) });
  session.close();
  session.doc.setState({ refusal: { code, message: '' } });
  aPage((queries) => {
    queries.setQueryData(meQuery.queryKey, before as never);
    const element = (
      <OpenMapContext value={session}>
        <NoMap />
      </OpenMapContext>
    );
    return [{ path: '/', element }];
  });
  await screen.findByRole('heading', { level: 1 });
}

it.each(['not-found', 'not-signed-in'] as const)(
  'U-12 shows words to nobody else where their author was signed out elsewhere and hears no more than %s',
  async (code) => {
    await sentAway(code, person(), nobody);
    await screen.findByText(/stays on this device/);
    expect(screen.queryByText(WORDS)).toBeNull();
  },
);

it('U-12 shows words to nobody who has the browser next, and says whose it is now', async () => {
  const next = { account: { id: PARTICIPANT, name: 'Paul', guest: false }, faces: null };
  await sentAway('not-allowed', person(), next);
  await screen.findByText(/stays on this device/);
  screen.getByText(/Somebody else is signed in/);
  screen.getByRole('button', { name: 'Load again' });
  expect(screen.queryByText(WORDS)).toBeNull();
});

it('U-12 shows them to their author where the map is not there any more, and to a guest, who cannot sign in again', async () => {
  await sentAway('not-found', person(), person());
  await screen.findByText(WORDS);
  cleanup();
  await sentAway('not-found', person(true), nobody);
  await screen.findByText(WORDS);
});
