import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import i18next from 'i18next';
import {
  aMap,
  OBSERVER,
  OWNER,
  PARTICIPANT,
  SUGGESTER,
  type MapBuilder,
} from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, until, type Seat, type Seminar } from '../../testing/aSession.ts';
import '../i18n/i18n.ts';
import { Toaster } from '../ui/Toaster.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { HouseContext } from '../open/house.ts';
import { HOUSE } from '../MapRoute.tsx';
import { OpenMapContext } from '../open/openMap.ts';

beforeAll(async () => {
  // jsdom lays nothing out; the canvas wants to know how large it is.
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { get: () => 1_600 },
    offsetHeight: { get: () => 1_200 },
  });
  // Without motion a view changes at once; d3's glide asks for what jsdom does not know.
  window.matchMedia = (media) =>
    Object.assign(new EventTarget(), { media, matches: media.includes('reduced-motion') }) as MediaQueryList;
  Element.prototype.hasPointerCapture = () => false;
  HTMLCanvasElement.prototype.getContext = () => null;
  await i18next.changeLanguage('en');
});

// Frames come when they come, as in a page: only what a person does is wrapped.
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});

let seat: Seat | undefined;
afterEach(() => {
  cleanup();
  seat?.close();
  seat = undefined;
  sessionStorage.clear();
  localStorage.clear();
});

async function open(
  builder: MapBuilder,
  as = OWNER,
): Promise<{ seat: Seat; seminar: Seminar; user: ReturnType<typeof userEvent.setup> }> {
  const seminar = await aSeminar(builder);
  const joined = await seminar.join(as);
  seat = joined;
  render(
    <OpenMapContext value={joined}>
      <HouseContext value={HOUSE}>
        <MapCanvas />
      </HouseContext>
      <Toaster />
    </OpenMapContext>,
  );
  await waitFor(() => expect(document.querySelector('.card')).not.toBeNull());
  return { seat: joined, seminar, user: userEvent.setup({ pointerEventsCheck: 0 }) };
}

const canvas = () => screen.getByRole('application');
const cards = () => screen.getAllByRole('group').filter((element) => element.classList.contains('card'));
const names = () => cards().map((card) => card.getAttribute('aria-label'));
const card = (text: string) => cards().find((one) => one.getAttribute('aria-label')?.includes(text))!;

/** As a pointer does, without the press that d3 takes for a drag; the focus goes to the map as in a browser. */
const press = (element: HTMLElement): void => {
  fireEvent.click(element);
  act(() => canvas().focus());
};
const doublePress = (element: HTMLElement): void => {
  press(element);
  fireEvent.doubleClick(element);
};

function aDebate() {
  const builder = aMap();
  const thesis = builder.thesis('Research should be open');
  const reason = builder.support(thesis, 'Taxpayers paid for it');
  builder.rebut(reason.argument, 'They pay for arms too');
  builder.joint(reason.argument, 'It can be searched');
  builder.comment(thesis);
  return { builder, thesis, reason };
}

