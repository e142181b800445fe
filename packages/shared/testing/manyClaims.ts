// A large map for measurements: replies of every kind, joint premises, references, comments and quotations. Not part of the product.
import { NEW_SETTINGS } from '../src/map/info.ts';
import type { Argument } from '../src/map/tables/arguments.ts';
import type { Claim } from '../src/map/tables/claims.ts';
import type { Comment } from '../src/map/tables/comments.ts';
import type { Id } from '../src/map/id.ts';
import { emptyContent, type MapContent } from '../src/map/map.ts';
import { UNTOUCHED, type Quotation } from '../src/map/tables/quotations.ts';
import type { Reference } from '../src/map/tables/references.ts';
import { FIRST_ORDER, orderLast } from '../src/map/order.ts';
import { passageAt } from '../src/source/passage.ts';
import { anId } from './aMap.ts';

const EDITION_TEXT = 'The river rises. 河水上涨。'.repeat(200);

/** Claim n speaks to claim (n - 1) / 3, every tenth jointly with one more, every twentieth against the inference. */
export function manyClaims(count: number): MapContent {
  const by = anId(1, 9);
  const stamp = { by, at: Date.UTC(2026, 0, 15) };
  const claims: Claim[] = [];
  const all: Argument[] = [];
  const references: Reference[] = [];
  const comments: Comment[] = [];
  const quotations: Quotation[] = [];
  const claimId = (n: number): Id => anId(n, 1);
  for (let n = 0; n < count; n++) {
    const isJoint = n > 1 && n % 10 === 0;
    const argument = anId(isJoint ? n - 1 : n, 2);
    const isUndercut = n > 20 && n % 20 === 1;
    claims.push({
      id: claimId(n),
      text: `Claim ${n}: the city should ban private cars downtown, "as soon as possible". 城市应当尽快禁止私家车进入市中心，第 ${n} 条。`,
      language: 'en',
      side: null,
      home: n === 0 ? null : argument,
      order: isJoint ? orderLast([{ id: '', order: FIRST_ORDER }]) : FIRST_ORDER,
      reworded: null,
      beside: [],
      removed: null,
      ...stamp,
    });
    if (n > 0 && !isJoint)
      all.push({
        id: argument,
        direction: isUndercut || n % 2 === 0 ? 'rebut' : 'support',
        target: isUndercut
          ? { kind: 'argument', id: anId(n - 2, 2) }
          : { kind: 'claim', id: claimId(Math.floor((n - 1) / 3)) },
        order: FIRST_ORDER,
        scheme: n % 50 === 0 ? 'Expert opinion' : null,
        removed: null,
        ...stamp,
      });
    if (n % 25 === 2)
      references.push({ id: anId(n, 3), argument: anId(n, 2), claim: claimId(0), order: 'a5', ...stamp });
    if (n % 5 === 0)
      comments.push({
        id: anId(n, 4),
        claim: claimId(n),
        text: `Remark ${n}, "quoted"`,
        removed: null,
        ...stamp,
      });
    if (n % 20 === 0) quotations.push(quotation(n, claimId(n), stamp));
  }
  const source = {
    id: anId(1, 6),
    title: 'A speech',
    url: 'https://example.org/speech',
    language: 'en',
    removed: null,
    ...stamp,
  };
  const edition = { id: anId(1, 7), source: source.id, text: EDITION_TEXT, marks: [], reason: '', ...stamp };
  const info = {
    title: 'A large map',
    question: '',
    about: '',
    language: 'en',
    ...NEW_SETTINGS,
  } as const;
  return {
    ...emptyContent,
    info,
    claims,
    arguments: all,
    references,
    comments,
    sources: [source],
    editions: [edition],
    quotations,
    participants: [{ id: by, name: 'Olga', role: 'owner', side: null, pseudonym: false, at: 0 }],
  };
}

function quotation(n: number, claim: Id, stamp: { readonly by: Id; readonly at: number }): Quotation {
  const start = 22 * ((n / 20) % 200);
  const passage = passageAt(EDITION_TEXT, start, start + 15);
  if (!passage.ok) throw new Error(passage.refusal.message);
  return {
    ...UNTOUCHED,
    id: anId(n, 5),
    claim,
    edition: anId(1, 7),
    bearing: 'paraphrase',
    ...passage.value,
    ...stamp,
  };
}
