// A made-up pane and a made-up dialog, each one entry of a list: the page finds them and knows neither by name.
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { may } from '@counterpoint/shared';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Command } from '../open/command.ts';
import { aMap, MODERATOR, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aSessionOf } from '../../testing/aScreen.tsx';
import { aPage, aServer } from '../../testing/aServer.tsx';
import { HOUSE } from '../MapRoute.tsx';
import { HouseContext, type House, type Pane } from '../open/house.ts';
import { OpenMapContext, useDoc, useSelected } from '../open/openMap.ts';
import { TypedContext } from '../open/useTyped.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Workspace } from './Workspace.tsx';

beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null; // jsdom draws nothing
  Object.assign(globalThis, { innerWidth: 1_400 }); // room for the panes
});
afterEach(cleanup);

const LETTERS: Pane = {
  id: 'letters',
  title: () => 'Letters',
  about: 'map',
  offered: ({ role }) => may(role, 'review'),
  badge: ({ view }, claim) => (claim ?? [...view.claims.values()][0])?.text.length ?? 0,
  alert: true,
  load: () => Promise.resolve(Letters),
};

function Letters() {
  const claims = useDoc(({ view }) => view.claims.size);
  return <p>{`Letters of ${claims} claims, now “${useSelected()?.claim.text ?? 'none'}”`}</p>;
}

const Plain = () => <p>The map</p>;

const PLAIN: House = {
  ...HOUSE,
  views: [{ id: 'plain', title: () => 'Plain', icon: 'fit', load: () => Promise.resolve(Plain) }],
};
const WITH_LETTERS: House = { ...PLAIN, panes: [...HOUSE.panes, LETTERS] };

function open(house: House, as = MODERATOR) {
  aServer({});
  const map = aMap();
  const thesis = map.thesis('Seven');
  const { session } = aSessionOf(map, as);
  const page = (
    <OpenMapContext value={session}>
      <TypedContext value={session.typed}>
        <HouseContext value={house}>
          <Workspace menu={null} />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>
  );
  const at = `/maps/${session.id}`;
  return {
    ...aPage(() => [{ path: '/maps/:id', element: page }], at),
    map,
    thesis,
    screen: session.screen.getState(),
  };
}

const beside = () => within(screen.getByRole('complementary'));
const tabs = () => beside().getAllByRole('tab').map(({ textContent }) => textContent); // prettier-ignore
const chosen = () => beside().getByRole('tab', { selected: true }).textContent;

describe('a pane', () => {
  it('is a tab with its badge and its content', async () => {
    const page = open(WITH_LETTERS);
    act(() => page.screen.select(page.thesis));
    expect(tabs()).toEqual(['Claim', 'Discussion', 'History', 'Review', 'Board', 'Letters5']);
    expect(chosen()).toBe('Claim');
    await page.user.click(beside().getByRole('tab', { name: /Letters/ }));
    expect(
      beside()
        .getByRole('tab', { name: /Letters/ })
        .querySelector('.alert')?.textContent,
    ).toBe('5');
    expect(await beside().findByText('Letters of 1 claims, now “Seven”')).toBeDefined();
  });

  it('of the whole map is there while nothing is selected; those of a claim are not', async () => {
    const page = open(WITH_LETTERS);
    expect(beside().getByRole('heading', { name: 'Choose a claim' })).toBeDefined();
    expect(tabs()).toEqual(['Review', 'Board', 'Letters5']);
    await page.user.click(beside().getByRole('tab', { name: /Letters/ }));
    expect(await beside().findByText('Letters of 1 claims, now “none”')).toBeDefined();
  });

  it('alone needs no tab', () => {
    open({ ...PLAIN, panes: PLAIN.panes.filter(({ id }) => id === 'review') });
    expect(beside().queryByRole('tab')).toBeNull();
    expect(beside().getByText('Nothing waits for review.')).toBeDefined();
  });

  it('that is not offered gives way to the first that is', () => {
    const page = open(WITH_LETTERS, PARTICIPANT);
    act(() => {
      page.screen.select(page.thesis);
      page.screen.showTab('letters');
    });
    expect(tabs()).toEqual(['Claim', 'Discussion', 'History', 'Unanswered']);
    expect(chosen()).toBe('Claim');
  });
});

