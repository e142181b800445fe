import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import userEvent from '@testing-library/user-event';
import type { Edit, Id } from '@counterpoint/shared';
import {
  aMap,
  MODERATOR,
  OWNER,
  PARTICIPANT,
  type MapBuilder,
} from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, type Seat } from '../../testing/aSession.ts';
import { chooseLanguage } from '../i18n/i18n.ts';
import { HOUSE } from '../MapRoute.tsx';
import { askFor } from '../open/askFor.ts';
import { HouseContext } from '../open/house.ts';
import { OpenMapContext } from '../open/openMap.ts';
import { TypedContext } from '../open/useTyped.ts';
import { MuteMark, MuteMember } from '../share/MuteMember.tsx';
import { Held, Muted } from '../workspace/HeldLines.tsx';
import { MapDialogs } from '../workspace/MapDialogs.tsx';

beforeAll(() => chooseLanguage('en'));
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});
const seats: Seat[] = [];
afterEach(() => {
  cleanup();
  for (const seat of seats.splice(0)) seat.close();
  localStorage.clear();
});

async function open(builder: MapBuilder, as: Id) {
  const seat = await (await aSeminar(builder)).join(as);
  seats.push(seat);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <OpenMapContext value={seat}>
        <TypedContext value={seat.typed}>
          <HouseContext value={HOUSE}>
            <Held />
            <Muted />
            <MuteMark participant={PARTICIPANT} />
            <MuteMember participant={PARTICIPANT} name="Pia" />
            <MapDialogs />
          </HouseContext>
        </TypedContext>
      </OpenMapContext>
    </QueryClientProvider>,
  );
  return { seat, user: userEvent.setup(), info: () => seat.doc.getState().view.info };
}

const commandNamed = (name: string) => HOUSE.commands.find(({ id }) => id === name)!;
const freeze = commandNamed('freeze');
const here = (session: Seat) => ({ session, doc: session.doc.getState(), screen: session.screen.getState(), id: null }); // prettier-ignore

describe('who may write', () => {
  it('[P23] [P24] one press freezes, all read it, and a dialog sets how and how fast', async () => {
    const { seat, user, info } = await open(aMap(), MODERATOR);
    expect(screen.queryByText(/paused/)).toBeNull();
    freeze.run(here(seat));
    expect(info().hold).toBe('frozen');
    await screen.findByText('Writing is paused by a moderator.');
    await user.click(screen.getByRole('button', { name: 'Change…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Who may write now' });
    await user.click(within(dialog).getByRole('radio', { name: /Hide what is new/ }));
    await user.selectOptions(within(dialog).getByRole('combobox'), '1 minute');
    await user.click(within(dialog).getByRole('button', { name: 'Set' }));
    expect(info()).toMatchObject({ hold: 'review', slow: 60 });
    await user.click(await screen.findByRole('button', { name: 'Let everyone write' }));
    expect(info()).toMatchObject({ hold: 'none', slow: 0 });
    await waitFor(() => expect(screen.queryByText(/New things are hidden/)).toBeNull());
  });

  it('[P23] who does not decide reads it and has no button; what they ask for all the same is told as refused', async () => {
    const m = aMap({ hold: 'frozen' });
    const claim = m.thesis();
    const { seat } = await open(m, PARTICIPANT);
    await screen.findByText('Writing is paused by a moderator.');
    expect(screen.queryByRole('button')).toBeNull();
    expect(freeze.offered(here(seat))).toBe(false);
    const comment: Edit = { kind: 'comment', comment: m.newId(), claim, text: 'C' };
    expect(askFor(seat, comment)).toBe(false);
    expect(HOUSE.commands.find(({ id }) => id === 'thesis')?.offered(here(seat))).toBe(false);
  });

  it('[P25] [P26] a moderator mutes with a reason, sees how much goes, and lets them write again', async () => {
    const m = aMap();
    m.thesis('T', { by: PARTICIPANT });
    const { seat, user } = await open(m, MODERATOR);
    const view = () => seat.doc.getState().view;
    await user.click(await screen.findByRole('button', { name: 'Mute Pia…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Mute Pia?' });
    const mute = within(dialog).getByRole('button', { name: 'Mute' });
    expect(mute).toHaveProperty('disabled', true);
    await user.type(within(dialog).getByRole('textbox'), 'Three insults');
    await user.click(within(dialog).getByRole('switch'));
    within(dialog).getByText(/1 thing they wrote goes/);
    await user.click(mute);
    await screen.findByText('Muted: Three insults');
    expect([...view().claims.values()][0]?.removed?.by).toBe(MODERATOR);
    await user.click(screen.getByRole('button', { name: 'Let Pia write again…' }));
    await user.click(await screen.findByRole('button', { name: 'Let them write' }));
    await waitFor(() => expect(screen.queryByText('Muted: Three insults')).toBeNull());
    expect([...view().claims.values()][0]?.removed).toBeNull();
  });

  it('[P27] [S-26] the owner archives with what it means before their eyes, is given the link, and reopens', async () => {
    const { seat, user, info } = await open(aMap(), OWNER);
    const archive = commandNamed('archive');
    expect(archive.offered(here(seat))).toBe(true);
    archive.run(here(seat));
    const dialog = await screen.findByRole('dialog', { name: 'Archive this map?' });
    within(dialog).getByText(/Only its members can read it/);
    await user.click(within(dialog).getByRole('button', { name: 'Archive' }));
    expect(info().hold).toBe('archived');
    const done = await screen.findByRole('dialog', { name: 'This map is archived' });
    await waitFor(() => expect(within(done).getByRole('status', { name: 'Permanent link' }).textContent).toBe(`${location.origin}/maps/${seat.id}?view=replay&at=${seat.doc.getState().version}`)); // prettier-ignore
    await user.click(within(done).getByRole('button', { name: 'Close' }));
    await screen.findByText('Archived.');
    for (const name of ['freeze', 'hold', 'thesis', 'keepBack'])
      expect([name, commandNamed(name).offered(here(seat))]).toEqual([name, false]);
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    expect(info().hold).toBe('none');
    await waitFor(() => expect(screen.queryByText('Archived.')).toBeNull());
  });

  it('[P27] who reads an archived map is told so, has the link, and no way to write or reopen', async () => {
    const { seat } = await open(aMap({ hold: 'archived' }), MODERATOR);
    await screen.findByText('It can be read, and is no longer changed.');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Permanent link…']);
    for (const name of ['freeze', 'hold', 'thesis', 'keepBack'])
      expect([name, commandNamed(name).offered(here(seat))]).toEqual([name, false]);
    expect(commandNamed('archive').offered(here(seat))).toBe(true);
  });

  it('[P25] who was muted reads why', async () => {
    const m = aMap();
    m.edit({ kind: 'mute', mute: m.newId(), participant: PARTICIPANT, reason: 'Three insults', hide: false });
    await open(m, PARTICIPANT);
    await screen.findByText(/Reason: “Three insults”/);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
