// The engine alone, without network and disk: what one edit costs the sequencer in a small and in a large map, and
// what a frame costs a client that has much pending.
import {
  emptyContent,
  applyEdit,
  applyPatches,
  contentOf,
  mapOf,
  orderLast,
  repliesTo,
  sequence,
  SyncClient,
  type ArgumentMap,
  type Change,
  type Edit,
  type Id,
  type MapContent,
  NEW_SETTINGS,
} from '@counterpoint/shared';
import { median, ms, percentile, ratio, table } from './figures.ts';

const ROUNDS = 400;
const BARS = { editUs: 50, refoldMs: 7 };

let made = 0;
const newId = (): Id => {
  const n = (++made * 2654435761) % 2 ** 32;
  return `01920000-${(made >> 16).toString(16).padStart(4, '0')}-7000-8000-${(made & 0xffff).toString(16).padStart(4, '0')}${n.toString(16).padStart(8, '0')}`;
};
const OWNER = newId();

function aMapOf(claims: number): ArgumentMap {
  const stamp = { by: OWNER, at: 0, removed: null };
  const content = {
    ...emptyContent,
    info: {
      title: 'Bench',
      question: '',
      about: '',
      language: 'en',
      ...NEW_SETTINGS,
    },
    claims: [] as MapContent['claims'][number][],
    arguments: [] as MapContent['arguments'][number][],
    participants: [{ id: OWNER, name: 'Olga', role: 'owner', side: null, pseudonym: false, at: 0 }],
  } satisfies MapContent;
  for (let i = 0; i < claims; i++) {
    // Every claim has about four replies: a tree as deep as real ones are.
    const target = i === 0 ? undefined : content.claims[Math.floor((i - 1) / 4)];
    const home = target ? newId() : null;
    if (target && home !== null) {
      const direction = i % 2 === 0 ? 'support' : 'rebut';
      content.arguments.push({
        id: home,
        direction,
        target: { kind: 'claim', id: target.id },
        order: 'a0',
        scheme: null,
        ...stamp,
      });
    }
    const text = `Claim ${i} says that open source lowers the threshold for everyone.`;
    content.claims.push({
      id: newId(),
      text,
      language: 'en',
      home,
      order: 'a0',
      side: null,
      reworded: null,
      beside: [],
      ...stamp,
    });
  }
  return mapOf(content);
}

/** In the order they were made: the first quarter has replies. */
const claimsOf = (map: ArgumentMap): Id[] => [...map.claims.keys()].sort();

/** The edits of a seminar: mostly replies and rewordings, some moves of a leaf; the tree stays as deep as it was. */
function anEdit(map: ArgumentMap, ids: readonly Id[], i: number): Edit {
  const inner = Math.ceil(ids.length / 4);
  const leaf = ids[inner + ((i * 7919) % (ids.length - inner))] ?? '';
  const id = ids[(i * 104729 + 13) % inner] ?? '';
  const reply = (target: Id) =>
    ({
      at: 'argument',
      argument: newId(),
      direction: 'support',
      target: { kind: 'claim', id: target },
      order: orderLast(repliesTo(map, target)),
    }) as const;
  if (i % 5 === 0) return { kind: 'move-claim', claim: leaf, to: reply(id) };
  if (i % 2 === 0)
    return {
      kind: 'add-claim',
      claim: newId(),
      text: 'And therefore it matters.',
      language: 'en',
      to: reply(id),
    };
  const text = map.claims.get(id)?.text ?? '';
  return { kind: 'reword', claim: id, was: text, text: `${text} Really.` };
}

/** Microseconds per edit, decided one by one as in a quiet room. */
function sequenceCost(claims: number): number {
  let map = aMapOf(claims);
  const ids = claimsOf(map);
  const costs: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const job = { client: newId(), by: OWNER, edits: [{ seq: 1, id: newId(), edit: anEdit(map, ids, i) }] };
    const setting = {
      map,
      version: i,
      marks: new Map(),
      at: 0,
      poisoned: new Map(),
      onBug: () => undefined,
    };
    const begun = performance.now();
    const sequenced = sequence(setting, [job]);
    costs.push((performance.now() - begun) * 1_000);
    map = sequenced.map;
  }
  return median(costs.slice(ROUNDS / 4));
}

/** Milliseconds to take in a frame of 50 changes of others, with 100 edits pending, in a map of 10,000 claims. */
async function refoldCosts(): Promise<number[]> {
  const map = aMapOf(10_000);
  const ids = claimsOf(map);
  const never = (): Promise<never> => new Promise(() => undefined);
  const nothing = (): Promise<void> => Promise.resolve();
  const client = new SyncClient(
    { map: newId(), client: newId() },
    {
      now: () => 0,
      newId,
      pause: never,
      onChange: () => undefined,
      outbox: { put: nothing, settle: nothing, refuse: nothing, forget: nothing },
      transport: {
        hello: () =>
          Promise.resolve({
            ok: true,
            participant: OWNER,
            role: 'owner',
            tab: 1,
            version: 0,
            epoch: 1,
            now: 0,
            took: 0,
            frame: null,
          }),
        snapshot: () => Promise.resolve({ version: 0, epoch: 1, map: contentOf(map) }),
        push: never,
        catchUp: never,
        reset: () => undefined,
      },
    },
  );
  await client.connected();
  for (let i = 0; client.pending.length < 100; i++) client.edit(anEdit(client.view, ids, i));
  const costs: number[] = [];
  for (let round = 0; round < 60; round++) {
    const from = client.version ?? 0;
    let next = client.confirmed;
    const changes: Change[] = [];
    for (let i = 0; changes.length < 50; i++) {
      const edit = anEdit(next, ids, 1_000 + round * 50 + i);
      const result = applyEdit(next, edit, { id: newId(), by: OWNER, at: 0 });
      if (!result.ok) continue;
      next = applyPatches(next, result.value);
      changes.push({
        version: from + changes.length + 1,
        at: 0,
        by: OWNER,
        id: newId(),
        client: OWNER,
        seq: 1,
        kind: edit.kind,
        patches: result.value,
      });
    }
    const begun = performance.now();
    client.receive({ from, to: from + 50, changes });
    costs.push(performance.now() - begun);
  }
  return costs.slice(10);
}

// In turns, so that what else the machine does falls on both.
const pairs = Array.from({ length: 7 }, () => [sequenceCost(100), sequenceCost(10_000)] as const).slice(1);
const small = median(pairs.map(([cost]) => cost));
const large = median(pairs.map(([, cost]) => cost));
const growth = median(pairs.map(([a, b]) => b / a));
const refold = await refoldCosts();
const p95 = percentile(refold, 0.95);

table([
  ['', 'figure', 'bar'],
  ['one edit, 100 claims', `${small.toFixed(1)} µs`, ''],
  [
    'one edit, 10,000 claims',
    `${large.toFixed(1)} µs`,
    `at most ${BARS.editUs} µs; ${ratio(growth, 1)} of the small map`,
  ],
  ['frame of 50, 100 pending, 10,000 claims', `${ms(median(refold))} p50`, ''],
  ['', `${ms(p95)} p95`, `at most ${BARS.refoldMs} ms`],
]);
if (large > BARS.editUs || p95 > BARS.refoldMs) process.exitCode = 1;
