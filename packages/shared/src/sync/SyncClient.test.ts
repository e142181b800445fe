import { describe, expect, it } from '@jest/globals';
import { aMap, MODERATOR, OBSERVER, OWNER, PARTICIPANT, pictureOf, SUGGESTER } from '../../testing/aMap.ts';
import { aFrame, aRoom, aTab, goLive, newId, settle, thesis, type OpenTab } from '../../testing/aRoom.ts';
import { applyEdit } from '../map/applyEdit.ts';
import type { Edit } from '../map/edit.ts';
import { contentOf, put } from '../map/patch.ts';
import { refuse } from '../result.ts';
import { MOST_BYTES, MOST_EDITS, type Change, type Frame, type PushReply } from './protocol.ts';
import type { Pending } from './ports.ts';

/** The edits of the latest push, accepted at the versions from `from` on. */
function accepted({ script }: OpenTab, from: number): PushReply {
  return {
    ok: true,
    verdicts: script.pushes.at(-1)!.edits.map(({ seq, id }, i) => ({ seq, id, version: from + i })),
  };
}

/** The frame in which the latest push comes back. */
function echo({ client, script }: OpenTab, from: number): Frame {
  const push = script.pushes.at(-1)!;
  const map = client.confirmed;
  const changes = push.edits.map(({ seq, id, edit }, i): Change => {
    const result = applyEdit(map, edit, { id, by: client.participant, at: 0 });
    if (!result.ok) throw new Error(result.refusal.message);
    return {
      version: from + 1 + i,
      at: 0,
      by: client.participant,
      id,
      client: push.client,
      seq,
      kind: edit.kind,
      patches: result.value,
    };
  });
  return { from, to: from + changes.length, changes };
}

const textsOf = ({ client }: OpenTab): string[] => pictureOf(client.view).split('\n').filter(Boolean);
const aPending = (seq: number, edit: Edit = thesis(`${seq}`)): Pending => ({ seq, id: newId(), edit, at: 0 });

/** [S14] Whoever goes on under a new client id says hello with it first. */
async function welcomedAnew(tab: OpenTab, version: number, epoch = 1): Promise<void> {
  await settle();
  expect(tab.script.hellos.at(-1)).toMatchObject({ client: tab.client.client, version });
  const frame = { from: version, to: version, changes: [] };
  const welcome = {
    ok: true,
    participant: OWNER,
    role: 'owner',
    tab: 1,
    version,
    epoch,
    now: 0,
    took: 0,
    frame,
  } as const;
  await tab.script.answer('hello', welcome);
}

