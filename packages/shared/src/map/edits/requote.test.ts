import { describe, expect, it } from '@jest/globals';
import { aMap } from '../../../testing/aMap.ts';
import { undoOf } from '../edit.ts';
import type { Id } from '../id.ts';
import { newerContent } from '../older.ts';
import { contentOf } from '../patch.ts';
import { wordsAt } from '../../source/passage.ts';
import { isUnsettled, type Bearing } from '../tables/quotations.ts';
import { quotationsOf } from '../tree.ts';

const FIRST = '河水每年上涨。大桥不应修在上游。船便宜。渡口应当保留，因为老人每天都要过河。';
/** One passage moved to the front, one turned by a single sign, one gone. */
const NEXT = '渡口应当保留，因为老人每天都要过河。河水每年上涨。大桥应修在上游。';

function aQuoting() {
  const m = aMap();
  const claim = m.thesis('T');
  const { source, edition } = m.source(FIRST);
  const quote = (words: string) => {
    const start = FIRST.indexOf(words);
    return m.quote(claim, edition, [start, start + words.length]);
  };
  const one = (id: Id) => {
    const found = m.map.quotations.get(id);
    if (!found) throw new Error('no such quotation');
    return found;
  };
  const addEdition = (text: string): Id => {
    const next = m.newId();
    m.edit({ kind: 'add-edition', edition: next, source, text, reason: 'mended', marks: [] });
    return next;
  };
  const at = (id: Id, bearing: Bearing = 'paraphrase') => {
    const { edition: own, start, end } = one(id);
    return { kind: 'requote', quotation: id, edition: own, start, end, bearing } as const;
  };
  return { m, claim, edition, quote, one, addEdition, at };
}

describe('a new edition', () => {
  it('[Q6] [A-06] follows every quotation: moved, changed and gone are told apart, and each keeps its own words', () => {
    const { m, quote, one, addEdition } = aQuoting();
    const [moved, changed, gone, same] = [
      quote('渡口应当保留，因为老人每天都要过河'),
      quote('大桥不应修在上游'),
      quote('船便宜'),
      quote('河水每年上涨'),
    ];
    const next = addEdition(NEXT);
    const status = (id: Id) => one(id).stands?.status;
    expect([moved, changed, gone, same].map(status)).toEqual(['moved', 'changed', 'orphaned', 'moved']);
    expect([moved, changed, gone, same].map((id) => isUnsettled(one(id)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(one(changed)).toMatchObject({ exact: '大桥不应修在上游', stands: { edition: next } });
    const { start = 0, end = 0 } = one(changed).stands ?? {};
    expect(wordsAt(NEXT, start, end)).toContain('应修在上游');
    expect(m.map.quotations.get(gone)?.removed).toBeNull();
  });

  it('[Q6] a passage quoted from an earlier edition is followed at once', () => {
    const { m, claim, edition, addEdition } = aQuoting();
    addEdition(NEXT);
    const start = FIRST.indexOf('大桥不应');
    const id = m.quote(claim, edition, [start, start + 8]);
    expect(m.map.quotations.get(id)?.stands?.status).toBe('changed');
  });

  it('[Q6] rows of before there was any of it are read as standing in their own edition', () => {
    const { m, quote } = aQuoting();
    quote('船便宜');
    const content = contentOf(m.map);
    const old = content.quotations.map(
      ({ stands: _stands, gloss: _gloss, rule: _rule, ...row }) => row as never,
    );
    expect(newerContent({ ...content, quotations: old })).toEqual(content);
  });
});

describe('requote', () => {
  it('[Q7] [A-07] the same passage said once more settles it, also for later editions', () => {
    const { m, quote, one, addEdition, at } = aQuoting();
    const id = quote('大桥不应修在上游');
    expect(m.answer(at(id))).toBe('no-change');
    addEdition(NEXT);
    m.edit(at(id));
    expect(one(id)).toMatchObject({ stands: { status: 'kept' }, exact: '大桥不应修在上游' });
    expect(isUnsettled(one(id))).toBe(false);
    addEdition(`${NEXT}桥。`);
    expect(one(id).stands?.status).toBe('kept');
    addEdition(`${FIRST}桥。`);
    expect(one(id).stands?.status).toBe('exact');
  });

  it('[Q7] [A-07] another passage is taken in the words of its edition', () => {
    const { m, claim, quote, one, addEdition } = aQuoting();
    const id = quote('大桥不应修在上游');
    const edition = addEdition(NEXT);
    const start = NEXT.indexOf('大桥应修');
    const asked = { kind: 'requote', quotation: id, edition, start, end: start + 7 } as const;
    expect(m.answer({ ...asked, bearing: 'verbatim' })).toBe('not-verbatim');
    const before = m.map;
    const edit = { ...asked, bearing: 'disputes' } as const;
    m.edit(edit);
    expect(one(id)).toMatchObject({ edition, exact: '大桥应修在上游', stands: null, bearing: 'disputes' });
    const undo = undoOf(edit, before, m.map);
    if (undo) m.edit(undo);
    expect(quotationsOf(m.map, claim)).toEqual(quotationsOf(before, claim));
  });

  it('[Q3] [A-04] says of the same words how the claim rests on them, and may not say that it repeats others', () => {
    const { m, quote, one, at } = aQuoting();
    const id = quote('船便宜');
    expect(m.answer(at(id, 'verbatim'))).toBe('not-verbatim');
    m.edit(at(id, 'inference'));
    expect(one(id).bearing).toBe('inference');
  });

  it('[E5] refuses what is not there', () => {
    const { m, claim, quote, at } = aQuoting();
    const id = quote('船便宜');
    expect(m.answer({ ...at(id, 'inference'), quotation: m.newId() })).toBe('removed');
    expect(m.answer({ ...at(id), edition: m.newId() })).toBe('removed');
    expect(m.answer({ ...at(id), start: 0, end: 999 })).toBe('not-a-passage');
    m.remove(claim);
    expect(m.answer(at(id, 'inference'))).toBe('removed');
  });
});
