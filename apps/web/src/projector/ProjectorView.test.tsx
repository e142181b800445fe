// [S-27] The wall of a room, with the real rules; tests/projector.spec.ts looks at it in a browser.
import { afterEach, describe, expect, it } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, screen, within } from '@testing-library/react';
import { MODERATOR, OTHER_PARTICIPANT, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import { aScreen, SCREEN_MAP } from '../../testing/aScreen.tsx';
import { aServer } from '../../testing/aServer.tsx';
import { ProjectorView } from './ProjectorView.tsx';

afterEach(cleanup);

const invite = (role: string, code: string, more: object = {}) => ({ id: code, role, code, token: 't', expiresAt: Date.now() + 1e9, uses: 0, by: MODERATOR, revoked: false, ...more }); // prettier-ignore

function open(as = MODERATOR, invites: object[] = []) {
  const made = aDebate();
  const asked = aServer({ [`GET /api/maps/${SCREEN_MAP}/invites`]: invites });
  const queries = new QueryClient();
  const page = aScreen(made.map, as, () => (
    <QueryClientProvider client={queries}>
      <ProjectorView />
    </QueryClientProvider>
  ));
  return { ...made, ...page, asked };
}
const region = (name: string) => within(screen.getByRole('region', { name }));

describe('the projector', () => {
  it('[S-27] says that nothing has begun and what comes first; then the phase, its side and its time', () => {
    const { others, debate, opening } = open(PARTICIPANT);
    expect(region('Phase').getByText('Not begun yet')).toBeDefined();
    expect(region('Phase').getByText('then: Opening · For')).toBeDefined();
    // Time stands: the phase is gone to and not begun.
    others(
      { kind: 'clock', debate, phase: null, deed: { what: 'go', to: opening, spent: 174_000 } },
      MODERATOR,
    );
    others({ kind: 'clock', debate, phase: opening, deed: { what: 'pause' } }, MODERATOR);
    expect(region('Phase').getByRole('heading').textContent).toBe('Opening · For');
    expect(region('Phase').getByRole('timer').textContent).toBe('2:06');
    expect(region('Phase').getByText('paused')).toBeDefined();
    expect(region('Phase').getByText('then: Reply · Against')).toBeDefined();
  });

  it('[S-27] [D8] names who speaks and who waits, and tells no point of order', () => {
    const { others, debate, opening, map, forIt } = open(MODERATOR);
    const [speaks, waits, point] = [map.newId(), map.newId(), map.newId()];
    others({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: opening } }, MODERATOR);
    others({ kind: 'set-side', participant: PARTICIPANT, side: forIt }, MODERATOR);
    others({ kind: 'raise-hand', hand: speaks, debate, point: null }, PARTICIPANT);
    others({ kind: 'raise-hand', hand: waits, debate, point: null }, OTHER_PARTICIPANT);
    others({ kind: 'raise-hand', hand: point, debate, point: 'Too loud' }, OTHER_PARTICIPANT);
    others({ kind: 'set-hand', hand: speaks, state: 'speaking' }, MODERATOR);
    expect(region('Speaking').getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['Piaspeaking', '潘']); // prettier-ignore
    expect(document.body.textContent).not.toContain('Too loud');
  });

  it('[S-27] shows the code of participants, never one that makes a moderator, one that is over, or one that was taken back', async () => {
    open(MODERATOR, [
      invite('moderator', 'AAAAAA'),
      invite('suggester', 'BBBBBB'),
      invite('participant', 'CCCCCC', { revoked: true }),
      invite('participant', 'DDDDDD', { expiresAt: 1 }),
      invite('participant', 'K7M4QX'),
    ]);
    expect((await screen.findByRole('status', { name: 'Code to join by' })).textContent).toBe('K7M4QX');
    expect(screen.getByRole('img', { name: 'The code as a picture to scan' })).toBeDefined();
  });

  it('[S-27] asks for no invitations where this person may not invite', () => {
    const { asked } = open(PARTICIPANT);
    expect(asked).toEqual([]);
    expect(screen.queryByRole('region', { name: 'Join in' })).toBeNull();
  });
});