describe('frames', () => {
  it('[S5] applies what follows, drops what it has, and takes only the rest of what overlaps', async () => {
    const tab = aTab();
    await goLive(tab);
    const claims = [2, 3].map((version) =>
      applyEdit(tab.client.confirmed, thesis(`${version}`), { id: newId(), by: OWNER, at: 0 }),
    );
    const changes = claims.flatMap((result, i) =>
      result.ok ? aFrame(1 + i, { patches: result.value }).changes : [],
    );
    tab.client.receive({ from: 1, to: 2, changes: changes.slice(0, 1) });
    tab.client.receive({ from: 0, to: 2, changes: changes.slice(0, 1) });
    tab.client.receive({ from: 1, to: 3, changes });
    expect([tab.client.version, textsOf(tab).sort()]).toEqual([3, ['2', '3']]);
    expect(tab.script.count('catch-up')).toBe(0);
  });

  it('[S5] asks for what a gap left out, and again when newer frames passed meanwhile', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.receive(aFrame(2));
    tab.client.receive(aFrame(3));
    expect([tab.client.version, tab.script.count('catch-up'), tab.script.last('catch-up').message]).toEqual([
      1, 1, 1,
    ]);
    await tab.script.answer('catch-up', {
      ok: true,
      now: 0,
      frame: { from: 1, to: 3, changes: [aFrame(1), aFrame(2)].flatMap(({ changes }) => changes) },
    });
    expect([tab.client.version, tab.script.last('catch-up').message]).toEqual([3, 3]);
    await tab.script.answer('catch-up', { ok: true, now: 0, frame: aFrame(3) });
    expect([tab.client.version, tab.script.count('catch-up')]).toEqual([4, 2]);
  });

  it('[S5] takes the snapshot when catch-up would be longer', async () => {
    const tab = aTab();
    await goLive(tab);
    const builder = aMap();
    builder.thesis('later');
    tab.client.receive(aFrame(700));
    await tab.script.answer('catch-up', { ok: true, now: 0, frame: null });
    await tab.script.answer('snapshot', { version: 701, epoch: 1, map: contentOf(builder.map) });
    expect([tab.client.version, textsOf(tab)]).toEqual([701, ['later']]);
  });

  it('[S5] does not lose a frame that passes while the snapshot is on its way', async () => {
    const tab = aTab();
    void tab.client.connected();
    await tab.script.answer('hello', {
      ok: true,
      participant: OWNER,
      role: 'owner',
      tab: 1,
      version: 1,
      epoch: 1,
      now: 0,
      took: 0,
      frame: null,
    });
    tab.client.receive(aFrame(1));
    await tab.script.answer('snapshot', { version: 1, epoch: 1, map: contentOf(aMap().map) });
    expect(tab.script.last('catch-up').message).toBe(1);
    await tab.script.answer('catch-up', { ok: true, now: 0, frame: aFrame(1) });
    expect(tab.client.version).toBe(2);
  });

  it('[S5] ignores a snapshot that is older than what frames have told', async () => {
    const tab = aTab();
    await goLive(tab);
    for (const from of [1, 2, 3]) tab.client.receive(aFrame(from));
    tab.client.lost();
    await goLive(tab, { version: 2 });
    expect([tab.client.version, tab.client.status]).toEqual([4, 'live']);
  });

  it('[S5] asks for a new connection when the server tells less than it announced', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.receive(aFrame(5));
    await tab.script.answer('catch-up', { ok: true, now: 0, frame: { from: 1, to: 1, changes: [] } });
    expect([tab.script.resets, tab.script.count('catch-up')]).toEqual([1, 1]);
  });

  it('[S6] shows pending edits on top of the confirmed map, and keeps one that does not fit at the moment', async () => {
    const builder = aMap();
    const claim = builder.thesis('A');
    const tab = aTab();
    await goLive(tab, { map: builder.map });
    tab.client.edit({ kind: 'reword', claim, text: 'Mine', was: 'A' });
    expect([textsOf(tab), pictureOf(tab.client.confirmed)]).toEqual([['Mine'], 'A']);
    const removal = applyEdit(builder.map, { kind: 'remove', id: claim }, { id: newId(), by: OWNER, at: 0 });
    tab.client.receive(aFrame(1, { patches: removal.ok ? removal.value : [] }));
    expect([textsOf(tab), tab.client.pending.length]).toEqual([[], 1]);
  });

  it('[S12] forgets what only a lost role may see', async () => {
    const builder = aMap();
    const proposal = builder.propose(thesis('a secret'), SUGGESTER);
    const tab = aTab();
    await goLive(tab, { map: builder.map, participant: MODERATOR, role: 'moderator' });
    expect(tab.client.confirmed.proposals.has(proposal)).toBe(true);
    const me = builder.map.participants.get(MODERATOR)!;
    tab.client.receive(aFrame(1, { patches: [put('participants', { ...me, role: 'participant' })] }));
    expect([tab.client.role, tab.client.confirmed.proposals.size]).toEqual(['participant', 0]);
  });
});

