import { afterEach, describe, expect, it } from '@jest/globals';
import { aMap, anId, OWNER, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, MAP, until, type Seat } from '../../testing/aSession.ts';

const seats: Seat[] = [];
afterEach(() => {
  for (const seat of seats.splice(0)) seat.close();
  localStorage.clear();
  sessionStorage.clear();
});

const key = `steps:${OWNER}:${MAP}`;

async function aPlace() {
  const m = aMap();
  const thesis = m.thesis('one');
  const seminar = await aSeminar(m);
  const open = async (as = OWNER): Promise<Seat> => {
    const seat = await seminar.join(as);
    seats.push(seat);
    return seat;
  };
  const reword = (seat: Seat, was: string, text: string) =>
    expect(seat.doc.getState().edit({ kind: 'reword', claim: thesis, text, was }).ok).toBe(true);
  const textIn = ({ doc }: Seat) => doc.getState().view.claims.get(thesis)?.text;
  /** Closed and opened again in the same tab. */
  const reload = async (seat: Seat): Promise<Seat> => {
    await until(() => seat.doc.getState().pending === 0);
    seat.close();
    return open();
  };
  return { thesis, seminar, open, reword, textIn, reload };
}

describe('what can be undone', () => {
  it('[U1] [U4] outlives a reload, with what can be done again, and is guarded as before', async () => {
    const { thesis, seminar, open, reword, textIn, reload } = await aPlace();
    let seat = await open();
    reword(seat, 'one', 'two');
    reword(seat, 'two', 'three');
    expect(seat.doc.getState().undo().ok).toBe(true);
    seat = await reload(seat);
    expect(seat.doc.getState()).toMatchObject({ canUndo: true, canRedo: true });
    expect([seat.doc.getState().redo().ok, textIn(seat)]).toEqual([true, 'three']);
    seat = await reload(seat);
    expect([seat.doc.getState().undo().ok, textIn(seat)]).toEqual([true, 'two']);
    seat = await reload(seat);
    await seminar.others({ kind: 'reword', claim: thesis, text: 'theirs', was: 'two' }, PARTICIPANT);
    await until(() => textIn(seat) === 'theirs');
    expect(seat.doc.getState().undo()).toMatchObject({ refusal: { code: 'stale' } });
    expect(seat.doc.getState().canUndo).toBe(false);
  });

  it('is of one person, and of one tab', async () => {
    const { open, reword } = await aPlace();
    const seat = await open();
    reword(seat, 'one', 'two');
    expect((await open(PARTICIPANT)).doc.getState().canUndo).toBe(false);
    sessionStorage.clear();
    expect((await open()).doc.getState().canUndo).toBe(false);
  });

  it('is read step by step: what another version kept is left out, the others are good', async () => {
    const { open, reword, reload, textIn } = await aPlace();
    let seat = await open();
    reword(seat, 'one', 'two');
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '') as { undos: unknown[] };
    const [step] = kept.undos as [object];
    const strange = [
      null,
      7,
      {},
      { ...step, edit: { kind: 'vote' } },
      { ...step, before: [[{ table: 'votes', put: {} }]] },
    ];
    await until(() => seat.doc.getState().pending === 0);
    sessionStorage.setItem(key, JSON.stringify({ undos: [...strange, step, ...strange], redos: 'none' }));
    seat = await reload(seat);
    expect([seat.doc.getState().undo().ok, textIn(seat)]).toEqual([true, 'one']);
    expect(seat.doc.getState().canUndo).toBe(false);
    for (const nothing of ['', '[]', '7', '{"undos":{}}']) {
      sessionStorage.setItem(key, nothing);
      seat = await reload(seat);
      expect(seat.doc.getState()).toMatchObject({ canUndo: false, canRedo: false });
    }
  });

  it('[E16] does not keep words that were purged, nor more than it has room for', async () => {
    const { thesis, seminar, open, reword } = await aPlace();
    const seat = await open();
    reword(seat, 'one', 'secret');
    for (let i = 0; i < 60; i++) {
      const text = 'm'.repeat(9_000);
      seat.doc.getState().edit({ kind: 'comment', comment: anId(i, 0x321), claim: thesis, text });
    }
    await until(() => seat.doc.getState().pending === 0);
    expect(sessionStorage.getItem(key)?.length).toBeLessThan(400_100);
    sessionStorage.clear();
    seat.doc.getState().undo();
    expect(sessionStorage.getItem(key)).not.toBeNull();
    await seminar.others({ kind: 'remove', id: thesis }, OWNER);
    await seminar.others({ kind: 'purge', id: thesis }, OWNER);
    await until(() => seat.doc.getState().view.claims.get(thesis)?.text === '');
    expect(sessionStorage.getItem(key)).not.toContain('secret');
  });
});
