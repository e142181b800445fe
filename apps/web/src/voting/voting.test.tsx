// Votes and polls as people meet them, with the real rules; tests/oxford.spec.ts goes through a whole debate.
import { afterEach, describe, expect, it } from '@jest/globals';
import { ballotFor, type Edit, type Id } from '@counterpoint/shared';
import { act, cleanup, screen, within } from '@testing-library/react';
import { aMap, MODERATOR, OTHER_PARTICIPANT, OWNER, PARTICIPANT, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts'; // prettier-ignore
import { aScreen } from '../../testing/aScreen.tsx';
import { run, at } from '../open/command.ts';
import { voting as commands } from '../open/commands/vote.ts';
import { PollLine } from '../workspace/PollLine.tsx';
import { Ratings } from './Ratings.tsx';
import { VoteView } from './VoteView.tsx';
import { VotingDialog } from './VotingDialog.tsx';

afterEach(cleanup);

const aVotedMap = (info = {}) => {
  const map = aMap({ votes: 'hidden', ...info });
  const thesis = map.thesis('The bridge is kept');
  const { claim, argument } = map.rebut(thesis, 'It is too dear');
  const vote = (on: Id, value: number): Edit => ({ kind: 'vote', vote: map.newId(), on, ballot: map.newId(), judged: null, value }); // prettier-ignore
  return { map, thesis, claim, argument, vote };
};
const beside = (map: ReturnType<typeof aMap>, claim: Id, as = PARTICIPANT) =>
  aScreen(map, as, () => <Ratings claim={map.map.claims.get(claim)!} premise={claim} />);

describe('beside a claim', () => {
  it('[E-03] [C1] asks two questions apart, each one press; the same press once more takes it back', async () => {
    const { map, claim, argument } = aVotedMap();
    const { user, session } = beside(map, claim);
    const value = (on: Id) => {
      const { view } = session.doc.getState();
      const ballot = ballotFor(view, on)?.id;
      return [...view.votes.values()].find((one) => one.ballot === ballot)?.value;
    };
    const right = screen.getByRole('radiogroup', { name: /Is it right/ });
    const step = screen.getByRole('radiogroup', { name: /does it defeat the thesis/ });
    await user.click(within(right).getByRole('radio', { name: '3' }));
    await user.click(within(step).getByRole('radio', { name: /^4 · Defeats it/ }));
    expect([value(claim), value(argument)]).toEqual([3, 4]);
    await user.click(within(right).getByRole('radio', { name: '3' }));
    expect(value(claim)).toBeNull();
  });

  it('[E-04] [C4] says how many voted and when what came out is shown; then it is', () => {
    const { map, claim, vote } = aVotedMap();
    const { others } = beside(map, claim);
    others(vote(claim, 4), OTHER_PARTICIPANT);
    others(vote(claim, 1), SUGGESTER);
    expect(screen.getByText('2 of 6 have voted.').parentElement?.textContent).toContain(
      'when a moderator opens it',
    );
    expect(screen.queryByRole('figure')).toBeNull();
    others({ kind: 'change-settings', set: { votes: 'open' } }, OWNER);
    expect(screen.getByText('Mean 2.5 (0 to 4), 2 votes')).toBeDefined();
    expect(screen.queryByText(/have voted/)).toBeNull();
  });

  it('[S-29] [C2] says that earlier votes are kept apart, and asks who voted on how it was', () => {
    const { map, claim, vote } = aVotedMap();
    const { others, again } = beside(map, claim);
    others(vote(claim, 4), PARTICIPANT);
    others({ kind: 'reword', claim, text: 'It is dear', was: 'It is too dear' }, OWNER);
    again();
    expect(screen.getByText(/1 vote from before it was changed is kept apart\./)).toBeDefined();
    expect(screen.getByText('You voted on how it was: please look again.')).toBeDefined();
  });

  it('[D2] shows what one gave, and takes nothing, where the phase does not vote', () => {
    const { map, claim } = aVotedMap();
    const [debate, phase] = [map.newId(), map.newId()];
    map.edit({ kind: 'begin-debate', debate, plan: { name: 'D', sides: [], phases: [{ id: phase, name: 'Talk', side: null, seconds: null, may: ['claim'], bells: [] }], queue: 'raised', pace: 'hand', injury: null, choose: false } }); // prettier-ignore
    map.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase } });
    beside(map, claim);
    for (const one of screen.getAllByRole('radio')) expect((one as HTMLButtonElement).disabled).toBe(true);
  });

  it('is not there where nothing is voted on', () => {
    const { map, claim } = aVotedMap({ votes: 'off' });
    beside(map, claim);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('by keys', () => {
  it('[S-18] votes on what is selected with one key, and with Alt on its step', () => {
    const { map, claim, argument } = aVotedMap();
    const { session } = aScreen(map, PARTICIPANT, () => <i />);
    const byKey = (key: string) => commands.find(({ keys }) => keys.includes(key))!;
    act(() => {
      run(byKey('3'), session, claim);
      run(byKey('Alt+1'), session, claim);
    });
    const { view } = session.doc.getState();
    expect([claim, argument].map((on) => ballotFor(view, on)?.voted)).toEqual([1, 1]);
    expect(byKey('2').offered(at(session, null))).toBe(false);
  });

  it('[S-18] [E-03] goes through what one has not voted on, a claim at a time', async () => {
    const { map, thesis, claim, argument } = aVotedMap();
    const { user, session } = aScreen(map, PARTICIPANT, () => <VoteView />);
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('1 of 2');
    expect(screen.getByText('The bridge is kept')).toBeDefined();
    await user.keyboard('2{Enter}');
    expect(screen.getByText('It is too dear')).toBeDefined();
    await user.keyboard('41');
    const { view } = session.doc.getState();
    expect([thesis, claim, argument].map((on) => ballotFor(view, on)?.voted)).toEqual([1, 1, 1]);
    await user.click(screen.getByRole('button', { name: 'Next claim' }));
    expect(screen.getByText('You have voted on everything.')).toBeDefined();
  });
});

describe('a poll', () => {
  const begin = (map: ReturnType<typeof aMap>, before: Id | null = null) => {
    const poll = map.newId();
    map.edit({ kind: 'begin-poll', poll, question: 'Is it kept?', before, live: false });
    return poll;
  };

  it('[C6] stands in one line over the map until it ends; one press answers it, another changes that', async () => {
    const { map } = aVotedMap();
    const poll = begin(map);
    const { user, session, others } = aScreen(map, PARTICIPANT, () => <PollLine />);
    await user.click(screen.getByRole('radio', { name: 'For' }));
    await user.click(screen.getByRole('radio', { name: 'Against' }));
    expect([...session.doc.getState().view.votes.values()].map(({ value }) => value)).toEqual([0]);
    expect(screen.getByText('1 of 6 have voted')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
    others({ kind: 'end-poll', poll, show: true }, MODERATOR);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('[C6] [S-17] is begun and ended by who manages the map, and shows what it moved', async () => {
    const { map, vote } = aVotedMap();
    const first = begin(map);
    for (const by of [PARTICIPANT, OTHER_PARTICIPANT, SUGGESTER]) map.edit(vote(first, 0), by);
    map.edit({ kind: 'end-poll', poll: first, show: false });
    const { user, others, session } = aScreen(map, OWNER, () => <VotingDialog asking={{ for: 'voting' }} onClose={() => undefined} />); // prettier-ignore
    expect(screen.getByText('Ended; the result is hidden until the vote after it.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Ask everyone' }));
    const second = [...session.doc.getState().view.polls.values()].find(({ before }) => before === first)!.id;
    for (const by of [PARTICIPANT, OTHER_PARTICIPANT]) others(vote(second, 2), by);
    await user.click(screen.getByRole('button', { name: 'End it and show the result' }));
    expect(screen.getByText('“For” gained more: +100 points.')).toBeDefined();
    expect(screen.getByText('2 of 2 who voted twice changed their vote. 1 person voted only once and is not counted.')).toBeDefined(); // prettier-ignore
    expect(screen.getByRole('table').textContent).toContain('+100 points');
  });

  it('[S-18] [C7] says that there were too few to show, where nobody can be looked behind', () => {
    const { map, vote } = aVotedMap({ faces: 'anonymous' });
    const poll = begin(map);
    for (const by of [PARTICIPANT, OTHER_PARTICIPANT]) map.edit(vote(poll, 2), by);
    map.edit({ kind: 'end-poll', poll, show: true });
    aScreen(map, OWNER, () => <VotingDialog asking={{ for: 'voting' }} onClose={() => undefined} />);
    expect(screen.getByText(/^Too few to show/)).toBeDefined();
    expect(screen.queryByText('For')).toBeNull();
    expect(screen.queryByRole('radio', { name: /Seen by who voted/ })).toBeNull();
  });
});