describe('sending', () => {
  it('[S7] sends again what was not answered, unaltered, and nothing twice that was', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.edit(thesis('one'));
    await settle();
    tab.client.edit(thesis('two'));
    await settle();
    expect(tab.script.pushes.map(({ edits }) => edits.map(({ seq }) => seq))).toEqual([[1]]);
    tab.client.lost();
    await goLive(tab);
    expect(tab.script.pushes.map(({ edits }) => edits.map(({ seq }) => seq))).toEqual([[1], [1, 2]]);
    expect(tab.script.pushes[1]!.edits[0]).toEqual(tab.script.pushes[0]!.edits[0]);
    await tab.script.answer('push', accepted(tab, 2));
    expect([tab.script.pushes.length, tab.client.pending.length]).toEqual([2, 2]);
    tab.client.receive(echo(tab, 1));
    expect([tab.client.pending, textsOf(tab).sort()]).toEqual([[], ['one', 'two']]);
  });

  it('[S8] sends nothing before the outbox has it', async () => {
    const tab = aTab();
    await goLive(tab);
    let open = (): void => undefined;
    tab.storage.gate = new Promise((resolve) => (open = resolve));
    tab.client.edit(thesis());
    await settle();
    expect([tab.script.pushes.length, textsOf(tab).length]).toEqual([0, 1]);
    open();
    await settle();
    expect([tab.script.pushes.length, tab.storage.pending.size]).toEqual([1, 1]);
  });

  it('goes on without safety where nothing can be stored', async () => {
    const tab = aTab();
    await goLive(tab);
    for (const method of ['put', 'settle', 'refuse'] as const)
      tab.storage[method] = () => Promise.reject(new Error('no storage'));
    tab.client.edit(thesis());
    await settle();
    await tab.script.answer('push', accepted(tab, 2));
    tab.client.receive(echo(tab, 1));
    expect(tab.client.pending).toEqual([]);
  });

  it('settles an edit by its frame or by its verdict, whichever comes last', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.edit(thesis('frame first'));
    await settle();
    tab.client.receive(echo(tab, 1));
    expect([tab.client.pending.length, tab.storage.pending.size]).toEqual([0, 0]);
    await tab.script.answer('push', accepted(tab, 2));
    tab.client.edit(thesis('verdict first'));
    await settle();
    await tab.script.answer('push', accepted(tab, 3));
    expect(tab.client.pending.length).toBe(1);
    tab.client.receive(echo(tab, 2));
    expect([tab.client.pending.length, tab.storage.pending.size]).toEqual([0, 0]);
  });

  it('settles an edit whose frame hides it from its own author', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.edit(thesis());
    await settle();
    await tab.script.answer('push', accepted(tab, 2));
    tab.client.receive(aFrame(1, { kind: 'hidden', by: null }));
    expect(tab.client.pending).toEqual([]);
  });

  it('keeps nothing of an edit once it is settled', async () => {
    const tab = aTab();
    await goLive(tab);
    for (let version = 1; version <= 20; version++) {
      tab.client.edit(thesis());
      await settle();
      tab.client.receive(echo(tab, version));
      await tab.script.answer('push', accepted(tab, version + 1));
    }
    expect((tab.client as unknown as { verdicts: Map<string, number> }).verdicts.size).toBe(0);
  });

  it('[S4] sends no further than the server remembers, and no more than fits into one message', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.lost();
    for (let i = 0; i < 100; i++) tab.client.edit(thesis());
    await goLive(tab);
    expect(tab.script.pushes.at(-1)!.edits.length).toBe(MOST_EDITS);
    await tab.script.answer('push', accepted(tab, 2));
    expect(tab.script.pushes.length).toBe(1); // accepted, but not seen: the page may still have to ask for these again
    tab.client.receive(echo(tab, 1));
    await settle();
    expect(tab.script.pushes.at(-1)!.edits.length).toBe(36);
    const writer = aTab();
    await goLive(writer);
    writer.client.lost();
    for (let i = 0; i < 10; i++) writer.client.edit(thesis('文'.repeat(5_000)));
    await goLive(writer);
    expect(writer.script.pushes[0]!.edits.length).toBe(4);
    expect(Buffer.byteLength(JSON.stringify(writer.script.pushes[0]))).toBeLessThan(MOST_BYTES);
  });

  it('refuses at once what does not fit into any message', async () => {
    const tab = aTab();
    await goLive(tab);
    const edits = Array.from({ length: 20 }, () => thesis('文'.repeat(2_000)));
    expect(tab.client.edit({ kind: 'batch', edits })).toMatchObject({ refusal: { code: 'too-large' } });
    expect(tab.client.pending).toEqual([]);
  });

  it('refuses at once what the shared rules refuse, and what no schema lets through', async () => {
    const tab = aTab();
    await goLive(tab, { participant: OBSERVER, role: 'observer' });
    expect(tab.client.edit(thesis())).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(tab.client.edit(thesis(' '))).toMatchObject({ refusal: { code: 'invalid' } });
    await settle();
    expect([tab.script.pushes, tab.storage.pending.size]).toEqual([[], 0]);
  });
});

