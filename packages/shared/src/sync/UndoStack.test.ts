import { describe, expect, it } from '@jest/globals';
import {
  aMap,
  MODERATOR,
  OTHER_PARTICIPANT,
  OWNER,
  PARTICIPANT,
  pictureOf,
  SUGGESTER,
} from '../../testing/aMap.ts';
import { aFrame, aTab, goLive, newId, settle, thesis, type OpenTab } from '../../testing/aRoom.ts';
import { applyEdit } from '../map/applyEdit.ts';
import type { Edit } from '../map/edit.ts';
import type { ArgumentMap } from '../map/map.ts';
import type { Id } from '../map/id.ts';
import type { Role } from '../map/tables/participants.ts';
import { refuse } from '../result.ts';
import { Random } from './simulator/random.ts';
import { Writer } from './simulator/writer.ts';

/** A tab that hears nothing back: its view is what it did itself, and what `others` did. */
async function aWriter(map: ArgumentMap, participant: Id = OWNER, role: Role = 'owner'): Promise<OpenTab> {
  const tab = aTab();
  await goLive(tab, { map, participant, role });
  return tab;
}

/** Somebody else's edit arrives. */
function others({ client }: OpenTab, edit: Edit, by: Id = MODERATOR): void {
  const result = applyEdit(client.confirmed, edit, { id: newId(), by, at: 0 });
  if (!result.ok) throw new Error(result.refusal.message);
  client.receive(aFrame(client.version ?? 0, { by, patches: result.value }));
}

const see = ({ client }: OpenTab): string => pictureOf(client.view);

describe('undo and redo', () => {
  it('[U4] take back and bring back one after the other', async () => {
    const tab = await aWriter(aMap().map);
    const claim = newId();
    tab.client.edit(thesis('A', claim));
    tab.client.edit({ kind: 'reword', claim, text: 'B', was: 'A' });
    tab.client.edit(thesis('C'));
    const pictures = [see(tab)];
    for (let i = 0; i < 3; i++) {
      expect(tab.client.undo().ok).toBe(true);
      pictures.push(see(tab));
    }
    expect(pictures.slice(1)).toEqual(['B', 'A', '']);
    expect(tab.client.undo()).toMatchObject({ ok: false, refusal: { code: 'no-change' } });
    for (const picture of pictures.slice(0, 3).reverse()) {
      expect(tab.client.redo().ok).toBe(true);
      expect(see(tab)).toBe(picture);
    }
    expect([tab.client.history.canUndo, tab.client.history.canRedo]).toEqual([true, false]);
  });

  it('[U6] never bring back what was purged, whoever purged it, and go on to what came before', async () => {
    const tab = await aWriter(aMap().map);
    const [mine, theirs] = [newId(), newId()];
    tab.client.edit(thesis('Kept'));
    for (const claim of [mine, theirs]) tab.client.edit(thesis('Gone', claim));
    tab.client.edit({ kind: 'reword', claim: mine, text: 'Gone too', was: 'Gone' });
    for (const id of [theirs, mine]) tab.client.edit({ kind: 'remove', id });
    others(tab, thesis('Theirs'));
    tab.client.edit({ kind: 'purge', id: mine });
    tab.client.edit({ kind: 'purge', id: theirs });
    const answers = Array.from({ length: 6 }, () => tab.client.undo());
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code))).toEqual(['stale', 'stale', 'stale', 'stale', 'stale', 'ok']); // prettier-ignore
    expect(see(tab)).toBe('Theirs');
    expect([mine, theirs].map((id) => tab.client.view.claims.get(id)?.text)).toEqual(['', '']);
  });

  it('a new edit ends what could be done again', async () => {
    const tab = await aWriter(aMap().map);
    tab.client.edit(thesis('A'));
    tab.client.undo();
    tab.client.edit(thesis('B'));
    expect([tab.client.history.canRedo, tab.client.redo().ok]).toEqual([false, false]);
  });

  it('[U1] leave alone what others have changed since, and go on with the step before', async () => {
    const builder = aMap();
    const [mine, theirs] = [builder.thesis('mine'), builder.thesis('theirs')];
    const tab = await aWriter(builder.map);
    tab.client.edit({ kind: 'reword', claim: mine, text: 'mine too', was: 'mine' });
    tab.client.edit({ kind: 'change-settings', set: { title: 'My title' } });
    others(tab, { kind: 'change-settings', set: { title: 'Their title' } });
    others(tab, { kind: 'reword', claim: theirs, text: 'theirs too', was: 'theirs' });
    await settle();
    tab.client.receive(aFrame(tab.client.version ?? 0, { id: tab.client.pending[1]!.id }));
    expect(tab.client.undo()).toMatchObject({ refusal: { code: 'stale' } });
    expect(tab.client.undo().ok).toBe(true);
    expect(see(tab).split('\n').sort()).toEqual(['mine', 'theirs too']);
    expect(tab.client.view.info.title).toBe('Their title');
  });

  it('forget an edit that the server refused', async () => {
    const tab = await aWriter(aMap().map);
    tab.client.edit(thesis('A'));
    await settle();
    const { id, seq } = tab.script.pushes[0]!.edits[0]!;
    await tab.script.answer('push', {
      ok: true,
      verdicts: [{ seq, id, refusal: refuse('removed', 'no').refusal }],
    });
    expect(tab.client.undo()).toMatchObject({ refusal: { code: 'no-change' } });
  });

  it('withdraw a proposal, and make it again', async () => {
    const tab = await aWriter(aMap().map, SUGGESTER, 'suggester');
    tab.client.edit(thesis('may I'));
    const states = () => [...tab.client.view.proposals.values()].map(({ state }) => state).sort();
    tab.client.undo();
    expect(states()).toEqual(['withdrawn']);
    expect(tab.client.redo().ok).toBe(true);
    expect(states()).toEqual(['pending', 'withdrawn']);
    expect(tab.client.undo().ok).toBe(true);
    expect(states()).toEqual(['withdrawn', 'withdrawn']);
  });

  it('[P21] take a decision back: what it brought goes, and the proposal waits', async () => {
    const builder = aMap();
    const proposal = builder.propose(thesis('may I'));
    const tab = await aWriter(builder.map);
    tab.client.edit({ kind: 'decide', proposal, verdict: 'accepted', reason: null });
    expect(tab.client.view.claims.size).toBe(1);
    tab.client.undo();
    expect(tab.client.view.claims.size).toBe(0);
    expect(tab.client.view.proposals.get(proposal)?.state).toBe('pending');
  });

  it('go back a hundred steps', async () => {
    const tab = await aWriter(aMap().map);
    for (let i = 0; i < 105; i++) tab.client.edit(thesis(`${i}`));
    let undone = 0;
    while (tab.client.undo().ok) undone++;
    expect(undone).toBe(100);
  });
});

