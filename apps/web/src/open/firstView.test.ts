import { expect, test } from '@jest/globals';
import { HOUSE } from '../MapRoute.tsx';
import { pageAt } from '../pages.ts';
import { VIEWS } from '../views.ts';
import { readAddress } from './address.ts';
import { firstView, startOf } from './firstView.ts';

test.each([false, true])(
  'the script that is asked for first is that of the view that is shown (phone: %s)',
  (narrow) => {
    const views = HOUSE.views.map(({ id }) => id);
    const start = { view: startOf(HOUSE.views, narrow).id, pane: null };
    for (const search of [
      '',
      '?view=map',
      '?view=outline',
      '?view=source',
      '?view=no',
      '?claim=x&view=outline&pane=y',
    ])
      expect(firstView(VIEWS, search, narrow).id).toBe(readAddress(search, { views, panes: [], start }).view);
    expect(start.view).toBe(narrow ? 'outline' : 'map');
  },
);

test('the page that is asked for first is that of the address', () => {
  const asked = ['/', '/maps/x', '/maps', '/join/abc', '/sign-in', '/embed/x', '/elsewhere'].map(pageAt);
  expect(asked).toEqual([
    undefined,
    '/maps/:id',
    undefined,
    '/join/:key',
    '/sign-in',
    '/embed/:id',
    undefined,
  ]);
});