describe('connections', () => {
  it('ignores every answer to an earlier connection', async () => {
    const tab = aTab();
    void tab.client.connected();
    const hello = tab.script.last('hello');
    tab.client.lost();
    await goLive(tab);
    tab.client.edit(thesis());
    await settle();
    const push = tab.script.last('push');
    tab.client.receive(aFrame(4));
    const catchUp = tab.script.last('catch-up');
    tab.client.lost();
    await goLive(tab);
    const { id, seq } = tab.script.pushes[0]!.edits[0]!;
    hello.resolve({
      ok: true,
      participant: OBSERVER,
      role: 'observer',
      tab: 1,
      version: 9,
      epoch: 9,
      now: 0,
      took: 0,
      frame: null,
    } as never);
    push.resolve({ ok: true, verdicts: [{ seq, id, refusal: refuse('removed', 'late').refusal }] } as never);
    catchUp.reject(new Error('late'));
    await settle();
    expect([tab.client.participant, tab.client.pending.length, tab.client.tray, tab.script.resets]).toEqual([
      OWNER,
      1,
      [],
      0,
    ]);
    expect(tab.script.pushes.length).toBe(2);
  });

  it('sends what was written in the turn of the hello, as soon as it is welcome', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.lost();
    void tab.client.connected();
    tab.client.edit(thesis());
    await settle();
    expect(tab.script.pushes).toEqual([]);
    await tab.script.answer('hello', {
      ok: true,
      participant: OWNER,
      role: 'owner',
      tab: 1,
      version: 1,
      epoch: 1,
      now: 0,
      took: 0,
      frame: { from: 1, to: 1, changes: [] },
    });
    expect(tab.script.pushes.length).toBe(1);
  });

  it('asks for a new connection when hello, push or snapshot are not answered', async () => {
    for (const kind of ['hello', 'snapshot', 'push'] as const) {
      const tab = aTab();
      if (kind === 'push') {
        await goLive(tab);
        tab.client.edit(thesis());
      } else {
        void tab.client.connected();
        if (kind === 'snapshot')
          await tab.script.answer('hello', {
            ok: true,
            participant: OWNER,
            role: 'owner',
            tab: 1,
            version: 1,
            epoch: 1,
            now: 0,
            took: 0,
            frame: null,
          });
      }
      await settle();
      await tab.script.fail(kind);
      expect([kind, tab.script.resets, tab.script.pushes.length]).toEqual([kind, 1, kind === 'push' ? 1 : 0]);
    }
  });

  it('waits as long as a busy server asks for, and keeps the connection', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.edit(thesis());
    await settle();
    const busy = refuse('too-many-requests', 'slow down');
    await tab.script.answer('push', { ok: false, refusal: { ...busy.refusal, retryAfterMs: 700 } });
    await settle();
    expect([tab.script.pauses, tab.script.pushes.length, tab.script.resets, tab.client.status]).toEqual([
      [700],
      2,
      0,
      'live',
    ]);
    expect(tab.script.pushes[1]).toEqual(tab.script.pushes[0]);
  });

  it('tries again when hello was answered by a busy server', async () => {
    const tab = aTab();
    void tab.client.connected();
    await tab.script.answer('hello', refuse('busy', 'later'));
    expect([tab.script.resets, tab.client.status]).toEqual([1, 'connecting']);
  });

  it('stops when the server turns it away, keeps its words, and sends them when it is let in again', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.lost();
    tab.client.edit(thesis('kept'));
    void tab.client.connected();
    await tab.script.answer('hello', refuse('not-found', 'gone'));
    expect([
      tab.client.status,
      tab.client.refusal?.code,
      tab.client.pending.length,
      tab.storage.pending.size,
    ]).toEqual(['refused', 'not-found', 1, 1]);
    tab.client.lost();
    expect(tab.client.status).toBe('refused');
    await goLive(tab);
    expect([tab.client.status, tab.client.refusal, tab.script.pushes.length]).toEqual(['live', undefined, 1]);
  });

  it('[S14] says in each later hello as whom it wrote, whatever it was told meanwhile', async () => {
    const tab = aTab();
    await goLive(tab, { participant: null });
    await goLive(tab, { participant: PARTICIPANT });
    tab.client.edit(thesis('mine'));
    void tab.client.connected();
    await tab.script.answer('hello', refuse('not-signed-in', 'signed out'));
    expect([tab.client.status, tab.client.pending.length]).toEqual(['refused', 1]);
    void tab.client.connected();
    await settle();
    expect(tab.script.hellos.map(({ as }) => as)).toEqual([undefined, undefined, PARTICIPANT, PARTICIPANT]);
  });

  it('takes another log from the start, and sends under a new id what that log never knew', async () => {
    const tab = aTab();
    await goLive(tab, { version: 9 });
    tab.client.edit(thesis('settled'));
    await settle();
    tab.client.receive(echo(tab, 9));
    await tab.script.answer('push', accepted(tab, 10));
    tab.client.edit(thesis('kept'));
    await settle();
    const { client } = tab.client;
    tab.client.lost();
    await goLive(tab, { version: 3, epoch: 2 });
    expect([tab.client.version, textsOf(tab), tab.script.hellos.at(-1)]).toMatchObject([
      3,
      ['kept'],
      { version: 10, epoch: 1 },
    ]);
    await tab.script.answer('push', { ok: true, verdicts: [], expected: 1 });
    await welcomedAnew(tab, 3, 2);
    expect(tab.client.client).not.toBe(client);
    expect(tab.script.pushes.at(-1)).toMatchObject({
      client: tab.client.client,
      edits: [{ seq: 1, edit: { text: 'kept' } }],
    });
  });

  it('asks another log again about what only the log before had accepted', async () => {
    const tab = aTab();
    await goLive(tab, { version: 9 });
    tab.client.edit(thesis('accepted, then lost with the log'));
    await settle();
    await tab.script.answer('push', accepted(tab, 10));
    tab.client.lost();
    await goLive(tab, { version: 3, epoch: 2 });
    expect(tab.script.pushes[1]).toEqual(tab.script.pushes[0]);
    for (let from = 3; from < 10; from++) tab.client.receive(aFrame(from));
    expect([tab.client.pending.length, textsOf(tab).length]).toEqual([1, 1]);
  });
});

