// What votes and polls say to people.
import { said, type Description, type Of } from './told.ts';
import { firstPremise, textOf } from './standing.ts';

type Voting = 'vote' | 'begin-poll' | 'end-poll';

export const VOTING: { readonly [K in Voting]: Description<Of<K>> } = {
  vote: {
    deed: 'voted',
    tell({ on, value }, t, view) {
      const about = view.arguments.has(on) ? firstPremise(view, on) : view.claims.has(on) ? on : null;
      const text = view.polls.get(on)?.question ?? textOf(view, about ?? on);
      const what = value === null ? t('proposal.voteBackSentence', { text }) : t('proposal.voteSentence', { text }); // prettier-ignore
      return said(t('proposal.vote'), what, about === null ? {} : { about });
    },
  },
  'begin-poll': {
    deed: 'pollBegan',
    words: ({ question }) => [question],
    tell: ({ question }, t) => said(t('proposal.poll'), t('proposal.pollSentence', { text: question })),
  },
  'end-poll': {
    deed: 'pollEnded',
    tell: ({ show }, t) =>
      said(t('proposal.poll'), t(show ? 'proposal.pollShownSentence' : 'proposal.pollEndSentence')),
  },
};
