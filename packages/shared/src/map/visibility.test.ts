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
import { contentOfJson, jsonOf } from '../formats/json.ts';
import type { Edit } from './edit.ts';
import type { ArgumentMap } from './map.ts';
import { applyPatches, contentOf, drop, mapOf } from './patch.ts';
import { pendingProposals, withProposals } from './pending.ts';
import { may } from './roles.ts';
import { applyEdit } from './applyEdit.ts';
import { type Viewer } from './circles.ts';
import { editionText, fileContent, visibleContent, visibleMap, visiblePatches } from './visibility.ts';

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
      expect(visiblePatches(patches, viewer, m.map)).toEqual(sees ? patches : []);
      expect(visibleContent(contentOf(m.map), viewer, m.map).proposals).toHaveLength(sees ? 1 : 0);
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
    expect(visibleContent(byServer, { participant: null, role: null }, m.map).proposals).toEqual([]);
  });

  it('[V2] leaves the other patches of its change, and no patch where there are none', () => {
    const m = aMap();
    const claim = m.newId();
    const proposal = m.propose(aThesis(claim, 'P'));
    const patches = m.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: 'well put' }, MODERATOR);
    expect(visiblePatches(patches, { participant: null, role: null }, m.map)).toEqual([
      { table: 'claims', put: m.claim(claim) },
    ]);
    expect(visiblePatches([drop('proposals', proposal)], { participant: null, role: null }, m.map)).toEqual(
      [],
    );
  });

  it('[V3] leaves no trace in the public state until it is accepted', () => {
    const m = aMap();
    const { claim } = m.support(m.thesis('T'), 'X');
    const before = contentOf(m.map);
    const proposal = m.propose({ kind: 'reword', claim, text: 'a secret wording', was: 'X' });
    const everyone = { participant: OBSERVER, role: 'observer' } as const;
    expect(visibleContent(contentOf(m.map), everyone, m.map)).toEqual(before);
    m.edit({ kind: 'decide', proposal, verdict: 'rejected', reason: 'no' }, MODERATOR);
    expect(visibleContent(contentOf(m.map), everyone, m.map)).toEqual(before);
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
        (map, patches) => applyPatches(map, visiblePatches(patches, viewer, m.map)),
        mapOf(start),
      );
      expect(contentOf(client)).toEqual(visibleContent(contentOf(m.map), viewer, m.map));
    }
  });
});

/** Who may read what PARTICIPANT wrote and somebody removed. */
const READERS: readonly (readonly [Viewer, reads: boolean])[] = [
  [{ participant: OWNER, role: 'owner' }, true],
  [{ participant: MODERATOR, role: 'moderator' }, true],
  [{ participant: PARTICIPANT, role: 'participant' }, true],
  [{ participant: PARTICIPANT, role: null }, true],
  [{ participant: SUGGESTER, role: 'suggester' }, false],
  [{ participant: OBSERVER, role: 'observer' }, false],
  [{ participant: null, role: null }, false],
];

/** A branch of PARTICIPANT's beneath a claim of the owner's, with one of each thing that has words; all say 'geheim'. */
function aBranch() {
  const m = aMap();
  const thesis = m.thesis('T');
  const top = m.support(thesis, 'top');
  const by = PARTICIPANT;
  const { claim } = m.support(top.claim, 'geheim claim', { by });
  m.edit({ kind: 'reword', claim, text: 'geheim mine', was: 'geheim claim' }, by);
  m.edit({ kind: 'reword', claim, text: 'geheim his', was: 'geheim claim' }, by);
  m.comment(claim, 'geheim comment', by);
  const { source, edition } = m.source('geheim text', by);
  const quotation = m.quote(claim, edition, [0, 6], by);
  return { m, thesis, top, claim, source, quotation };
}

const wordsFor = (map: ArgumentMap, viewer: Viewer, content = contentOf(map)): number =>
  [visibleContent(content, viewer, map), ...content.editions.map(({ id }) => editionText(map, id, viewer))]
    .map((told) => JSON.stringify(told ?? null).split('geheim').length - 1)
    .reduce((sum, count) => sum + count, 0);

