import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachment, lossReport } from './headers.ts';

it('names the file after the map, whatever its title (RFC 5987)', () => {
  expect(attachment('开源：路', 'md')).toBe(
    `attachment; filename="map.md"; filename*=UTF-8''%E5%BC%80%E6%BA%90%EF%BC%9A%E8%B7%AF.md`,
  );
  expect(attachment("Who's (first)? a/b\\c\r\nX: \u202egnp", 'json')).toBe(
    `attachment; filename="Whos (first) a b c X gnp.json"; filename*=UTF-8''Who%27s%20%28first%29%20a%20b%20c%20X%20gnp.json`,
  );
  expect(attachment('../..', 'json')).toBe(`attachment; filename="map.json"; filename*=UTF-8''map.json`);
});

it('keeps to what a header may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      expect(attachment(title, 'json')).toMatch(
        /^attachment; filename="[\w .,()+-]+\.json"; filename\*=UTF-8''[\w.~!%-]+\.json$/,
      );
    }),
  );
  const losses = [{ kind: 'unknown', count: 9, where: ['开源\n', 'b', 'c', 'd'] }] as const;
  expect(lossReport(losses)).toBe('[{"kind":"unknown","count":9,"where":["\\u5f00\\u6e90\\n","b","c"]}]');
});
