// What the edits of a debate say to people.
import { phaseNamed, sideNamed, type ArgumentMap } from '@counterpoint/shared';
import { said, type Description, type Of, type T } from './told.ts';
import { textOf } from './standing.ts';

type Debating = 'begin-debate' | 'plan-debate' | 'clock' | 'spotlight' | 'set-side' | 'set-allowance' | 'raise-hand' | 'set-hand' | 'arrange-hands'; // prettier-ignore

const nameOf = (view: ArgumentMap, participant: string | null | undefined): string =>
  view.participants.get(participant ?? '')?.name ?? '';

export const DEBATING: { readonly [K in Debating]: Description<Of<K>> } = {
  'begin-debate': {
    deed: 'debateBegan',
    words: ({ plan: { name, sides, phases } }) => [name, ...[...sides, ...phases].map((one) => one.name)],
    tell: ({ plan }, t) => said(t('proposal.debate'), t('proposal.debateSentence', { text: plan.name })),
  },
  'plan-debate': {
    deed: 'debatePlanned',
    words: ({ set }) => [set.name ?? '', ...[...(set.sides ?? []), ...(set.phases ?? [])].map((one) => one.name)].filter(Boolean), // prettier-ignore
    tell: (_, t) => said(t('proposal.debate'), t('proposal.planSentence')),
  },
  clock: {
    deed: 'clocked',
    tell: (edit, t, view) => said(t('proposal.debate'), clockSentence(edit, t, view)),
  },
  spotlight: {
    deed: 'spotlit',
    tell: ({ claim }, t, view) =>
      claim === null
        ? said(t('proposal.debate'), t('proposal.spotlightOffSentence'))
        : said(t('proposal.debate'), t('proposal.spotlightSentence', { text: textOf(view, claim) }), { about: claim }), // prettier-ignore
  },
  'set-side': {
    deed: 'sided',
    tell({ participant, side }, t, view) {
      const [name, of] = [nameOf(view, participant), sideNamed(view, side)?.name];
      return said(t('proposal.debate'), of === undefined ? t('proposal.noSideSentence', { name }) : t('proposal.sideSentence', { name, side: of })); // prettier-ignore
    },
  },
  'set-allowance': {
    deed: 'allowed',
    tell: ({ participant, percent }, t, view) =>
      said(t('proposal.debate'), t('proposal.allowanceSentence', { name: nameOf(view, participant), percent })), // prettier-ignore
  },
  'raise-hand': {
    deed: 'handRaised',
    words: ({ point }) => (point === null ? [] : [point]),
    tell: ({ point }, t) =>
      said(t('proposal.debate'), point === null ? t('proposal.handSentence') : t('proposal.pointSentence', { text: point })), // prettier-ignore
  },
  'set-hand': {
    deed: 'handSet',
    tell({ hand, state }, t, view) {
      const name = nameOf(view, view.hands.get(hand)?.by);
      return said(t('proposal.debate'), t(`proposal.handTo.${state}`, { name }));
    },
  },
  'arrange-hands': {
    deed: 'handsArranged',
    tell: (_, t) => said(t('proposal.debate'), t('proposal.arrangeSentence')),
  },
};

function clockSentence({ debate, deed }: Of<'clock'>, t: T, view: ArgumentMap): string {
  if (deed.what === 'add') return t('proposal.clock.add', { seconds: deed.seconds });
  if (deed.what !== 'go') return t(`proposal.clock.${deed.what}`);
  const plan = view.debates.get(debate);
  return t('proposal.clock.go', { text: (plan && phaseNamed(plan, deed.to)?.name) ?? '' });
}
