import { afterEach, describe, expect, it } from '@jest/globals';
import { anId, aMap, OWNER, PARTICIPANT, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, MAP, until, type Seat } from '../../testing/aSession.ts';
import type { News } from './newsStore.ts';
import { openOutbox } from './outbox.ts';

let seats: Seat[] = [];
const kept = (seat: Seat): Seat => {
  seats.push(seat);
  return seat;
};
afterEach(() => {
  for (const seat of seats) seat.close();
  seats = [];
  sessionStorage.clear();
});

const text = (seat: Seat, claim: string): string | undefined =>
  seat.doc.getState().view.claims.get(claim)?.text;

describe('a map session', () => {
  it('shows an edit at once and counts it until the server has it', async () => {
    const builder = aMap();
    const thesis = builder.thesis('Old words');
    const seat = kept(await (await aSeminar(builder)).join(OWNER));
    seat.doc.getState().edit({ kind: 'reword', claim: thesis, text: 'New words', was: 'Old words' });
    expect(text(seat, thesis)).toBe('New words');
    expect(seat.doc.getState()).toMatchObject({ pending: 1, canUndo: true, mine: true });
    await until(() => seat.doc.getState().pending === 0);
    expect(seat.doc.getState().confirmed.claims.get(thesis)?.text).toBe('New words');
  });

  it('keeps edits while the network is away and sends them when it is back', async () => {
    const builder = aMap();
    const thesis = builder.thesis();
    const seminar = await aSeminar(builder);
    const seat = kept(await seminar.join(OWNER));
    seat.cut();
    seat.doc
      .getState()
      .edit({ kind: 'comment', comment: anId(1, 5), claim: thesis, text: 'Written on a train' });
    await until(() => seat.doc.getState().status === 'offline');
    expect(seminar.room.current.map.comments.size).toBe(0);
    seat.mend();
    await until(() => seminar.room.current.map.comments.size === 1);
    await until(() => seat.doc.getState().pending === 0);
  });

  it('opened again after the page was lost, sends what the page before had not', async () => {
    const builder = aMap();
    const thesis = builder.thesis();
    const seminar = await aSeminar(builder);
    const lost = await seminar.join(PARTICIPANT);
    lost.cut();
    lost.doc.getState().edit({ kind: 'comment', comment: anId(2, 5), claim: thesis, text: 'Do not lose me' });
    const outbox = await openOutbox({ person: PARTICIPANT, map: MAP });
    await until(async () => (await outbox.clients()).length > 0);
    lost.close();
    const next = kept(await seminar.join(PARTICIPANT));
    await until(() => seminar.room.current.map.comments.size === 1);
    await until(() => next.doc.getState().pending === 0);
  });

  it('puts a refused edit into the tray with its reason, and retry asks again', async () => {
    const builder = aMap();
    const thesis = builder.thesis();
    const reply = builder.support(thesis);
    const seminar = await aSeminar(builder);
    const seat = kept(await seminar.join(OWNER));
    seat.cut();
    seat.doc.getState().edit({ kind: 'comment', comment: anId(3, 5), claim: reply.claim, text: 'Too late?' });
    await seminar.others({ kind: 'remove', id: reply.claim }, OWNER);
    seat.mend();
    await until(() => seat.doc.getState().tray.length === 1);
    const [entry] = seat.doc.getState().tray;
    expect(entry?.refusal.code).toBe('removed');
    await seminar.others({ kind: 'restore', id: reply.claim }, OWNER);
    await until(() => seat.doc.getState().view.arguments.get(reply.argument)?.removed === null);
    expect(seat.doc.getState().retry(entry!).ok).toBe(true);
    expect(seat.doc.getState().tray).toEqual([]);
    await until(() => seminar.room.current.map.comments.size === 1);
  });

  it('folds proposals of mine on the view and marks what they touch', async () => {
    const builder = aMap();
    const thesis = builder.thesis('As it was');
    const seat = kept(await (await aSeminar(builder)).join(SUGGESTER));
    seat.doc.getState().edit({ kind: 'reword', claim: thesis, text: 'As I would have it', was: 'As it was' });
    // The wording waits: until it is accepted the claim says what its author said.
    expect(text(seat, thesis)).toBe('As it was');
    expect(seat.doc.getState().confirmed.claims.get(thesis)?.text).toBe('As it was');
    expect(seat.doc.getState().proposed.has(thesis)).toBe(true);
  });

  it('tells whether a change of the view was mine', async () => {
    const builder = aMap();
    const thesis = builder.thesis('One');
    const seminar = await aSeminar(builder);
    const seat = kept(await seminar.join(OWNER));
    await seminar.others({ kind: 'reword', claim: thesis, text: 'Two', was: 'One' }, PARTICIPANT);
    await until(() => text(seat, thesis) === 'Two');
    expect(seat.doc.getState().mine).toBe(false);
  });
});

describe('news of my own words', () => {
  const heardBy = (seat: Seat): News[] => {
    const heard: News[] = [];
    seat.news.listen((news) => heard.push(...news.filter((one) => one.kind !== 'changed')));
    return heard;
  };

  it('says that two rewordings were merged', async () => {
    const builder = aMap();
    const thesis = builder.thesis('open data helps everyone');
    const seminar = await aSeminar(builder);
    const seat = kept(await seminar.join(OWNER));
    const heard = heardBy(seat);
    seat.cut();
    seat.doc.getState().edit({
      kind: 'reword',
      claim: thesis,
      text: 'open data helps nearly everyone',
      was: 'open data helps everyone',
    });
    await seminar.others(
      {
        kind: 'reword',
        claim: thesis,
        text: 'all open data helps everyone',
        was: 'open data helps everyone',
      },
      PARTICIPANT,
    );
    seat.mend();
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ kind: 'merged', claim: thesis }]);
    await until(() => text(seat, thesis) === 'all open data helps nearly everyone');
  });

  it('tells both when two rewordings collided', async () => {
    const builder = aMap();
    const thesis = builder.thesis('red');
    const seminar = await aSeminar(builder);
    const [late, early] = [kept(await seminar.join(OWNER)), kept(await seminar.join(PARTICIPANT))];
    const [heardLate, heardEarly] = [heardBy(late), heardBy(early)];
    late.cut();
    late.doc.getState().edit({ kind: 'reword', claim: thesis, text: 'blue', was: 'red' });
    early.doc.getState().edit({ kind: 'reword', claim: thesis, text: 'green', was: 'red' });
    await until(() => early.doc.getState().pending === 0);
    late.mend();
    await until(() => heardLate.length > 0 && heardEarly.length > 0);
    expect(heardLate).toEqual([{ kind: 'collided', claim: thesis, mine: true }]);
    expect(heardEarly).toEqual([{ kind: 'collided', claim: thesis, mine: false }]);
  });
});
