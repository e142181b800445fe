import { describe, expect, it } from '@jest/globals';
import { aMap, anId, MODERATOR, OTHER_PARTICIPANT, PARTICIPANT, SUGGESTER } from '../../testing/aMap.ts';
import { viewerIn } from '../map/circles.ts';
import { partsIn, sidesOf, votedBy } from './parts.ts';
import { reportCsv } from './reportCsv.ts';

const [mine, theirs] = [{ by: PARTICIPANT }, { by: OTHER_PARTICIPANT }];

function aDebate() {
  const m = aMap();
  const thesis = m.thesis('The bridge should stay', mine);
  const own = m.support(thesis, 'It is sound', mine);
  const answer = m.rebut(own.claim, '=1+1 cracks a year', theirs);
  const undercut = m.rebut(answer.argument, 'Cracks are old', mine);
  return { m, thesis, own, answer, undercut };
}

const partOf = ({ map }: ReturnType<typeof aMap>, person = PARTICIPANT) =>
  partsIn(map, 1_000_000).find((part) => part.person.id === person);

describe('what each person contributed', () => {
  it('[S-19] [H1] is claims, and apart from them what speaks to others’ claims and arguments', () => {
    const { m, own } = aDebate();
    m.comment(own.claim, 'I counted them', PARTICIPANT);
    m.quote(own.claim, m.source().edition, [0, 9], PARTICIPANT);
    expect(partOf(m)).toMatchObject({ claims: 2, replies: 1, sources: 1, comments: 1, written: 5, kept: 5 });
    expect(partOf(m, OTHER_PARTICIPANT)).toMatchObject({ claims: 0, replies: 1, written: 1, kept: 1 });
    expect(partOf(m, SUGGESTER)).toMatchObject({ written: 0 });
    expect(partOf(m, MODERATOR)).toBeUndefined();
  });

  it('[S-19] [H2] keeps apart what was made and what of it still stands, also beneath what was removed', () => {
    const { m, own } = aDebate();
    m.remove(own.claim);
    expect(partOf(m)).toMatchObject({ claims: 1, replies: 0, written: 3, kept: 1 });
    expect(partOf(m, OTHER_PARTICIPANT)).toMatchObject({ replies: 0, written: 1, kept: 0 });
  });

  it('[H1] leaves a claim that was merged to who wrote it', () => {
    const { m, thesis, answer } = aDebate();
    const twin = m.rebut(thesis, 'It cracks', theirs);
    m.edit({ kind: 'merge-claim', claim: twin.claim, into: answer.claim, reference: m.newId() });
    expect(partOf(m, OTHER_PARTICIPANT)).toMatchObject({ replies: 2, written: 2, kept: 2 });
  });

  it('[S-19] [H2] [H3] adds up the speaking time of all debates, and of each side', () => {
    const { m } = aDebate();
    const [debate, phase, one, other] = [m.newId(), m.newId(), m.newId(), m.newId()];
    const sides = [{ id: one, name: 'For', sign: 'square' }, { id: other, name: 'Against', sign: 'triangle' }] as const; // prettier-ignore
    const plan = { name: 'Short', sides, phases: [{ id: phase, name: 'Open', side: null, seconds: null, may: ['claim', 'speak'] as const, bells: [] }], queue: 'raised' as const, pace: 'hand' as const, injury: null, choose: true }; // prettier-ignore
    m.edit({ kind: 'begin-debate', debate, plan });
    for (const [person, side] of [[PARTICIPANT, one], [OTHER_PARTICIPANT, other], [SUGGESTER, one]] as const) m.edit({ kind: 'set-side', participant: person, side }); // prettier-ignore
    m.edit({ kind: 'clock', debate, phase: null, deed: { what: 'go', to: phase } });
    const hand = m.newId();
    m.edit({ kind: 'raise-hand', hand, debate, point: null }, PARTICIPANT);
    m.edit({ kind: 'set-hand', hand, state: 'speaking' });
    m.wait(90_000);
    m.edit({ kind: 'set-hand', hand, state: 'spoken' });
    const parts = partsIn(m.map, 10_000_000);
    const spoken = parts.find(({ person }) => person.id === PARTICIPANT)?.spoken ?? 0;
    expect(Math.round(spoken / 1_000)).toBe(90);
    const bySide = sidesOf(parts);
    expect(bySide.find(({ side }) => side === one)).toMatchObject({
      people: 2,
      claims: 2,
      replies: 1,
      spoken,
    });
    expect(bySide.find(({ side }) => side === other)).toMatchObject({ people: 1, claims: 0, replies: 1, spoken: 0 }); // prettier-ignore
  });

  it('[H7] says of others’ votes how many they are to who decides, and to nobody where names are not to be found out', () => {
    const { m, thesis, own } = aDebate();
    m.edit({ kind: 'change-settings', set: { votes: 'hidden' } });
    for (const [n, on] of [thesis, own.claim, own.argument].entries())
      m.edit({ kind: 'vote', vote: anId(n, 7), on, ballot: anId(n, 8), judged: null, value: 3 }, PARTICIPANT);
    m.edit({ kind: 'vote', vote: anId(0, 7), on: thesis, ballot: anId(0, 8), judged: null, value: null }, PARTICIPANT); // prettier-ignore
    const asked = (who: string) => votedBy(m.map, viewerIn(m.map, who), PARTICIPANT);
    expect([MODERATOR, PARTICIPANT, OTHER_PARTICIPANT].map(asked)).toEqual([2, 2, null]);
    const secret = { ...m.map, info: { ...m.map.info, faces: 'anonymous' as const } };
    expect(votedBy(secret, viewerIn(secret, MODERATOR), PARTICIPANT)).toBeNull();
    expect(votedBy(secret, viewerIn(secret, PARTICIPANT), PARTICIPANT)).toBe(2);
  });

  it('[S-24] is a table that spreadsheets read as it is: marked as UTF-8, and no name runs as a formula', () => {
    const { m } = aDebate();
    m.map = { ...m.map, participants: m.map.participants.with(PARTICIPANT, { ...m.map.participants.get(PARTICIPANT)!, name: '=1+1' }) }; // prettier-ignore
    m.edit({ kind: 'change-settings', set: { tasks: { claims: 4, replies: 0, sources: 0, comments: 0, votes: 0 } } }); // prettier-ignore
    const [head, ...lines] = reportCsv(m.map, partsIn(m.map, 0), 'zh-CN').split('\r\n');
    expect(head).toBe(`${String.fromCharCode(0xfeff)}人,编号,方,主张,对他人的回应,引用原文,讨论,投票,发言时间（秒）,写过,保留,保留（%）,任务（%）`); // prettier-ignore
    expect(lines).toContain(`'=1+1,${PARTICIPANT},,2,1,0,0,,0,3,3,100,50`);
    expect(lines).toContain(`潘,${OTHER_PARTICIPANT},,0,1,0,0,,0,1,1,100,0`);
  });
});
