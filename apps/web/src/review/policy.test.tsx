import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { isTrusted, offeredReasons, type Edit, type Id } from '@counterpoint/shared';
import {
  aMap,
  MODERATOR,
  OWNER,
  PARTICIPANT,
  SUGGESTER,
  type MapBuilder,
} from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, until, type Seat } from '../../testing/aSession.ts';
import { Wording } from '../claim/Wording.tsx';
import { chooseLanguage } from '../i18n/i18n.ts';
import { HOUSE } from '../MapRoute.tsx';
import { askFor, undo } from '../open/askFor.ts';
import { HouseContext } from '../open/house.ts';
import { OpenMapContext, useDoc } from '../open/openMap.ts';
import { TypedContext } from '../open/useTyped.ts';
import { reasonText } from '../relation/reasonText.ts';
import { MapDialogs } from '../workspace/MapDialogs.tsx';

beforeAll(() => {
  chooseLanguage('en');
  Element.prototype.scrollIntoView = () => undefined; // jsdom has nothing to scroll
});

// Frames come when they come, as in a page: only what a person does is wrapped.
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});

const seats: Seat[] = [];
afterEach(() => {
  cleanup();
  for (const seat of seats.splice(0)) seat.close();
  localStorage.clear();
  sessionStorage.clear();
});

function OneWording({ id }: { id: Id }) {
  const claim = useDoc(({ view }) => view.claims.get(id));
  return claim ? <Wording claim={claim} mayEdit /> : null;
}

/** The page of a map with one wording on it, and its dialogs. */
async function open(builder: MapBuilder, as: Id, claim?: Id) {
  const seminar = await aSeminar(builder);
  const join = async (who: Id): Promise<Seat> => {
    const seat = await seminar.join(who);
    seats.push(seat);
    return seat;
  };
  const seat = await join(as);
  render(
    <OpenMapContext value={seat}>
      <TypedContext value={seat.typed}>
        <HouseContext value={HOUSE}>
          {claim && <OneWording id={claim} />}
          <MapDialogs />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>,
  );
  return {
    seat,
    join,
    user: userEvent.setup(),
    proposals: () => [...seat.doc.getState().view.proposals.values()],
  };
}

const adding = (m: MapBuilder): Edit => ({ kind: 'add-claim', claim: m.newId(), text: 'x', language: 'en', to: { at: 'thesis', order: 'a5' } }); // prettier-ignore
const gone = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
const FIRST = 'What you propose goes to a moderator first';
const first = () => screen.findByRole('dialog', { name: FIRST });

