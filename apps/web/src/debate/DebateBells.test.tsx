import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/react';
import { MODERATOR, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { DebateBells } from './DebateBells.tsx';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** A phase of five minutes of which so many seconds are left. */
function withLeft(left: number) {
  const { map, debate, opening } = aDebate();
  const page = aScreen(map, PARTICIPANT, () => <DebateBells />);
  const deed = { what: 'go', to: opening, spent: (300 - left) * 1000 } as const;
  page.others({ kind: 'clock', debate, phase: null, deed }, MODERATOR);
  // The page's clock stands where the edit was made.
  jest.setSystemTime(page.session.doc.getState().view.debates.get(debate)?.clock.since ?? 0);
  const pass = (seconds: number) => act(() => jest.advanceTimersByTime(seconds * 1000));
  return { ...page, pass, said: () => screen.getAllByRole('status')[0]?.textContent };
}

describe('the bells where no strip is shown', () => {
  it('[D6] [U-19] say what is left as the clock passes it, and when the time is up', () => {
    const { pass, said } = withLeft(62);
    pass(1);
    expect(said()).toBe('');
    pass(2);
    expect(said()).toBe('1:00 left');
    pass(50);
    expect(said()).toBe('0:10 left');
  });

  it('[D6] say nothing of what passed while the page slept', () => {
    const { pass, said } = withLeft(62);
    pass(1);
    jest.setSystemTime(Date.now() + 20_000);
    pass(1);
    expect(said()).toBe('');
  });
});
