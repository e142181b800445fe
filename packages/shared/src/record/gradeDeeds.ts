// What was done to a grade. Whoever was shown one sees nothing of it before that.
import { rubricOf, sumOf } from '../grading/grades.ts';
import type { Grade } from '../map/tables/grades.ts';
import type { Deed, Scene } from './deed.ts';

export function deedOnGrade(was: Grade | undefined, is: Grade, { now }: Scene): Deed | undefined {
  const { id: grade, participant, on, levels, feedback, released, by: author } = is;
  const about = { about: participant, claim: on === null ? null : (now.comments.get(on)?.claim ?? on) };
  const words = (one: Grade | undefined): string | null => {
    const rubric = rubricOf(now);
    const sum = one && rubric && sumOf(rubric, one.levels);
    return one ? [sum, one.feedback].filter((part) => part !== undefined && part !== '').join('\n') : null;
  };
  if (released && !was?.released) {
    const did = { kind: 'release-grades', participants: [participant] } as const;
    return { ...about, kind: 'release-grades', did, after: words(is), author };
  }
  if (was && was.at === is.at && words(was) === words(is)) return undefined;
  const did = { kind: 'grade', grade, participant, on, levels, feedback } as const;
  return { ...about, kind: 'grade', did, before: words(was), after: words(is), author };
}
