import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { viewerIn, visibleMap, type Id } from '@counterpoint/shared';
import {
  aMap,
  OWNER,
  PARTICIPANT,
  SUGGESTER,
  type MapBuilder,
} from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { CardEditor } from '../canvas/CardEditor.tsx';
import { newDraft } from '../open/drafts.ts';
import { RowField } from '../outline/RowField.tsx';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const Row = () => <RowField label="Row" hint="" save="Save" back={null} toRow={() => undefined} />;

function scene(draw = () => <CardEditor lang="zh" style={{}} />, as = PARTICIPANT, map = aMap()) {
  const thesis = map.thesis('The old town is closed to cars');
  const other = map.thesis('The market hall is rebuilt');
  const near = map.support(other, 'The ferry carries 300 people a day', { by: OWNER });
  const page = aScreen(map, as, draw);
  act(() => page.session.screen.getState().startDraft(newDraft('reply', thesis, 'support')));
  return { map, thesis, other, near, page };
}

/** The map as the server tells it to this person. */
function readBy(map: MapBuilder, as: Id): MapBuilder {
  map.map = visibleMap(map.map, viewerIn(map.map, as));
  return map;
}

const field = () => screen.getByRole('textbox');
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const hint = () =>
  screen
    .getAllByRole('status')
    .map((one) => one.textContent)
    .join('');
const MUCH = 'Much like: “The ferry carries 300 people a day”';

describe.each([
  ['a card', () => <CardEditor lang="zh" style={{}} />],
  ['a row', Row],
] as const)('while one writes on %s', (_where, draw) => {
  it('[S-30] much the same is told 300 ms after the last key, not before', async () => {
    scene(draw);
    type('The ferry carries 500 people');
    await pass(200);
    type('The ferry carries 500 people a day');
    await pass(299);
    expect(hint()).toBe('');
    await pass(1);
    expect(hint()).toBe(MUCH);
    type('Bread');
    await pass(300);
    expect(hint()).toBe('');
  });

  it('[S-30] nothing is told while an input method composes, and then as ever', async () => {
    scene(draw);
    fireEvent.compositionStart(field());
    type('The ferry carries 500 people a day');
    await pass(5_000);
    expect(hint()).toBe('');
    fireEvent.compositionEnd(field());
    await pass(300);
    expect(hint()).toBe(MUCH);
  });
});

describe('the hint', () => {
  it('[S-30] leads there; the words wait in their place, and nothing is sent', async () => {
    const { map, near, page } = scene();
    const claims = map.map.claims.size;
    type('the ferry carries 300 people a day!');
    await pass(300);
    expect(hint()).toBe('Already there: “The ferry carries 300 people a day”');
    const go = screen.getByRole('button', { name: 'Go there' });
    expect(fireEvent.mouseDown(go)).toBe(false); // the field keeps the focus, and so its words
    fireEvent.click(go);
    expect([page.selected, page.session.screen.getState().draft]).toEqual([near.claim, null]);
    expect([...page.session.typed.getState().values()].map(({ text }) => text)).toEqual([
      'the ferry carries 300 people a day!',
    ]);
    expect(map.map.claims.size).toBe(claims);
  });

  it('[S-30] by a key, uses the claim that is there instead of a new one', async () => {
    const { map, thesis, near, page } = scene();
    type('The ferry carries 300 people each day');
    await pass(300);
    fireEvent.keyDown(field(), { key: 'Enter', altKey: true, shiftKey: true });
    const [reference] = [...map.map.references.values()];
    expect(reference?.claim).toBe(near.claim);
    expect(map.map.arguments.get(reference?.argument ?? '')?.target.id).toBe(thesis);
    expect(page.selected).toBe(reference?.id);
    expect(page.session.typed.getState().size).toBe(0);
  });

  it('[S-30] offers no second use where the claim replies to the same already, nor for a thesis', async () => {
    const map = aMap();
    const top = map.thesis('Cars stay outside');
    map.support(top, 'The ferry carries 300 people a day');
    const page = aScreen(map, PARTICIPANT, () => <CardEditor lang="zh" style={{}} />);
    for (const draft of [newDraft('reply', top, 'rebut'), newDraft('thesis', null, 'thesis')]) {
      act(() => page.session.screen.getState().startDraft(draft));
      type('The ferry carries 500 people a day');
      await pass(300);
      expect(hint()).toBe(MUCH);
      expect(screen.getByRole('button', { name: 'Go there' })).toBeDefined();
      expect(screen.queryByRole('button', { name: 'Use it here instead' })).toBeNull();
    }
  });

  it('[S-30] [V1] names nothing that its reader may not see: a proposal of somebody else, what hangs on what was removed', async () => {
    const secret = (map: MapBuilder) => {
      const place = { at: 'thesis', order: 'z0' } as const;
      map.propose({ kind: 'add-claim', claim: map.newId(), text: 'A tunnel under the river', language: 'en', to: place }, SUGGESTER); // prettier-ignore
      return map;
    };
    scene(undefined, PARTICIPANT, readBy(secret(aMap()), PARTICIPANT));
    type('A tunnel under the river');
    await pass(300);
    expect(hint()).toBe('');
    cleanup();
    const removed = aMap();
    const above = removed.thesis('A crossing');
    removed.support(above, 'A tunnel under the river');
    removed.edit({ kind: 'remove', id: above });
    scene(undefined, OWNER, readBy(removed, OWNER));
    type('A tunnel under the river');
    await pass(300);
    expect(hint()).toBe('');
    cleanup();
    scene(undefined, OWNER, readBy(secret(aMap()), OWNER));
    type('A tunnel under the river');
    await pass(300);
    expect(hint()).toBe('Already there: “A tunnel under the river”');
  });
});
