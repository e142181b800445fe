import { afterEach, expect, it } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import {
  aMap,
  MODERATOR,
  OWNER,
  PARTICIPANT,
  type MapBuilder,
} from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { RemovedDialog } from './RemovedDialog.tsx';

afterEach(cleanup);

function open(map: MapBuilder, as = OWNER) {
  let closed = 0;
  const { user, session } = aScreen(map, as, () => <RemovedDialog onClose={() => (closed += 1)} />);
  return { user, seen: () => ({ closed, selected: session.screen.getState().selected }) };
}

it('restores what was removed, from the list', async () => {
  const map = aMap();
  const thesis = map.thesis('Thesis');
  const reason = map.support(thesis, 'Reason');
  map.support(reason.claim, 'Beneath');
  map.remove(reason.claim);
  const page = open(map);
  await page.user.click(screen.getByRole('button', { name: 'Restore: Reason' }));
  expect(map.picture).toBe(['Thesis', '  + Reason', '    + Beneath'].join('\n'));
  expect(page.seen()).toEqual({ closed: 1, selected: reason.claim });
});

it('[E16] a moderator deletes for good what was removed, once asked, and reads who did so', async () => {
  const map = aMap();
  const thesis = map.thesis('Thesis');
  const reason = map.support(thesis, 'Reason', { by: PARTICIPANT });
  map.remove(map.comment(thesis, 'Rude', PARTICIPANT), PARTICIPANT);
  map.remove(reason.claim, PARTICIPANT);
  const { user } = open(map, MODERATOR);
  await user.click(screen.getByRole('button', { name: 'Delete for good: Reason' }));
  const asked = screen.getByRole('dialog', { name: 'Delete these words for good?' });
  expect(asked.textContent).toContain('This cannot be undone.');
  await user.click(within(asked).getByRole('button', { name: 'Cancel' }));
  expect(map.claim(reason.claim).text).toBe('Reason');
  for (const words of ['Reason', 'Rude']) {
    await user.click(screen.getByRole('button', { name: `Delete for good: ${words}` }));
    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    expect(screen.queryByText(words)).toBeNull();
  }
  expect(map.claim(reason.claim)).toMatchObject({ text: '', removed: { by: PARTICIPANT, purged: { by: MODERATOR } } }); // prettier-ignore
  const lines = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^Claim deleted for goodDeleted by Mo, /),
    expect.stringMatching(/^Comment deleted for goodDeleted by Mo, .*, a comment on “Thesis”$/),
  ]);
  expect(screen.queryByRole('button', { name: /^(Restore|Delete)/ })).toBeNull();
});

it('[P13] nobody else is offered it', () => {
  const map = aMap();
  map.remove(map.thesis('Mine', { by: PARTICIPANT }), PARTICIPANT);
  open(map, PARTICIPANT);
  expect(screen.getByRole('button', { name: 'Restore: Mine' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
});
