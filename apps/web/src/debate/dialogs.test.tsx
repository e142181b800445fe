import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sideOf, type Id } from '@counterpoint/shared';
import { aMap, MODERATOR, OTHER_PARTICIPANT, PARTICIPANT, type MapBuilder } from '../../../../packages/shared/testing/aMap.ts'; // prettier-ignore
import { aSeminar, type Seat } from '../../testing/aSession.ts';
import { chooseLanguage } from '../i18n/i18n.ts';
import { HOUSE } from '../MapRoute.tsx';
import { HouseContext } from '../open/house.ts';
import { OpenMapContext } from '../open/openMap.ts';
import { TypedContext } from '../open/useTyped.ts';
import { MapDialogs } from '../workspace/MapDialogs.tsx';

beforeAll(() => {
  chooseLanguage('en');
  Element.prototype.scrollIntoView = () => undefined; // jsdom has nothing to scroll
});
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});
const seats: Seat[] = [];
afterEach(() => {
  cleanup();
  for (const seat of seats.splice(0)) seat.close();
  localStorage.clear();
});

async function open(builder: MapBuilder, as: Id, dialog: 'sides' | 'debate') {
  const seat = await (await aSeminar(builder)).join(as);
  seats.push(seat);
  render(
    <OpenMapContext value={seat}>
      <TypedContext value={seat.typed}>
        <HouseContext value={HOUSE}>
          <MapDialogs />
        </HouseContext>
      </TypedContext>
    </OpenMapContext>,
  );
  const ask = () => seat.screen.getState().ask({ for: dialog });
  ask();
  return { ask, user: userEvent.setup(), view: () => seat.doc.getState().view };
}

function aDebate() {
  const m = aMap();
  const [debate, inner, outer] = [m.newId(), m.newId(), m.newId()];
  const sides = [{ id: inner, name: 'Inner', sign: 'circle' }, { id: outer, name: 'Outer', sign: 'diamond' }] as const; // prettier-ignore
  m.edit({ kind: 'begin-debate', debate, plan: { name: 'D', sides, phases: [], queue: 'raised', pace: 'hand', injury: null, choose: true } }); // prettier-ignore
  m.edit({ kind: 'set-side', participant: PARTICIPANT, side: inner });
  m.edit({ kind: 'set-side', participant: OTHER_PARTICIPANT, side: outer });
  return { m, inner, outer };
}

describe('the sides of a debate', () => {
  it('[S-31] [D9] are swapped by one press of whoever manages the map', async () => {
    const { m, inner, outer } = aDebate();
    const { user, view } = await open(m, MODERATOR, 'sides');
    await user.click(await screen.findByRole('button', { name: 'Swap Inner and Outer' }));
    const at = [PARTICIPANT, OTHER_PARTICIPANT].map((who) => sideOf(view(), who));
    expect(at).toEqual([outer, inner]);
  });

  it('[U-19] [D11] give a person extra time, which that person reads and nobody else', async () => {
    const { m } = aDebate();
    const { user, view } = await open(m, MODERATOR, 'sides');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Extra time of Pia' }), '50');
    expect([...view().allowances.values()]).toMatchObject([{ participant: PARTICIPANT, percent: 50 }]);
  });

  it('[U-19] [D11] tells the person alone of it', async () => {
    const { m } = aDebate();
    m.edit({ kind: 'set-allowance', allowance: m.newId(), participant: PARTICIPANT, percent: 50 });
    await open(m, PARTICIPANT, 'sides');
    await screen.findByText('+50 % time');
    cleanup();
    await open(m, OTHER_PARTICIPANT, 'sides');
    await screen.findByText('Pia');
    expect(screen.queryByText('+50 % time')).toBeNull();
  });
});

describe('the plan of a debate', () => {
  it('keeps what was typed when its dialog is closed by accident, until it is saved or begun anew', async () => {
    const { ask, user } = await open(aMap(), MODERATOR, 'debate');
    const name = async () => within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Name' });
    await user.clear(await name());
    await user.type(await name(), 'My debate');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    ask();
    expect(await name()).toHaveProperty('value', 'My debate');
    await user.click(screen.getByRole('button', { name: 'Start over' }));
    expect(await name()).not.toHaveProperty('value', 'My debate');
  });
});