describe('the words of what is removed', () => {
  it('[V5] are seen by their author and by those who decide; others see that something is there', () => {
    const { m, top, source, claim } = aBranch();
    const all = wordsFor(m.map, { participant: OWNER, role: 'owner' });
    for (const [viewer] of READERS) expect(wordsFor(m.map, viewer)).toBe(all);
    m.remove(source);
    for (const [viewer] of READERS) expect(wordsFor(m.map, viewer)).toBe(all); // a live claim rests on it
    m.remove(top.claim);
    for (const [viewer, reads] of READERS) {
      expect(wordsFor(m.map, viewer)).toBe(reads ? all : 0);
      const { claims } = visibleContent(contentOf(m.map), viewer, m.map);
      expect(claims.find(({ id }) => id === claim)).toMatchObject({
        home: m.claim(claim).home,
        removed: null,
      });
      expect(claims.find(({ text }) => text === 'top') !== undefined).toBe(may(viewer.role, 'review'));
    }
  });

  it('[V5] are not seen in a comment, a quotation or a source that is removed alone', () => {
    const { m, source, quotation } = aBranch();
    const visitor = { participant: null, role: null };
    const all = wordsFor(m.map, visitor);
    m.remove([...m.map.comments.keys()][0] ?? '');
    expect(wordsFor(m.map, visitor)).toBe(all - 1);
    m.remove(quotation);
    expect(wordsFor(m.map, visitor)).toBe(all - 2);
    m.remove(source);
    expect(wordsFor(m.map, visitor)).toBe(all - 3);
  });

  it('[V6] are in no earlier version either, and in every one again once they are restored', () => {
    const { m, top, source } = aBranch();
    m.remove(source);
    const past = contentOf(m.map);
    m.remove(top.claim);
    for (const [viewer, reads] of READERS) expect(wordsFor(m.map, viewer, past) > 0).toBe(reads);
    m.edit({ kind: 'restore', id: top.claim });
    for (const [viewer] of READERS) expect(wordsFor(m.map, viewer, past)).toBeGreaterThan(0);
  });

  it('[V6] are in no earlier version when the map no longer has the thing at all', () => {
    const { m, claim } = aBranch();
    const past = contentOf(m.map);
    m.map = applyPatches(m.map, [drop('claims', claim)]);
    for (const [viewer, reads] of READERS)
      expect(JSON.stringify(visibleContent(past, viewer, m.map)).includes('geheim his')).toBe(reads);
  });

  it('[V8] do not leave in a file, nor anything that would stand in it without them', () => {
    const { m, thesis, top, claim } = aBranch();
    m.remove(top.claim);
    for (const [viewer] of READERS) {
      const file = fileContent(contentOf(m.map), viewer, m.map);
      const isWhole = may(viewer.role, 'review');
      expect(file.claims.map(({ id }) => id).sort()).toEqual(
        (isWhole ? [thesis, top.claim, claim] : [thesis]).sort(),
      );
      expect(file.arguments.length + file.comments.length + file.quotations.length).toBe(isWhole ? 4 : 0);
      expect(contentOfJson(jsonOf(file))).toMatchObject({ ok: true });
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

describe('the text of an edition', () => {
  const texted = () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const { source, edition } = m.source(`The river rises, ${'and '.repeat(20)}zqtextq.`);
    m.quote(thesis, edition);
    return { m, thesis, source, edition };
  };
  const asking = (text: string) => ({
    kind: 'add-source' as const,
    title: 'A proposed talk',
    url: '',
    language: 'en',
    text,
    marks: [],
  });

  it('[V9] is told to nobody, and fetched by who sees the edition', () => {
    const { m, edition } = texted();
    const patches = m.edit({ kind: 'add-edition', edition: m.newId(), source: m.map.editions.get(edition)!.source, reason: 'r', text: 'zqtextq again', marks: [] }); // prettier-ignore
    for (const [viewer] of VIEWERS) {
      expect(JSON.stringify(visibleContent(contentOf(m.map), viewer, m.map))).not.toContain('zqtextq');
      expect(JSON.stringify(visiblePatches(patches, viewer, m.map))).not.toContain('zqtextq');
      expect(editionText(m.map, edition, viewer)?.text).toContain('zqtextq');
      expect(jsonOf(fileContent(contentOf(m.map), viewer, m.map))).toContain('zqtextq');
    }
  });

  it('[V9] that a proposal would bring is told to nobody either, and fetched by who sees the proposal', () => {
    const m = aMap();
    const [source, edition] = [m.newId(), m.newId()];
    const whole: Edit = { kind: 'batch', edits: [{ ...asking('zqtextq'), source, edition }] };
    const patches = m.edit(whole, SUGGESTER);
    for (const [viewer, sees] of VIEWERS) {
      const told = visiblePatches(patches, viewer, m.map);
      expect(JSON.stringify(told)).not.toContain('zqtextq');
      expect(JSON.stringify(told).includes('A proposed talk')).toBe(sees);
      expect(editionText(m.map, edition, viewer)?.text).toBe(sees ? 'zqtextq' : undefined);
    }
  });

  it('[V9] [V5] of a removed source is read by who wrote it and by who decides, and after a purge by nobody', () => {
    const m = aMap();
    const { source, edition } = m.source('zqtextq', PARTICIPANT);
    m.remove(source, PARTICIPANT);
    const reading = () =>
      VIEWERS.filter(([viewer]) => editionText(m.map, edition, viewer)?.text === 'zqtextq');
    expect(reading().map(([{ participant }]) => participant)).toEqual([OWNER, MODERATOR, PARTICIPANT]);
    m.edit({ kind: 'purge', id: source }, OWNER);
    expect(reading()).toEqual([]);
  });

  it('[V9] [Q3] is not needed to predict a quotation, whose words then come from the server', () => {
    const { m, thesis, edition } = texted();
    const quoting = {
      kind: 'quote',
      claim: thesis,
      edition,
      start: 4,
      end: 9,
      bearing: 'paraphrase',
    } as const;
    const viewer = { participant: PARTICIPANT, role: 'participant' } as const;
    const client = mapOf(visibleContent(contentOf(m.map), viewer, m.map));
    const context = { id: m.newId(), by: PARTICIPANT, at: 1 };
    const quotation = m.newId();
    const predicted = applyEdit(client, { ...quoting, quotation }, context);
    expect(predicted).toMatchObject({ ok: true, value: [{ put: { start: 4, end: 9, exact: '' } }] });
    m.edit({ ...quoting, quotation }, PARTICIPANT);
    expect(m.map.quotations.get(quotation)?.exact).toBe('river');
  });

  it('[V9] [E16] cannot be quoted once it was purged', () => {
    const m = aMap();
    const thesis = m.thesis('T');
    const { source, edition } = m.source('zqtextq');
    m.remove(source);
    m.edit({ kind: 'purge', id: source }, OWNER);
    const quote = { kind: 'quote', quotation: m.newId(), claim: thesis, edition, start: 0, end: 3, bearing: 'paraphrase' } as const; // prettier-ignore
    expect(applyEdit(m.map, quote, { id: m.newId(), by: OWNER, at: 1 })).toMatchObject({ ok: false });
  });

  it('[V9] proposed twice for one source is two editions to who is not told them', () => {
    const { m, source } = texted();
    for (const text of ['one', 'two'])
      m.edit({ kind: 'add-edition', edition: m.newId(), source, reason: 'r', text, marks: [] }, SUGGESTER);
    const moderator = { participant: MODERATOR, role: 'moderator' } as const;
    const client = mapOf(visibleContent(contentOf(m.map), moderator, m.map));
    expect(withProposals(client).editions.size).toBe(3);
  });
});
