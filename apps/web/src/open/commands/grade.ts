// [S-21] [S-22] What who grades does besides grading.
import { mayGrade } from '../grading.ts';
import { command, type Command } from '../command.ts';

export const grading: readonly Command[] = [
  command(
    'rubric',
    { group: 'page', icon: 'settings' },
    ({ doc }) => mayGrade(doc),
    ({ screen }) => screen.ask({ for: 'rubric' }),
  ),
  command(
    'release',
    { group: 'page', icon: 'check' },
    ({ doc }) => mayGrade(doc) && doc.view.grades.size > 0,
    ({ screen }) => screen.ask({ for: 'release' }),
  ),
];
