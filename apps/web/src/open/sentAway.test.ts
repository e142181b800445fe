import { expect, it } from '@jest/globals';
import { isSentAway, toldOf } from './sentAway.ts';

const state = { ended: null, status: 'live', version: 3, refusal: undefined } as const;
const refused = (code: 'not-found' | 'not-signed-in' | 'not-allowed' | 'stale' | 'wrong-origin') =>
  ({ ...state, status: 'refused', refusal: { code, message: '' } }) as const;

it.each(['not-found', 'not-signed-in', 'not-allowed'] as const)(
  '[S12] [S14] a map is looked at no longer by who comes back and hears %s',
  (code) => expect(isSentAway(refused(code))).toBe(true),
);

it.each(['stale', 'wrong-origin'] as const)('[S12] it stays where that page alone is told %s', (code) => {
  expect(isSentAway(refused(code))).toBe(false);
  expect(isSentAway({ ...refused(code), version: null })).toBe(true);
});

it('[S12] it stays while the line is gone, and goes with a goodbye', () => {
  expect(isSentAway({ ...state, status: 'offline' })).toBe(false);
  expect(isSentAway({ ...state, ended: 'removed' })).toBe(true);
});

it('an address that is no id leads nowhere', () => {
  expect(toldOf({ code: 'invalid', message: 'map: Invalid UUID' })).toMatchObject({ code: 'not-found' });
  expect(toldOf({ code: 'stale', message: '' })).toMatchObject({ code: 'stale' });
});
