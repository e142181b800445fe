import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  anId,
  MODERATOR,
  OBSERVER,
  OTHER_PARTICIPANT,
  PARTICIPANT,
  SUGGESTER,
} from '../../testing/aMap.ts';
import { mapOf } from '../map/patch.ts';
import type { SampleArgument, SampleClaim } from '../samples/sample.ts';
import { sampleContent } from '../samples/sampleContent.ts';
import { speech } from '../samples/speech.ts';
import { participationIn } from './participation.ts';
import { unansweredIn, type Leaning, type Unanswered } from './unanswered.ts';

/** The claims of the sample as an outline numbers them: each with its replies, then what undercuts its argument. */
function outlined(language: 'zh' | 'en'): string[] {
  const all: string[] = [];
  const claim = ({ text, replies = [] }: SampleClaim): void => {
    all.push(text[language]);
    replies.forEach(argument);
  };
  const argument = ({ premises, undercuts = [] }: SampleArgument): void => {
    premises.forEach(claim);
    undercuts.forEach(argument);
  };
  speech.theses.forEach(claim);
  return all;
}

describe('what nobody answered', () => {
  // Gone through by hand, on a print of the outline.
  const OBJECTIONS = {
    for: [8, 17, 23, 29, 43, 65, 66, 71, 76, 84],
    against: [4, 12, 22, 27, 33, 34, 38, 40, 48, 49, 52, 53, 55, 57, 59, 60, 62, 72, 81, 82],
  };
  const CLAIMS = { for: [6, 10, 11, 18, 30, 68, 69, 78, 79, 80], against: [42] };

  it.each(['zh', 'en'] as const)(
    '[S-20] in the sample in %s is what stands on a list made by hand',
    (language) => {
      let n = 0;
      const map = mapOf(sampleContent(speech, { language, newId: () => anId(++n), at: 1 }, {}));
      const all = outlined(language);
      const found = unansweredIn(map);
      const numbers = (what: Unanswered['what'], leaning: Leaning) =>
        found
          .filter((one) => one.what === what && one.leaning === leaning)
          .map(({ claim }) => all.indexOf(claim.text) + 1)
          .sort((a, b) => a - b);
      const both = (what: Unanswered['what']) => ({
        for: numbers(what, 'for'),
        against: numbers(what, 'against'),
      });
      expect(both('objection')).toEqual(OBJECTIONS);
      expect(both('claim')).toEqual(CLAIMS);
    },
  );

  it('[S-20] is answered by a rebuttal of a premise wherever that is at home, by an undercut, and by nothing removed', () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const elsewhere = map.thesis('Elsewhere');
    const backing = map.support(elsewhere, 'Backing');
    const objection = map.rebut(thesis, 'Objection');
    const open = () => unansweredIn(map.map).flatMap(({ what, id }) => (what === 'objection' ? id : []));
    expect(open()).toEqual([objection.claim]);
    map.support(objection.claim, 'What speaks for it is no answer');
    expect(open()).toEqual([objection.claim]);
    const undercut = map.rebut(objection.argument, 'It does not follow');
    expect(open()).toEqual([undercut.claim]);
    map.edit({ kind: 'remove', id: undercut.claim });
    expect(open()).toEqual([objection.claim]);
    map.refer(backing.claim, objection.argument);
    const answer = map.rebut(backing.claim, 'Not so');
    expect(open()).toEqual([answer.claim]);
  });
});

describe('who took part', () => {
  it('[S-19] counts what stands of everyone who may write and does not decide, and what waits', () => {
    const map = aMap();
    const thesis = map.thesis('Thesis', { by: MODERATOR });
    const reason = map.support(thesis, 'Reason', { by: PARTICIPANT });
    map.edit({ kind: 'comment', comment: map.newId(), claim: thesis, text: 'Why?' }, PARTICIPANT);
    const part = () =>
      new Map(participationIn(map.map, 0).map(({ person, written }) => [person.id, written]));
    expect(part().get(PARTICIPANT)).toBe(3); // claim, argument, comment
    expect([part().get(OTHER_PARTICIPANT), part().get(SUGGESTER)]).toEqual([0, 0]);
    expect([part().has(MODERATOR), part().has(OBSERVER)]).toEqual([false, false]);
    map.edit({ kind: 'remove', id: reason.claim });
    expect(part().get(PARTICIPANT)).toBe(1);
    expect(participationIn(map.map, 0).every(({ spoken }) => spoken === null)).toBe(true);
  });
});
