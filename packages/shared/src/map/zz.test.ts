import { it } from '@jest/globals';
import { diffTexts } from './text-diff.ts';
it('x', () => {
  let s = 7; const rnd = () => (s = (s * 16807) % 2147483647) / 2147483647;
  const w = Array.from({ length: 990 }, () => 'w' + Math.floor(400 * rnd() ** 4));
  const v = w.map((x) => rnd() < 0.03 ? 'new' : x);
  let t = performance.now(); diffTexts(w.join(' '), v.join(' ')); console.log('english', performance.now() - t);
  t = performance.now(); diffTexts('的'.repeat(1999), '的'.repeat(1990) + '是的'); console.log('zh', performance.now() - t);
});
