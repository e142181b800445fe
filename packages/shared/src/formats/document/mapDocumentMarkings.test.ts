import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OTHER_PARTICIPANT, PARTICIPANT } from '../../../testing/aMap.ts';
import { contentOf } from '../../map/patch.ts';
import { documentOf } from './documentOf.ts';

const origin = { at: 0, version: 1, permalink: null };

function aSeminar() {
  const m = aMap();
  const thesis = m.thesis('The bridge should stay', { by: PARTICIPANT });
  const reason = m.support(thesis, 'It is sound', { by: OTHER_PARTICIPANT });
  m.rebut(reason.argument, 'Sound is not wide', { by: PARTICIPANT });
  m.comment(reason.claim, 'Who measured?', PARTICIPANT);
  return m;
}

describe('pages for marking', () => {
  it('are one a person, by name, with what they wrote under its numbers, and lines to fill in', () => {
    const { markings } = documentOf(contentOf(aSeminar().map), origin, { marking: true });
    expect(markings.map(({ name, about }) => [name, about])).toEqual([
      ['Pia', '2 claims · 1 comment'],
      ['潘', '1 claim'],
    ]);
    expect(markings[0]?.lines.map(({ number, label, text }) => [number, label, text])).toEqual([
      ['1', 'Thesis', 'The bridge should stay'],
      ['1.1.1', 'Undercut → 1.1', 'Sound is not wide'],
      ['1.1', 'Comment', 'Who measured?'],
    ]);
    expect(markings[0]?.fields).toEqual([
      { label: 'Mark:', choices: [], lines: 1 },
      { label: 'Remarks:', choices: [], lines: 5 },
    ]);
  });

  it('[S-22] have the criteria of the map’s rubric, with the levels to tick', () => {
    const m = aSeminar();
    const levels = [0, 3].map((points) => ({ id: m.newId(), name: points === 0 ? 'none' : 'all', points }));
    m.edit({ kind: 'set-rubric', rubric: m.newId(), name: 'Seminar', criteria: [{ id: m.newId(), name: 'Reasons', levels }] }); // prettier-ignore
    const { markings } = documentOf(contentOf(m.map), origin, { marking: true });
    expect(markings[1]?.fields).toEqual([
      { label: 'Reasons:', choices: ['none (0)', 'all (3)'], lines: 0 },
      { label: 'Sum, of 3:', choices: [], lines: 1 },
      { label: 'Remarks:', choices: [], lines: 5 },
    ]);
  });

  it('[K2] are of those who are marked, not of who decides; of a file that knows no roles, of all', () => {
    const m = aSeminar();
    m.comment(m.thesis('Asked by the teacher'), 'Well?', MODERATOR);
    const content = contentOf(m.map);
    const namesOf = (of: typeof content) => documentOf(of, origin, { marking: true }).markings.map(({ name }) => name); // prettier-ignore
    expect(namesOf(content)).toEqual(['Pia', '潘']);
    const strangers = content.participants.map((one) => ({ ...one, role: null }));
    expect(namesOf({ ...content, participants: strangers })).toEqual(['Mo', 'Olga', 'Pia', '潘']);
  });

  it('are there only where they are asked for', () => {
    expect(documentOf(contentOf(aSeminar().map), origin).markings).toEqual([]);
  });
});
