// Pages for marking by hand: what each person wrote, under the numbers that it has in the outline.
import { mostOf } from '../../grading/grades.ts';
import { relationOf } from '../../map/relation.ts';
import type { Id } from '../../map/id.ts';
import type { MapContent } from '../../map/map.ts';
import { may } from '../../map/roles.ts';
import type { Rubric } from '../../map/tables/rubrics.ts';
import type { ShownTree } from '../shownTree.ts';
import type { Words } from '../words.ts';
import type { MarkedLine, Marking, MarkingField } from './mapDocument.ts';
import type { DocumentWords } from './mapDocumentWords.ts';
import { numbered, type Line } from './numbering.ts';

/** For words that a marker writes by hand. */
const LINES = 5;

/**
 * Of everyone who wrote a claim or a comment that is shown and does not decide [K2]. By name: any other order could tell who is
 * behind a pseudonym [A6].
 */
export function markingsOf(
  { participants, rubrics }: Pick<MapContent, 'participants' | 'rubrics'>,
  tree: ShownTree,
  words: Words & DocumentWords,
): Marking[] {
  const { parts, numberOf } = numbered(tree);
  const written = new Map<Id, { claims: MarkedLine[]; comments: MarkedLine[] }>();
  const of = (by: Id | null) => {
    const theirs = written.get(by ?? '') ?? { claims: [], comments: [] };
    if (by !== null) written.set(by, theirs);
    return theirs;
  };
  const label = ({ argument, relation }: Line): string => {
    if (!argument) return relation ? words.relation[relation] : '';
    return words.marking.of(words.relation[relationOf(argument)], numberOf.get(argument.target.id) ?? '');
  };
  for (const line of parts.flatMap(({ lines }) => lines)) {
    const { claim, isReference, number } = line;
    if (!claim || isReference) continue;
    of(claim.by).claims.push({ number, label: label(line), text: claim.text, language: claim.language });
    for (const { by, text } of tree.commentsOn(claim.id))
      of(by).comments.push({ number, label: words.marking.comment, text, language: claim.language });
  }
  const fields = fieldsFor(rubrics[0], words);
  return participants
    .flatMap(({ id, name, role }) => {
      const theirs = written.get(id);
      if (!theirs || may(role, 'review')) return [];
      const { claims, comments } = theirs;
      const about = [
        ...(claims.length > 0 ? [words.marking.claims(claims.length)] : []),
        ...(comments.length > 0 ? [words.marking.comments(comments.length)] : []),
      ].join(' · ');
      return { name, about, lines: [...claims, ...comments], fields };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function fieldsFor(rubric: Rubric | undefined, words: Words & DocumentWords): MarkingField[] {
  const { mark, sum, remarks } = words.marking;
  const written = (name: string, lines: number): MarkingField => ({
    label: `${name}${words.colon}`,
    choices: [],
    lines,
  });
  const ticked = (rubric?.criteria ?? []).map(({ name, levels }) => ({
    label: `${name}${words.colon}`,
    choices: levels.map((level) => `${level.name} (${level.points})`),
    lines: 0,
  }));
  return [...ticked, written(rubric ? sum(mostOf(rubric)) : mark, 1), written(remarks, LINES)];
}