describe('before a first proposal', () => {
  it('[P17] [M-04] the policy is shown once; not yet keeps the words in their field, go on sends them and closes it', async () => {
    const m = aMap({ policy: 'Sources first.', quota: 3, trust: 5 });
    const claim = m.thesis('was', { by: OWNER });
    const { user, proposals, seat } = await open(m, SUGGESTER, claim);
    await user.click(screen.getByRole('button', { name: 'Reword' }));
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Wording of the claim' });
    await user.clear(field());
    await user.type(field(), 'better{Enter}');
    const dialog = within(await first());
    expect(dialog.getByText('Sources first.')).toBeTruthy();
    expect(dialog.getByText('Up to 3 of your proposals may wait at once.')).toBeTruthy();
    expect(dialog.getByText(/After 5 accepted proposals/)).toBeTruthy();
    expect(dialog.getByText('Off the question')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Not yet' }));
    await gone();
    expect([field().value, proposals()]).toEqual(['better', []]);
    await user.type(field(), '{Enter}');
    await user.click(within(await first()).getByRole('button', { name: 'Go on and propose' }));
    expect(proposals().map(({ edit }) => edit['text'])).toEqual(['better']);
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    expect(seat.typed.getState().size).toBe(0);
    act(() => void askFor(seat, adding(m)));
    expect(proposals()).toHaveLength(2);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[P17] is not shown twice on a device, nor to who proposed before; on another device it is', async () => {
    const m = aMap();
    const again = await open(m, SUGGESTER);
    again.seat.screen.getState().readPolicy();
    const next = await open(m, SUGGESTER);
    expect(askFor(next.seat, adding(m))).toBe(true);
    localStorage.clear();
    const elsewhere = await open(m, SUGGESTER);
    expect(askFor(elsewhere.seat, adding(m))).toBe(false);
    m.propose(adding(m), SUGGESTER);
    const known = await open(m, SUGGESTER);
    expect(askFor(known.seat, adding(m))).toBe(true);
  });

  it('[P17] comes before what waits and nothing else, whoever asks', async () => {
    const m = aMap({ trust: 1 });
    const others = m.thesis('others', { by: OWNER });
    m.rebut(others, 'hanging on it', { by: MODERATOR });
    const participant = await open(m, PARTICIPANT);
    expect(askFor(participant.seat, adding(m))).toBe(true);
    expect(askFor(participant.seat, { kind: 'remove', id: others })).toBe(false);
    await first();
    cleanup();
    const said = await open(m, SUGGESTER);
    expect(askFor(said.seat, { kind: 'comment', comment: m.newId(), claim: others, text: 'c' })).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[P17] [U5] comes before an undo that would wait, and the step is not spent', async () => {
    const m = aMap();
    const { seat, join, user, proposals } = await open(m, PARTICIPANT);
    const owner = await join(OWNER);
    askFor(seat, adding(m));
    owner.doc.getState().edit({ kind: 'set-role', participant: PARTICIPANT, role: 'suggester' });
    await until(() => seat.doc.getState().role === 'suggester');
    undo(seat);
    await user.click(within(await first()).getByRole('button', { name: 'Not yet' }));
    await gone();
    expect([proposals(), seat.doc.getState().canUndo]).toEqual([[], true]);
    undo(seat);
    await user.click(within(await first()).getByRole('button', { name: 'Go on and propose' }));
    await gone();
    expect(proposals().map(({ edit, state }) => [edit.kind, state])).toEqual([['remove', 'pending']]);
  });

  it('[P17] stays over the dialog that asked for it, which keeps what was typed there', async () => {
    const m = aMap();
    const { edition } = m.source('The river rises.');
    const { seat, user, proposals } = await open(m, SUGGESTER);
    const picked = { edition, start: 0, end: 9, exact: 'The river' };
    act(() => seat.screen.getState().ask({ for: 'claim', picked, relation: 'thesis' }));
    const words = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Claim' });
    await user.clear(words);
    await user.type(words, 'In my words');
    await user.click(screen.getByRole('button', { name: 'Add the claim' }));
    await user.click(within(await first()).getByRole('button', { name: 'Not yet' }));
    await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
    expect(words.isConnected && words.value).toBe('In my words');
    await user.click(screen.getByRole('button', { name: 'Add the claim' }));
    await user.click(within(await first()).getByRole('button', { name: 'Go on and propose' }));
    expect(proposals()).toHaveLength(1);
    await gone();
    expect(seat.screen.getState().asking).toBeNull();
  });
});

describe('the moderation of a map', () => {
  it('[P17] [P19] is set by whoever manages it; words that are not saved wait', async () => {
    const m = aMap();
    const { seat, user } = await open(m, OWNER);
    const shown = () => seat.doc.getState().view;
    act(() => seat.screen.getState().ask({ for: 'moderation' }));
    const words = await screen.findByRole('textbox', { name: 'How it is moderated' });
    await user.type(words, 'Sources first.');
    await user.keyboard('{Escape}');
    act(() => seat.screen.getState().ask({ for: 'moderation' }));
    await screen.findByDisplayValue('Sources first.');
    const quota = screen.getByRole('textbox', { name: 'Proposals of one person that may wait' });
    await user.clear(quota);
    await user.type(quota, '0');
    const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(save().disabled).toBe(true);
    await user.clear(quota);
    await user.type(quota, '3');
    await user.click(save());
    expect(shown().info).toMatchObject({ policy: 'Sources first.', quota: 3, trust: 0 });
    expect(seat.typed.getState().size).toBe(0);
    await user.click(screen.getByRole('switch', { name: 'Personal' }));
    await user.type(screen.getByRole('textbox', { name: 'In Chinese' }), '太长');
    await user.click(screen.getByRole('button', { name: 'Add a reason' }));
    expect(offeredReasons(shown())).not.toContain('personal');
    const [own] = [...shown().reasons.values()].filter(({ code }) => code === null);
    expect(own).toMatchObject({ zh: '太长', en: '', offered: true });
    expect(reasonText(shown(), { code: own?.id ?? '', reason: 'Too much.' })).toBe('太长: Too much.');
    await user.click(screen.getByRole('switch', { name: '太长' }));
    await user.click(screen.getByRole('switch', { name: 'Personal' }));
    expect(offeredReasons(shown())).toHaveLength(13);
    await user.click(screen.getByRole('button', { name: 'Delete “太长”' }));
    expect(shown().reasons.size).toBe(0);
  });

  it('[P18] takes trust back and gives it back', async () => {
    const m = aMap({ trust: 1 });
    m.edit({ kind: 'decide', proposal: m.propose(adding(m)), verdict: 'accepted', reason: null }, MODERATOR);
    const { seat, user } = await open(m, MODERATOR);
    const trusted = () => isTrusted(seat.doc.getState().view, SUGGESTER);
    act(() => seat.screen.getState().ask({ for: 'moderation' }));
    const turn = await screen.findByRole('switch', { name: 'Su' });
    expect(screen.getByText('1 accepted · needs no moderator')).toBeTruthy();
    await user.click(turn);
    await until(() => !trusted());
    await screen.findByText('1 accepted · trust taken back');
    await user.click(turn);
    await until(trusted);
  });

  it('[P17] is read by everyone, and changed from there by who may', async () => {
    const m = aMap({ policy: 'Sources first.' });
    const reader = await open(m, PARTICIPANT);
    act(() => reader.seat.screen.getState().ask({ for: 'policy' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'How this map is moderated' }));
    expect(dialog.getByText('Sources first.')).toBeTruthy();
    expect(dialog.getAllByRole('listitem')).toHaveLength(15);
    expect(dialog.queryByRole('button', { name: 'Change it' })).toBeNull();
  });
});
