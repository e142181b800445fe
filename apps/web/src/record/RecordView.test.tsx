import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Id, RecordRow } from '@counterpoint/shared';
import { aMap, MODERATOR, OWNER, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { aScreen, SCREEN_MAP } from '../../testing/aScreen.tsx';
import { aServer, type Answers } from '../../testing/aServer.tsx';
import { RecordView } from './RecordView.tsx';

afterEach(cleanup);

const RECORD = `GET /api/maps/${SCREEN_MAP}/record?`;

const aRow = (version: number, more: Partial<RecordRow>): RecordRow => ({
  version,
  part: 1,
  at: 1_700_000_000_000 + version,
  by: { id: OWNER, name: 'Olga' },
  kind: 'reword',
  did: null,
  about: null,
  claim: null,
  before: null,
  after: null,
  beside: null,
  proposal: null,
  proposedBy: null,
  verdict: null,
  code: null,
  reason: null,
  rule: null,
  ...more,
});

function open(answers: (claim: Id, gone: Id) => Answers) {
  const map = aMap();
  const [claim, gone] = [map.thesis('It rises'), map.thesis('Gone')];
  map.remove(gone);
  const asked = aServer(answers(claim, gone));
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = aScreen(map, OWNER, () => (
    <QueryClientProvider client={queries}>
      <RecordView />
    </QueryClientProvider>
  ));
  return { ...page, claim, asked };
}

const rows = async () => within(await screen.findByRole('list', { name: 'Record' })).getAllByRole('listitem');

describe('the record (M-08)', () => {
  it('tells both names of a decision, why, what words came and went, and whether the claim is still there', async () => {
    open((claim, gone) => ({
      [RECORD]: {
        version: 9,
        older: '4-0',
        rows: [
          aRow(9, { kind: 'remove', claim: gone, before: 'Gone' }),
          aRow(8, { kind: 'decide', by: { id: MODERATOR, name: 'Mo' }, proposedBy: { id: SUGGESTER, name: 'Su' }, verdict: 'returned', code: 'unclear', reason: 'Which river?', claim, after: 'Not so' }), // prettier-ignore
          aRow(7, { claim, before: 'It falls', after: 'It rises', did: { kind: 'reword', claim, was: 'It falls', text: 'It rises' } }), // prettier-ignore
        ],
      },
      [`${RECORD}before=4-0`]: { version: 9, older: null, rows: [aRow(1, { kind: 'found', by: null })] },
    }));
    const [removed, decided, reworded] = await rows();
    expect(within(removed!).getByText('This claim was removed')).toBeDefined();
    expect(within(decided!).getByText(/Proposed by Su, decided by Mo:/).textContent).toContain('Sent back');
    expect(within(decided!).getByText('Unclear wording: Which river?')).toBeDefined();
    expect(within(reworded!).getByText('removed:').parentElement?.textContent).toBe('removed: falls');
    act(() => screen.getByRole('button', { name: 'Earlier rows' }).click());
    expect(await screen.findByText('This is where the record begins.')).toBeDefined();
    expect(await rows()).toHaveLength(4);
  });

  it('asks for what is chosen, and offers the same as a table', async () => {
    const none = { version: 9, older: null, rows: [] };
    const { user, asked, claim, session } = open((claim) => ({
      [RECORD]: { ...none, rows: [aRow(2, {})] },
      [`${RECORD}by=${MODERATOR}`]: none,
      [`${RECORD}by=${MODERATOR}&kind=flag%2Cclose-flags`]: none,
      [`${RECORD}by=${MODERATOR}&kind=flag%2Cclose-flags&claim=${claim}`]: none,
    }));
    await rows();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who' }), 'Mo');
    expect(await screen.findByText('Nothing of this kind')).toBeDefined();
    await user.selectOptions(screen.getByRole('combobox', { name: 'What was done' }), 'Flags');
    act(() => session.screen.getState().showRecord(claim));
    expect(screen.getByText('Only about “It rises”')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toBe(
      `/api/maps/${SCREEN_MAP}/record/csv?by=${MODERATOR}&kind=flag%2Cclose-flags&claim=${claim}&language=en`,
    );
    expect(asked.at(-1)?.route).toBe(`${RECORD}by=${MODERATOR}&kind=flag%2Cclose-flags&claim=${claim}`);
    await user.click(screen.getByRole('button', { name: 'Show the whole record' }));
    expect(session.screen.getState().recorded).toBeNull();
  });

  it('says that it could not be had, and asks again', async () => {
    const answers: Answers = { [RECORD]: 500 };
    const { user } = open(() => answers);
    expect((await screen.findByRole('alert')).textContent).toBe('The record could not be loaded.');
    answers[RECORD] = { version: 9, older: null, rows: [aRow(2, {})] };
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(1);
  });
});