describe('a view', () => {
  it('whose script cannot be had says so in its place, with the rest of the page, and comes when the line is back', async () => {
    let isThere = false;
    const load = () => (isThere ? Promise.resolve(Plain) : Promise.reject(new Error('no such file')));
    const page = open({ ...PLAIN, views: [{ ...PLAIN.views[0], load }] });
    expect((await screen.findByRole('alert')).textContent).toMatch(/has probably been updated/);
    expect(screen.getByRole('complementary')).toBeDefined();
    await page.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('alert')).toBeDefined();
    isThere = true;
    act(() => void dispatchEvent(new Event('online')));
    expect(await screen.findByText('The map')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a dialog', () => {
  const MadeUp = ({ onClose }: { onClose: () => void }) => (
    <Dialog open title="Made up" onOpenChange={(isOpen) => !isOpen && onClose()}>
      <button type="button">Inside</button>
    </Dialog>
  );

  it('is shown when it is asked for; then the focus is where it was', async () => {
    const page = open({ ...PLAIN, dialogs: { ...HOUSE.dialogs, keys: () => Promise.resolve(MadeUp) } });
    await page.user.click(screen.getByRole('button', { name: 'Keys' }));
    await screen.findByRole('dialog', { name: 'Made up' });
    expect(document.activeElement?.textContent).toBe('Inside');
    await page.user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Keys'));
  });

  it('whose script cannot be had says so, leaves the page as it is, and opens the next time', async () => {
    let isThere = false;
    const keys = () => (isThere ? Promise.resolve(MadeUp) : Promise.reject(new Error('no such file')));
    const page = open({ ...PLAIN, dialogs: { ...HOUSE.dialogs, keys } });
    const button = screen.getByRole('button', { name: 'Keys' });
    await page.user.click(button);
    expect(await screen.findByText(/has probably been updated/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined();
    expect([screen.queryByRole('dialog'), document.activeElement]).toEqual([null, button]);
    isThere = true;
    await page.user.click(button);
    expect(await screen.findByRole('dialog', { name: 'Made up' })).toBeDefined();
  });
});

describe('a command', () => {
  const shouted: (string | null)[] = [];
  const SHOUT: Command = {
    id: 'shout',
    title: (t) => (t('title.undo') === 'Undo' ? 'Shout it out' : '大声说'),
    group: 'look',
    keys: ['Y'],
    offered: ({ id }) => id !== null,
    run: ({ id }) => shouted.push(id),
  };
  const WITH_SHOUT: House = { ...HOUSE, commands: [...HOUSE.commands, SHOUT] };

  it.each([
    ['the map', () => screen.getByRole('application')],
    ['the outline', () => screen.getByRole('treeitem', { name: /^Seven/ })],
  ])('is in menu, keys, help and palette of %s, in both languages', async (view, place) => {
    shouted.length = 0;
    const page = open(WITH_SHOUT);
    act(() => page.screen.show(view === 'the map' ? 'map' : 'outline'));
    act(() => page.screen.select(page.thesis));
    const { user } = page;
    const focus = () => act(() => place().focus());
    focus();
    await user.keyboard('y');
    expect(shouted).toEqual([page.thesis]);
    await user.keyboard('m');
    // Without a layout the way of the pointer into the second menu leads past it.
    fireEvent.click(await screen.findByRole('menuitem', { name: 'View and share' }));
    const item = await screen.findByRole('menuitem', { name: 'Shout it out' });
    expect([item.textContent, item.getAttribute('aria-keyshortcuts')]).toEqual(['Shout it outY', 'Y']);
    fireEvent.click(item);
    expect(shouted).toHaveLength(2);
    focus();
    await user.keyboard('?');
    expect(
      within(await screen.findByRole('dialog', { name: 'Keys' })).getByText('Shout it out'),
    ).toBeDefined();
    await user.keyboard('{Escape}');
    focus();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), '大声');
    expect(screen.getByRole('option', { name: /Shout it out/ })).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(shouted).toHaveLength(3));
  });

  it('of a pane is a command of its own, by its key and in the palette', async () => {
    const page = open({ ...HOUSE, panes: [...HOUSE.panes, { ...LETTERS, keys: ['Y'] }] });
    act(() => page.screen.select(page.thesis));
    act(() => screen.getByRole('application').focus());
    await page.user.keyboard('y');
    expect(chosen()).toBe('Letters5');
    await page.user.click(beside().getByRole('tab', { name: 'Claim' }));
    act(() => screen.getByRole('application').focus());
    await page.user.keyboard('{Control>}k{/Control}');
    await page.user.type(await screen.findByRole('combobox'), 'letters{Enter}');
    await waitFor(() => expect(chosen()).toBe('Letters5'));
  });
});