describe('over long stories', () => {
  const play = (
    tab: OpenTab,
    seed: number,
    steps: number,
    between: (random: Random) => void = () => undefined,
  ): number => {
    const random = new Random(seed);
    const writer = new Writer(random, newId);
    let done = 0;
    for (let i = 0; i < steps; i++) {
      const edit = writer.next(tab.client.view, { participant: PARTICIPANT, role: 'participant' });
      if (edit && edit.kind !== 'withdraw' && tab.client.edit(edit).ok) done++;
      between(random);
    }
    return done;
  };

  const aBusyMap = (): ArgumentMap => {
    const builder = aMap();
    for (const text of ['one', 'two', 'three']) {
      const claim = builder.thesis(text, { by: PARTICIPANT });
      builder.joint(builder.support(claim, `${text} a`, { by: PARTICIPANT }).argument, `${text} b`, {
        by: PARTICIPANT,
      });
    }
    return builder.map;
  };

  it('[U4] as many redos as undos change nothing', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const tab = await aWriter(aBusyMap(), PARTICIPANT, 'participant');
      const done = play(tab, seed, 20);
      const before = see(tab);
      let undone = 0;
      for (let i = 0; i < done; i++) if (tab.client.undo().ok) undone++;
      for (let i = 0; i < undone; i++)
        expect([seed, i, tab.client.redo()]).toMatchObject([seed, i, { ok: true }]);
      expect([seed, see(tab)]).toEqual([seed, before]);
    }
  });

  it('[U3] fifty undos among the edits of others destroy nothing of theirs (U-12)', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const tab = await aWriter(aBusyMap(), PARTICIPANT, 'participant');
      const written: Id[] = [];
      const interleave = (random: Random): void => {
        const live = [...tab.client.confirmed.claims.values()].filter(({ removed }) => !removed);
        const target = random.pick(live);
        const claim = newId();
        const text = `theirs ${written.length}`;
        const reply = { kind: 'add-claim', claim, text, language: 'en' } as const;
        const to =
          target && random.chance(0.7)
            ? ({
                at: 'argument',
                argument: newId(),
                direction: 'support',
                target: { kind: 'claim', id: target.id },
                order: 'a0',
              } as const)
            : ({ at: 'thesis', order: 'a9' } as const);
        others(tab, { ...reply, to }, OTHER_PARTICIPANT);
        written.push(claim);
      };
      const done = play(tab, seed, 50, interleave);
      for (let i = 0; i < done; i++) {
        tab.client.undo();
        if (i % 3 === 0) interleave(new Random(i));
      }
      for (const claim of written)
        expect([seed, tab.client.view.claims.get(claim)]).toMatchObject([
          seed,
          { by: OTHER_PARTICIPANT, removed: null },
        ]);
    }
  });
});