describe('reloading', () => {
  it('goes on with what the outbox kept, above every number it has used', async () => {
    const pending = [aPending(5), aPending(4)];
    const tab = aTab({ pending, lastSeq: 9 });
    await goLive(tab);
    expect(tab.script.pushes[0]!.edits.map(({ seq }) => seq)).toEqual([4, 5]);
    tab.client.edit(thesis());
    expect(tab.client.pending.map(({ seq }) => seq)).toEqual([4, 5, 10]);
  });

  it('shows an edit once that the snapshot already holds', async () => {
    const builder = aMap();
    const claim = builder.thesis('mine');
    const tab = aTab({ pending: [aPending(1, thesis('mine', claim))] });
    await goLive(tab, { map: builder.map });
    expect(textsOf(tab)).toEqual(['mine']);
    await tab.script.answer('push', accepted(tab, 1));
    expect([tab.client.pending, textsOf(tab)]).toEqual([[], ['mine']]);
  });

  it('[S9] still shows what was refused before', () => {
    const entry = { ...aPending(1), refusal: refuse('removed', 'gone').refusal };
    expect(aTab({ tray: [entry] }).client.tray).toEqual([entry]);
  });

  it('starts anew when an edit is missing, only with what was never decided, and only once the rest is confirmed', async () => {
    const [kept, left] = [aPending(5), aPending(7)];
    const tab = aTab({ pending: [kept, left] });
    await tab.storage.put('', kept);
    await tab.storage.put('', left);
    await goLive(tab);
    await tab.script.answer('push', {
      ok: true,
      verdicts: [{ seq: 5, id: kept.id, version: 2 }],
      expected: 6,
    });
    expect([tab.script.pushes.length, textsOf(tab).length]).toEqual([1, 2]);
    tab.client.receive(aFrame(1, { id: kept.id }));
    await welcomedAnew(tab, 2);
    expect(tab.script.pushes[1]).toEqual({
      client: tab.client.client,
      edits: [{ seq: 1, id: left.id, edit: left.edit }],
    });
    expect(tab.client.client).not.toBe(tab.script.pushes[0]!.client);
  });

  it('starts anew when its number belongs to an edit of a copied tab', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.edit(thesis('of the copy'));
    await settle();
    tab.client.receive(aFrame(1, { client: tab.client.client, seq: 1 }));
    expect(tab.client.pending.length).toBe(1);
    await tab.script.answer('push', { ok: true, verdicts: [], expected: 2 });
    await welcomedAnew(tab, 2);
    expect(tab.script.pushes.at(-1)).toMatchObject({
      client: tab.client.client,
      edits: [{ seq: 1, edit: { text: 'of the copy' } }],
    });
  });
});

describe('the tray', () => {
  it('[S9] keeps a refused edit with its reason and its text, until it is dismissed', async () => {
    const tab = aTab();
    await goLive(tab);
    tab.client.edit(thesis('my words'));
    await settle();
    const { id, seq } = tab.script.pushes[0]!.edits[0]!;
    await tab.script.answer('push', {
      ok: true,
      verdicts: [{ seq, id, refusal: refuse('removed', 'gone').refusal }],
    });
    expect(tab.client.tray).toMatchObject([{ id, edit: { text: 'my words' }, refusal: { code: 'removed' } }]);
    expect([tab.client.pending, textsOf(tab), tab.storage.tray.length]).toEqual([[], [], 1]);
    expect(tab.client.history.canUndo).toBe(false);
    tab.client.dismiss(id);
    await settle();
    expect([tab.client.tray, tab.storage.tray]).toEqual([[], []]);
  });
});

describe('two tabs of one person', () => {
  it('[S3] are two clients, and see what the other did', async () => {
    const { room } = await aRoom();
    const texts = ['one', 'two'];
    const replies = texts.map((text) =>
      room.push(newId(), PARTICIPANT, [{ seq: 1, id: newId(), edit: thesis(text) }]),
    );
    expect(await Promise.all(replies)).toMatchObject([
      { verdicts: [{ version: 2 }] },
      { verdicts: [{ version: 3 }] },
    ]);
  });
});
