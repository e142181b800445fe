import { describe, expect, it } from '@jest/globals';
import type { SampleArgument, SampleClaim, Text } from './sample.ts';
import { speech } from './speech.ts';

type Placed = { claim: SampleClaim; level: number };

const claims: Placed[] = [];
const replies: SampleArgument[] = [];
const undercuts: SampleArgument[] = [];

function visitClaim(claim: SampleClaim, level: number): void {
  claims.push({ claim, level });
  for (const reply of claim.replies ?? []) {
    replies.push(reply);
    visitArgument(reply, level + 1);
  }
}

function visitArgument(argument: SampleArgument, level: number): void {
  for (const premise of argument.premises) visitClaim(premise, level);
  for (const undercut of argument.undercuts ?? []) {
    undercuts.push(undercut);
    visitArgument(undercut, level + 1);
  }
}

for (const thesis of speech.theses) visitClaim(thesis, 1);

const claimTexts = claims.map(({ claim }) => claim.text);
const comments = claims.flatMap(({ claim }) => claim.comments ?? []);
const texts: Text[] = [speech.title, speech.question, speech.about, ...claimTexts, ...comments];
const han = /\p{Script=Han}/u;

describe('the sample speech', () => {
  it('has 70 claims or more, in five levels or more', () => {
    expect(claims.length).toBeGreaterThanOrEqual(70);
    expect(Math.max(...claims.map(({ level }) => level))).toBeGreaterThanOrEqual(5);
  });

  it('is argued, not only listed: rebuttals, undercuts, joint premises', () => {
    const rebuttals = replies.filter(({ direction }) => direction === 'rebut');
    const joint = [...replies, ...undercuts].filter(({ premises }) => premises.length > 1);
    expect(rebuttals.length).toBeGreaterThanOrEqual(14);
    expect(undercuts.length).toBeGreaterThanOrEqual(5);
    expect(joint.length).toBeGreaterThanOrEqual(5);
    expect(joint.some(({ premises }) => premises.some((premise) => premise.replies?.length))).toBe(true);
    for (const { premises } of joint) expect(premises.length).toBeLessThanOrEqual(3);
    for (const { premises } of [...replies, ...undercuts]) expect(premises.length).toBeGreaterThanOrEqual(1);
    for (const { direction } of undercuts) expect(direction).toBe('rebut');
  });

  it('can be read: one thesis with four to six replies, no claim with more than seven', () => {
    expect(speech.theses.length).toBe(1);
    for (const { replies: direct = [] } of speech.theses) {
      expect(direct.length).toBeGreaterThanOrEqual(4);
      expect(direct.length).toBeLessThanOrEqual(6);
    }
    for (const { claim } of claims) expect((claim.replies ?? []).length).toBeLessThanOrEqual(7);
  });

  it('shows the five parts of the speech, in order, under the thesis', () => {
    const underThesis = speech.theses.flatMap((thesis) => thesis.replies ?? []);
    const parts = underThesis.map(({ premises }) => premises[0]?.part);
    expect(parts).toEqual([1, 2, 3, 4, 5, undefined]);
  });

  it('states each claim in 12 to 60 Chinese characters and 6 to 30 English words', () => {
    for (const { zh, en } of claimTexts) {
      const characters = Array.from(zh).length;
      const words = en.split(/\s+/).length;
      expect({ zh, fits: characters >= 12 && characters <= 60 }).toEqual({ zh, fits: true });
      expect({ en, fits: words >= 6 && words <= 30 }).toEqual({ en, fits: true });
    }
  });

  it('speaks both languages everywhere and never says the same thing twice', () => {
    for (const { zh, en } of texts) {
      expect(zh).toMatch(han);
      expect(en).toMatch(/[a-z]/);
      expect([zh, en]).toEqual([zh.trim(), en.trim()]);
    }
    for (const { en } of [...claimTexts, ...comments]) expect(en).not.toMatch(han);
    expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
    expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
  });

  it('marks its six to ten comments as examples', () => {
    expect(comments.length).toBeGreaterThanOrEqual(6);
    expect(comments.length).toBeLessThanOrEqual(10);
    for (const { zh, en } of comments) {
      expect(zh).toMatch(/^讨论示例：/);
      expect(en).toMatch(/^Example comment: /);
    }
  });
});