describe('the canvas', () => {
  it('[U-07] names each card by type, words, what it replies to and its author', async () => {
    const { builder } = aDebate();
    await open(builder);
    expect(names()).toEqual([
      'Thesis, Research should be open, 3 claims beneath, by Olga',
      'Support of “Research should be open”, Taxpayers paid for it, premise 1 of 2 that count together, by Olga',
      'Support of “Research should be open”, It can be searched, premise 2 of 2 that count together, by Olga',
      'Undercut of “Taxpayers paid for it”, They pay for arms too, by Olga',
    ]);
    expect(screen.getByText('and also')).toBeTruthy();
  });

  it('is one tab stop, and its keys write a support, a sibling and an undercut', async () => {
    const { builder } = aDebate();
    const { seat: mine, user } = await open(builder);
    expect(canvas().querySelectorAll('[tabindex="0"], a[href], button:not([tabindex="-1"])')).toHaveLength(0);
    act(() => canvas().focus());
    await user.keyboard('{ArrowRight}');
    expect(canvas().getAttribute('aria-activedescendant')).toBe(card('Thesis').id);
    await user.keyboard(
      '{Tab}It is fair{Enter}{Enter}It is useful{Enter}u[useful to whom?]'.replace('u[useful to whom?]', 'u'),
    );
    await user.keyboard('Useful to whom?{Enter}');
    expect(names()).toContain('Support of “Research should be open”, It is fair, 2 of 3, by Olga');
    expect(names()).toContain('Support of “Research should be open”, It is useful, 3 of 3, by Olga');
    expect(names()).toContain('Undercut of “It is useful”, Useful to whom?, by Olga');
    await until(() => mine.doc.getState().pending === 0);
  });

  it('[U-04] lets Tab leave before anything was pressed, and after Escape', async () => {
    const { builder } = aDebate();
    const { seat: mine, user } = await open(builder);
    act(() => mine.screen.getState().select(cards()[0]!.id.replace('card-', '')));
    act(() => canvas().focus());
    await user.keyboard('{Tab}');
    expect(mine.screen.getState().draft).toBeNull();
    act(() => canvas().focus());
    await user.keyboard('{ArrowRight}{Escape}{Tab}');
    expect(mine.screen.getState().draft).toBeNull();
    expect(document.activeElement).not.toBe(canvas());
  });

  it('rewords in place: Enter keeps, Escape does not, an empty new card goes', async () => {
    const { builder } = aDebate();
    const { user } = await open(builder);
    doublePress(card('Taxpayers'));
    await user.keyboard(' already{Enter}');
    expect(card('Taxpayers paid for it already')).toBeTruthy();
    await user.keyboard('{F2} nonsense{Escape}');
    expect(card('nonsense')).toBeUndefined();
    const before = cards().length;
    await user.keyboard('p');
    expect(cards()).toHaveLength(before + 1);
    await user.keyboard('{Enter}');
    expect(cards()).toHaveLength(before);
  });

  it('[I-02] leaves the Enter that confirms pinyin to the input method', async () => {
    const { builder } = aDebate();
    const { seat: mine } = await open(builder);
    doublePress(card('Taxpayers'));
    const field = screen.getByRole('textbox');
    act(() => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, keyCode: 229 }));
    });
    expect(mine.screen.getState().editing).not.toBeNull();
  });

  it('removes with a way back', async () => {
    const { builder } = aDebate();
    const { user } = await open(builder);
    press(card('They pay'));
    await user.keyboard('{Delete}');
    expect(card('They pay')).toBeUndefined();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(card('They pay')).toBeTruthy();
  });

  it('folds and tells how many claims it hides', async () => {
    const { builder } = aDebate();
    const { user } = await open(builder);
    press(card('Thesis'));
    await user.keyboard('.');
    expect(cards()).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Unfold 3 claims' }));
    expect(cards()).toHaveLength(4);
  });

  it('shows a proposal of mine as pending', async () => {
    const { builder } = aDebate();
    const { user, seat: mine } = await open(builder, SUGGESTER);
    mine.screen.getState().readPolicy(); // the dialog before a first proposal is no part of the canvas
    press(card('Thesis'));
    await user.keyboard('cPublishers bear costs{Enter}');
    expect(card('Publishers bear costs').getAttribute('aria-label')).toContain('pending');
    expect(card('Publishers bear costs').dataset['relation']).toBe('pending');
    expect(await screen.findByText('Sent to the moderators for review')).toBeTruthy();
  });

  it('offers an observer nothing to change', async () => {
    const { builder } = aDebate();
    const { seat: mine, user } = await open(builder, OBSERVER);
    press(card('Thesis'));
    await user.keyboard('p');
    expect(mine.screen.getState().draft).toBeNull();
    expect(screen.queryByRole('button', { name: 'More' })).toBeNull();
  });

  it('[U-05] goes to the claim above when the selected one is removed by others', async () => {
    const { builder, thesis, reason } = aDebate();
    const { seat: mine, seminar } = await open(builder, PARTICIPANT);
    press(card('Taxpayers'));
    await seminar.others({ kind: 'remove', id: reason.argument }, OWNER);
    await waitFor(() => expect(mine.screen.getState().selected).toBe(thesis));
    expect(document.activeElement).toBe(canvas());
  });
});

describe('words on a card', () => {
  it('U-12 wait where they were: after Escape, and after a reload in the field that was open', async () => {
    const { seat: first, seminar, user } = await open(aDebate().builder);
    const field = () => screen.findByRole<HTMLTextAreaElement>('textbox');
    press(card('Research should be open'));
    await user.keyboard('{F2}');
    await user.type(await field(), ' to all');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.keyboard('{F2}');
    expect((await field()).value).toBe('Research should be open to all');
    cleanup();
    first.close();
    const second = await seminar.join(OWNER);
    seat = second;
    render(
      <OpenMapContext value={second}>
        <HouseContext value={HOUSE}>
          <MapCanvas />
        </HouseContext>
      </OpenMapContext>,
    );
    expect((await field()).value).toBe('Research should be open to all');
    (await field()).focus();
    await user.keyboard('{Enter}');
    await until(() => [...second.doc.getState().confirmed.claims.values()].some(({ text }) => text === 'Research should be open to all')); // prettier-ignore
    expect(second.typed.getState().size).toBe(0);
  });
});
