import { strengthsOf, mapOf, type Id } from '@counterpoint/shared';
import { anId } from '/work/main/packages/shared/testing/aMap.ts';
import { manyClaims } from '/work/main/packages/shared/testing/manyClaims.ts';
const content = manyClaims(10000);
const references = content.references.map((r, i) => ({ ...r, claim: anId(10000 - 1 - i, 1) }));
const large = mapOf({ ...content, references });
const tally = (id: Id) => { const n = Number.parseInt(id.slice(-4), 16); return { votes: n % 7, sum: (n % 7) * (n % 5) }; };
const votes = { truth: tally, relevance: tally };
const c: number[] = []; const t: number[] = [];
for (let i = 0; i < 30; i++) { (globalThis as any).gc(); const b = process.cpuUsage(); const s = performance.now(); strengthsOf(large, votes); const d = process.cpuUsage(b); t.push(performance.now() - s); c.push((d.user + d.system) / 1000); }
t.sort((a, b) => a - b); c.sort((a, b) => a - b); console.log(t[0], t[15], "cpu", c[0], c[15]);
