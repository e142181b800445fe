import { describe, expect, it } from '@jest/globals';
import { aMap, OWNER, SUGGESTER, type MapBuilder } from '../../testing/aMap.ts';
import type { Edit, SingleEdit } from '../map/edit.ts';
import type { Id } from '../map/id.ts';
import { broughtEdit } from './broughtEdit.ts';

const thesis = (claim: Id): SingleEdit => ({ kind: 'add-claim', claim, text: 'It is so', language: 'en', to: { at: 'thesis', order: 'a0' } }); // prettier-ignore
const asked = (m: MapBuilder, edit: Edit, by: Id = OWNER) => broughtEdit({ edit, patches: m.edit(edit, by) });

describe('what of a change comes into groups', () => {
  it('[J3] is the edit as it was asked for, and of a decision what was accepted', () => {
    const m = aMap();
    const [claim, other] = [m.newId(), m.newId()];
    expect(asked(m, thesis(claim))).toEqual(thesis(claim));
    const proposal = m.propose(thesis(other), SUGGESTER);
    expect(asked(m, { kind: 'decide', proposal, verdict: 'accepted', reason: null })).toEqual(thesis(other));
    const sentBack = m.propose(thesis(m.newId()), SUGGESTER);
    expect(asked(m, { kind: 'decide', proposal: sentBack, verdict: 'returned', reason: 'Why?' })).toBeUndefined(); // prettier-ignore
  });

  it('[J3] of published drafts is what was drafted, in its order, beside what else was asked for', () => {
    const m = aMap();
    const [first, second, third] = [m.newId(), m.newId(), m.newId()];
    const drafts = [first, second].map((claim) => {
      const proposal = m.newId();
      m.edit({ kind: 'propose', proposal, to: 'self', edit: thesis(claim) });
      return proposal;
    });
    const [one = '', two = ''] = drafts;
    const batch: Edit = { kind: 'batch', edits: [thesis(third), { kind: 'publish', proposals: [two, one] }] };
    expect(asked(m, batch)).toEqual({ kind: 'batch', edits: [thesis(third), thesis(first), thesis(second)] });
  });
});
