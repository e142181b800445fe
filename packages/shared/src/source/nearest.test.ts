import { describe, expect, it } from '@jest/globals';
import { nearest } from './nearest.ts';

const found = (text: string, words: string) => {
  const hint = nearest(text, words);
  return hint && { words: [...text].slice(hint.start, hint.end).join(''), likeness: hint.likeness };
};

describe('the nearest sentence', () => {
  it('is the one that shares most pairs of characters, with its marks, by code points', () => {
    const text =
      '𠮷野说：大家好。\n “桥不应该修在河的上游！” 船比桥便宜。It costs 3.5 million. Nobody paid it.';
    expect(found(text, '桥应该修在河的下游')?.words).toBe('“桥不应该修在河的上游！”');
    expect(found(text, '船便宜')).toEqual({ words: '船比桥便宜。', likeness: (2 * 1) / (2 + 5) });
    expect(found(text, 'it costs 3.5 millions')?.words).toBe('It costs 3.5 million.');
  });

  it('is like the words in 1 when it is the words, and is none when nothing is shared', () => {
    expect(found('一。二三四。', '二三四。')?.likeness).toBe(1);
    expect(nearest('一二三。', '四五六')).toBeUndefined();
    expect(nearest('', '四五六')).toBeUndefined();
    expect(nearest('一二三。', '')).toBeUndefined();
    expect(nearest('\ud800。。\udc00\n.', '\ud800')).toBeUndefined();
  });
});
