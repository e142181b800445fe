// [S-18] Votes by one key each, on what is selected: a figure for the claim, with Alt for the step it makes.
import type { Id } from '@counterpoint/shared';
import { askFor } from '../askFor.ts';
import { allows, argumentOf, claimOf, command, type At, type Command } from '../command.ts';
import { isVotedOn, mayVoteOn, voteEdit } from '../voting.ts';

const rating = (
  value: number,
  words: 'rate' | 'rateStep',
  key: string,
  of: (at: At) => Id | undefined,
): Command => ({
  id: `${words}${value}`,
  title: (t) => t(`title.${words}`, { value }),
  group: 'steps',
  keys: [key],
  offered: (at) => {
    const on = of(at);
    return on !== undefined && isVotedOn(at.doc.view) && mayVoteOn(at.doc, on);
  },
  run(at) {
    const on = of(at);
    if (on !== undefined) askFor(at.session, voteEdit(at.doc, on, value));
  },
});

const FIGURES = [0, 1, 2, 3, 4];

export const voting: readonly Command[] = [
  command(
    'voting',
    { group: 'page', icon: 'check' },
    (at) => at.doc.view.polls.size > 0 || allows(at, { kind: 'begin-poll', poll: '', question: '…', before: null, live: false }), // prettier-ignore
    ({ screen }) => screen.ask({ for: 'voting' }),
  ),
  ...FIGURES.map((value) => rating(value, 'rate', `${value}`, (at) => claimOf(at)?.id)),
  ...FIGURES.map((value) => rating(value, 'rateStep', `Alt+${value}`, (at) => argumentOf(at)?.argument.id)),
];
