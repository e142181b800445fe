import { it } from '@jest/globals';
import { diff3Merge } from 'node-diff3';
it('x', () => {
  const time = (o: string[], a: string[], b: string[]) => { const t = performance.now(); diff3Merge(a, o, b); return Math.round(performance.now() - t); };
  const matches = (o: string[], a: string[]) => { const c = new Map<string, number>(); for (const x of a) c.set(x, (c.get(x) ?? 0) + 1); return o.reduce((n, x) => n + (c.get(x) ?? 0), 0); };
  const rnd = (() => { let s = 7; return () => (s = (s * 16807) % 2147483647) / 2147483647; })();
  const gen = (n: number, k: number, zipf = false) => Array.from({ length: n }, () => 't' + Math.floor(k * (zipf ? rnd() ** 4 : rnd())));
  const en = (n: number) => Array.from({ length: n }, (_, i) => i % 2 ? ' ' : 'w' + Math.floor(400 * rnd() ** 4));
  const mutate = (x: string[]) => x.map((t) => rnd() < 0.02 ? 'new' + rnd() : t);
  for (const [name, make] of [['same', (n: number) => gen(n, 1)], ['two', (n: number) => gen(n, 2)], ['ten', (n: number) => gen(n, 10)], ['zh', (n: number) => gen(n, 600, true)], ['en', en]] as const)
    for (const n of [300, 600, 1000, 2000]) { const o = make(n); const a = mutate(o), b = mutate(o); console.log(name, n, matches(o, a) + matches(o, b), time(o, a, b)); }
});
