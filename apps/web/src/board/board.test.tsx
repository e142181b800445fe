import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import {
  aMap,
  MODERATOR,
  OTHER_PARTICIPANT,
  PARTICIPANT,
  SUGGESTER,
} from '../../../../packages/shared/testing/aMap.ts';
import { aDebate } from '../../testing/aDebate.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { HOUSE } from '../MapRoute.tsx';
import { BoardPane } from './BoardPane.tsx';
import { UnansweredPane } from './Unanswered.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const items = (list: RegExp | string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map((one) => one.textContent);
const part = (name: RegExp) => screen.getByRole('radio', { name });

describe('the board', () => {
  it('is offered to who decides; everybody else has what is unanswered', () => {
    const map = aMap();
    map.thesis();
    const ids = (role: 'owner' | 'participant' | 'observer' | null) =>
      HOUSE.panes.flatMap(({ id, offered }) =>
        ['board', 'unanswered'].includes(id) && offered?.({ view: map.map, role } as never) ? id : [],
      );
    expect([ids('owner'), ids('participant'), ids('observer'), ids(null)]).toEqual([['board'], ['unanswered'], ['unanswered'], ['unanswered']]); // prettier-ignore
  });

  it('[S-19] [A6] names who has not written, by name', async () => {
    const map = aMap();
    map.thesis('Thesis', { by: PARTICIPANT });
    aScreen(map, MODERATOR, () => <BoardPane />);
    const silent = items('Have not written yet');
    expect(silent).toEqual([...silent].sort());
    expect(silent).not.toContain(map.map.participants.get(PARTICIPANT)?.name);
    expect(silent).toContain(map.map.participants.get(OTHER_PARTICIPANT)?.name);
  });

  it('[S-08] [S-19] lists hands in the order of the queue, gives the floor by a press, and knows who spoke', async () => {
    const { map, debate } = aDebate();
    for (const by of [PARTICIPANT, OTHER_PARTICIPANT])
      map.edit({ kind: 'raise-hand', hand: map.newId(), debate, point: null }, by);
    const { user } = aScreen(map, MODERATOR, () => <BoardPane />);
    const [first = '', second = ''] = [PARTICIPANT, OTHER_PARTICIPANT].map(
      (id) => map.map.participants.get(id)?.name,
    );
    expect(items('Raised hands').map((one) => /^(.*?)(waiting|just)/.exec(one)?.[1])).toEqual([
      first,
      second,
    ]);
    await user.click(screen.getByRole('button', { name: new RegExp(`Give ${first} the floor`) }));
    expect(items('Raised hands')[0]).toContain(`${first}speaks`);
    expect(items('Have not spoken yet')).toContain(second);
  });

  it('[M-02] counts what waits, and leads to the review', async () => {
    const map = aMap();
    const thesis = map.thesis();
    const to = { at: 'argument', argument: map.newId(), direction: 'support', target: { kind: 'claim', id: thesis }, order: 'a0' } as const; // prettier-ignore
    map.propose({ kind: 'add-claim', claim: map.newId(), text: 'A reason', language: 'en', to }, SUGGESTER);
    const { user, session } = aScreen(map, MODERATOR, () => <BoardPane />);
    await user.click(screen.getByRole('button', { name: /^1 proposal waits/ }));
    expect(session.screen.getState().view).toBe('review');
  });
});

describe('what is unanswered', () => {
  it('[S-20] is listed by sides for everybody, objections first, and each line goes there', async () => {
    const { map, thesis, forIt, against } = aDebate();
    map.edit({ kind: 'set-side', participant: PARTICIPANT, side: forIt });
    map.edit({ kind: 'set-side', participant: OTHER_PARTICIPANT, side: against });
    map.support(thesis, 'A reason', { by: PARTICIPANT });
    const objection = map.rebut(thesis, 'An objection', { by: OTHER_PARTICIPANT });
    const { user, session } = aScreen(map, PARTICIPANT, () => <UnansweredPane />);
    expect(items('Objections without an answer')).toHaveLength(1);
    expect(items('Claims without a reply')).toHaveLength(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Whose' }), 'Against, 1');
    expect(screen.queryByRole('list', { name: 'Claims without a reply' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /An objection/ }));
    const { selected, panelTab } = session.screen.getState();
    expect([selected, panelTab]).toEqual([objection.claim, 'unanswered']);
  });
});

describe('the tidy list', () => {
  const twice = () => {
    const map = aMap();
    const thesis = map.thesis('The river is kept');
    const first = map.support(thesis, 'The ferry carries 300 people a day', { by: PARTICIPANT });
    const again = map.support(thesis, 'The ferry carries 300 people each day', { by: OTHER_PARTICIPANT });
    map.rebut(again.claim, 'Nobody counted them');
    const { user, ...page } = aScreen(map, MODERATOR, () => <BoardPane />);
    return { map, first, again, user, page };
  };

  it('[S-30] [E18] merges a pair by one press: both authors and what hung on it stay, and undo parts them', async () => {
    const { map, first, again, user, page } = twice();
    await user.click(part(/Tidy/));
    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    expect(map.map.mergers.get(again.claim)).toMatchObject({ into: first.claim, by: OTHER_PARTICIPANT });
    expect(map.map.index.replies.get(first.claim)).toHaveLength(1);
    await screen.findByText(/No two claims look alike/);
    act(() => void page.session.doc.getState().undo());
    await screen.findByRole('button', { name: 'Merge' });
  });

  it('[S-30] forgets a pair that is not the same, on this device, and names nobody else what was put aside', async () => {
    const { map, user } = twice();
    const before = map.map;
    await user.click(part(/Tidy/));
    await user.click(await screen.findByRole('button', { name: 'Not the same' }));
    await screen.findByText(/No two claims look alike/);
    expect(map.map).toBe(before);
    cleanup();
    const { user: later } = aScreen(map, MODERATOR, () => <BoardPane />);
    await later.click(part(/Tidy/));
    await screen.findByText(/No two claims look alike/);
  });

  it('[S-30] says which claim fits another branch, and asks how it is to stand there', async () => {
    const map = aMap();
    const thesis = map.thesis('河上应当修一座新桥');
    const ferry = map.support(thesis, '渡口太慢');
    map.support(ferry.claim, '渡口每天早上要等一个小时');
    map.support(ferry.claim, '渡口一到大雾天就停航');
    const cost = map.rebut(thesis, '修桥太贵');
    map.support(cost.claim, '财政已经连续三年有赤字');
    const lost = map.support(cost.claim, '渡口每天早上一有大雾就停航');
    const { user } = aScreen(map, MODERATOR, () => <BoardPane />);
    await user.click(part(/Tidy/));
    await user.click(await screen.findByRole('button', { name: 'Move to…' }));
    await user.click(await screen.findByRole('button', { name: 'Under “渡口太慢”' }));
    expect(map.map.arguments.get(lost.argument)?.target.id).toBe(ferry.claim);
  });
});
