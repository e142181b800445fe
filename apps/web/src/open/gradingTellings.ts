// What grades and their rubric say to people.
import { isGiven } from '@counterpoint/shared';
import { said, type Description, type Of } from './told.ts';
import { textOf } from './standing.ts';

type Grading = 'set-rubric' | 'grade' | 'release-grades';

export const GRADING: { readonly [K in Grading]: Description<Of<K>> } = {
  'set-rubric': {
    deed: 'rubricSet',
    words: ({ name, criteria }) => [
      name,
      ...criteria.flatMap((criterion) => [criterion.name, ...criterion.levels.map((level) => level.name)]),
    ],
    tell: ({ name }, t) => said(t('proposal.rubric'), t('proposal.rubricSentence', { text: name })),
  },
  grade: {
    deed: 'graded',
    words: ({ feedback }) => [feedback],
    tell(edit, t, view) {
      const { participant, on } = edit;
      const name = view.participants.get(participant)?.name ?? '';
      const comment = view.comments.get(on ?? '');
      const about = on === null ? null : (comment?.claim ?? on);
      if (!isGiven(edit)) return said(t('proposal.grade'), t('proposal.gradeBackSentence', { name }));
      if (about === null) return said(t('proposal.grade'), t('proposal.gradeSentence', { name }));
      const text = comment?.text ?? textOf(view, about);
      return said(t('proposal.grade'), t('proposal.gradeOnSentence', { name, text }), { about });
    },
  },
  'release-grades': {
    deed: 'gradesReleased',
    tell({ participants }, t) {
      const sentence = participants
        ? t('proposal.releaseSentence', { count: participants.length })
        : t('proposal.releaseAllSentence');
      return said(t('proposal.release'), sentence);
    },
  },
};
