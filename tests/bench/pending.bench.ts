// One small edit while large imports wait for a moderator: what it costs the server, and the browser of a reviewer.
import { UNSEEN, applyEdit, applyPatches, contentOf, emptyMap, Fold, Folds, mapOf, NEW_SETTINGS, pendingProposals, ruleOf, type ArgumentMap, type Edit, type Id, type Proposal } from '@counterpoint/shared'; // prettier-ignore
import { median, ms, ratio, table } from './figures.ts';

const IMPORTS = 3;
const PARTS = 5_000;
const ROUNDS = 60;
const BAR_MS = 2;

let made = 0;
const newId = (): Id => `01920000-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`;
const [OWNER, SUGGESTER] = [newId(), newId()];

function aMap(): { map: ArgumentMap; thesis: Id } {
  const info = { title: 'Bench', question: '', about: '', language: 'en', ...NEW_SETTINGS } as const;
  const participants = [
    { id: OWNER, name: 'Olga', role: 'owner', side: null, pseudonym: false, at: 0 },
    { id: SUGGESTER, name: 'Su', role: 'suggester', side: null, pseudonym: false, at: 0 },
  ] as const;
  let map = mapOf({ ...contentOf(emptyMap), info, participants });
  const thesis = newId();
  const add: Edit = { kind: 'add-claim', claim: thesis, text: 'The thesis', language: 'en', to: { at: 'thesis', order: 'a0' } }; // prettier-ignore
  map = changed(map, add, OWNER);
  for (let i = 0; i < IMPORTS; i++) {
    const edit = { kind: 'batch', edits: Array.from({ length: PARTS }, (_, n) => reply(thesis, n)) } as const;
    const proposal: Proposal = { id: newId(), edit, by: SUGGESTER, at: i, ...UNSEEN }; // prettier-ignore
    map = applyPatches(map, [{ table: 'proposals', put: proposal }]);
  }
  return { map, thesis };
}

/** Each hangs beneath one made not long before: a tree, as files are. */
const latest: Id[] = [];
function reply(thesis: Id, n: number) {
  const id = n === 0 ? thesis : (latest[(n - 1) >> 2] ?? thesis);
  if (n === 0) latest.length = 0;
  const claim = newId();
  latest.push(claim);
  const to = { at: 'argument', argument: newId(), direction: 'support', target: { kind: 'claim', id }, order: 'a0' } as const; // prettier-ignore
  return { kind: 'add-claim', claim, text: `Reply ${n}`, language: 'en', to } as const;
}

function changed(map: ArgumentMap, edit: Edit, by: Id, folds?: Folds): ArgumentMap {
  const result = applyEdit(map, edit, { id: newId(), by, at: 1_000 }, folds);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return applyPatches(map, result.value);
}

const timed = (work: () => void): number => {
  const begin = performance.now();
  work();
  return performance.now() - begin;
};

const { map, thesis } = aMap();
let now = map;
const [fold, folds] = [new Fold(), new Folds()];
const whole = timed(() => {
  let view = now;
  for (const proposal of pendingProposals(now)) {
    const result = ruleOf(view, proposal.edit as unknown as Edit, proposal);
    if (result.ok) view = applyPatches(view, result.value);
  }
});
const first = timed(() => fold.on(now));
folds.ownOn(now, SUGGESTER);
const [server, browser]: [number[], number[]] = [[], []];
for (let i = 0; i < ROUNDS; i++) {
  const text = `The thesis ${i}`;
  const was = now.claims.get(thesis)?.text ?? '';
  now = changed(now, { kind: 'reword', claim: thesis, text, was }, OWNER);
  browser.push(timed(() => fold.on(now)));
  now = changed(now, reply(thesis, 0), OWNER);
  browser.push(timed(() => fold.on(now)));
  const comment: Edit = { kind: 'reword', claim: thesis, text: `${text}!`, was: text };
  server.push(timed(() => changed(now, comment, SUGGESTER, folds)));
}
const accepted = pendingProposals(now)[1];
const decided =
  accepted &&
  changed(now, { kind: 'decide', proposal: accepted.id, verdict: 'accepted', reason: null }, OWNER);
const deciding = timed(() => decided && fold.on(decided));
table([
  [`${IMPORTS} waiting imports of ${PARTS} parts`, 'ms', 'against folding all', 'bar'],
  ['all folded, by the rules alone', ms(whole), '', ''],
  ['all folded, and what they read is noted', ms(first), ratio(first, whole), ''],
  [
    'one small edit of another, in a reviewer’s browser',
    ms(median(browser)),
    ratio(median(browser), whole),
    ms(BAR_MS),
  ],
  [
    'one small proposal of theirs, on the server',
    ms(median(server)),
    ratio(median(server), whole),
    ms(BAR_MS),
  ],
  ['one of the imports is accepted', ms(deciding), ratio(deciding, whole), ''],
]);
