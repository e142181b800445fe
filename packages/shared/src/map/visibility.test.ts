import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OBSERVER,
  OTHER_SUGGESTER,
  OWNER,
  PARTICIPANT,
  pictureOf,
  SUGGESTER,
} from '../../testing/aMap.ts';
import { applyPatches, contentOf, drop, mapOf } from './patch.ts';
import {
  pendingProposals,
  visibleContent,
  visibleMap,
  visiblePatches,
  withProposals,
  type Viewer,
} from './visibility.ts';

const aThesis = (claim: string, text: string) =>
  ({ kind: 'add-claim', claim, text, language: 'en', to: { at: 'thesis', order: 'a9' } }) as const;

const VIEWERS: readonly (readonly [Viewer, sees: boolean])[] = [
  [{ participant: OWNER, role: 'owner' }, true],
  [{ participant: MODERATOR, role: 'moderator' }, true],
  [{ participant: SUGGESTER, role: 'suggester' }, true],
  [{ participant: SUGGESTER, role: null }, true],
  [{ participant: OTHER_SUGGESTER, role: 'suggester' }, false],
  [{ participant: PARTICIPANT, role: 'participant' }, false],
  [{ participant: OBSERVER, role: 'observer' }, false],
  [{ participant: null, role: null }, false],
];

describe('a proposal', () => {
  it('[V1] is seen by its author and by those who decide, as a patch and in the whole content', () => {
    const m = aMap();
    const patches = m.edit(aThesis(m.newId(), 'P'), SUGGESTER);
    for (const [viewer, sees] of VIEWERS) {
      expect(visiblePatches(patches, viewer)).toEqual(sees ? patches : []);
      expect(visibleContent(contentOf(m.map), viewer).proposals).toHaveLength(sees ? 1 : 0);
    }
  });

  it('[V1] leaves the map of whoever loses the right to see it', () => {
    const m = aMap();
    m.propose(aThesis(m.newId(), 'P'));
    for (const [viewer, sees] of VIEWERS) expect(visibleMap(m.map, viewer).proposals.size).toBe(sees ? 1 : 0);
  });

  it('[V1] by nobody without an account, not even one that the server made', () => {
    const m = aMap();
    m.propose(aThesis(m.newId(), 'P'));
    const content = contentOf(m.map);
    const byServer = {
      ...content,
      proposals: content.proposals.map((proposal) => ({ ...proposal, by: null })),
    };
    expect(visibleContent(byServer, { participant: null, role: null }).proposals).toEqual([]);
  });

  it('[V2] leaves the other patches of its change, and no patch where there are none', () => {
    const m = aMap();
    const claim = m.newId();
    const proposal = m.propose(aThesis(claim, 'P'));
    const patches = m.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: 'well put' }, MODERATOR);
    expect(visiblePatches(patches, { participant: null, role: null })).toEqual([
      { table: 'claims', put: m.claim(claim) },
    ]);
    expect(visiblePatches([drop('proposals', proposal)], { participant: null, role: null })).toEqual([]);
  });

  it('[V3] leaves no trace in the public state until it is accepted', () => {
    const m = aMap();
    const { claim } = m.support(m.thesis('T'), 'X');
    const before = contentOf(m.map);
    const proposal = m.propose({ kind: 'reword', claim, text: 'a secret wording', was: 'X' });
    const everyone = { participant: OBSERVER, role: 'observer' } as const;
    expect(visibleContent(contentOf(m.map), everyone)).toEqual(before);
    m.edit({ kind: 'decide', proposal, verdict: 'rejected', reason: 'no' }, MODERATOR);
    expect(visibleContent(contentOf(m.map), everyone)).toEqual(before);
  });

  it('[V2] clients that are sent what they may see agree with the filtered whole', () => {
    const m = aMap();
    const start = contentOf(m.map);
    const changes = [m.edit(aThesis(m.newId(), 'P'), SUGGESTER)];
    const [proposal] = pendingProposals(m.map);
    changes.push(
      m.edit(aThesis(m.newId(), 'Q'), OTHER_SUGGESTER),
      m.edit(aThesis(m.newId(), 'R'), PARTICIPANT),
    );
    changes.push(
      m.edit({ kind: 'decide', proposal: proposal?.id ?? '', verdict: 'accepted', reason: null }, OWNER),
    );
    for (const [viewer] of VIEWERS) {
      const client = changes.reduce(
        (map, patches) => applyPatches(map, visiblePatches(patches, viewer)),
        mapOf(start),
      );
      expect(contentOf(client)).toEqual(visibleContent(contentOf(m.map), viewer));
    }
  });
});

describe('withProposals', () => {
  it('[V4] folds pending proposals on top in the order they were made, all or those of one author', () => {
    const m = aMap();
    const claim = m.newId();
    m.propose(aThesis(claim, 'P'));
    m.propose({ ...aThesis(m.newId(), 'R'), to: m.newArgument('support', claim) });
    m.propose(aThesis(m.newId(), 'Q'), OTHER_SUGGESTER);
    expect(m.picture).toBe('');
    expect(pictureOf(withProposals(m.map))).toBe('P\n  + R\nQ');
    expect(pictureOf(withProposals(m.map, SUGGESTER))).toBe('P\n  + R');
    expect(pictureOf(withProposals(m.map, PARTICIPANT))).toBe('');
  });

  it('[V4] leaves out one that no longer fits, and those that were decided', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const first = m.propose({ ...aThesis(m.newId(), 'R'), to: m.newArgument('support', thesis) });
    m.propose(aThesis(m.newId(), 'Q'));
    m.remove(thesis);
    expect(pictureOf(withProposals(m.map))).toBe('Q');
    m.edit({ kind: 'restore', id: thesis });
    expect(pictureOf(withProposals(m.map))).toBe('T\n  + R\nQ');
    m.edit({ kind: 'withdraw', proposal: first }, SUGGESTER);
    expect(pictureOf(withProposals(m.map))).toBe('T\nQ');
  });
});
