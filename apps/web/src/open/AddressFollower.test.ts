import { afterEach, describe, expect, it } from '@jest/globals';
import { aMap, anId, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { aSeminar, until, type Seat } from '../../testing/aSession.ts';
import type { Places } from './address.ts';
import { AddressFollower } from './AddressFollower.ts';
import { showClaim } from './showClaim.ts';

const desk: Places = {
  views: ['map', 'outline'],
  panes: ['claim', 'discussion', 'history', 'review'],
  start: { view: 'map', pane: 'claim' },
};

let seat: Seat | undefined;
let follower: AddressFollower | undefined;
afterEach(() => {
  follower?.stop();
  seat?.close();
  sessionStorage.clear();
  localStorage.clear();
});

/** A person at a page whose browser is this list of entries. */
async function aPage(search = '') {
  const m = aMap();
  const [one, two] = [m.thesis('one'), m.thesis('two')];
  const reason = m.support(one, 'reason').claim;
  const gone = m.thesis('gone');
  m.remove(gone);
  seat = await (await aSeminar(m)).join(OWNER);
  const { screen, doc } = seat;
  const entries = [search];
  let at = 0;
  const told: unknown[] = [];
  const followed = new AddressFollower(seat, {
    push: (next) => void entries.splice(++at, Infinity, next),
    replace: (next) => void (entries[at] = next),
    tell: (target, claim) => told.push([target.is, claim]),
  });
  follower = followed;
  const arrive = followed.arrive.bind(followed);
  arrive(search, desk);
  return {
    one, two, reason, gone, entries, told, screen, arrive,
    state: () => screen.getState(),
    show: (id: string) => showClaim(screen, doc.getState().view, id),
    go(by: number) {
      at += by;
      arrive(entries[at] ?? '', desk);
    },
    /** Lets one press be over. */
    over: () => new Promise<void>((resolve) => setTimeout(resolve)),
    edit: doc.getState().edit,
    isCurrent: () => doc.getState().current,
    isSent: () => doc.getState().pending === 0,
  }; // prettier-ignore
}

describe('the address follows the screen', () => {
  it('with an entry for another view, pane, branch and jump, which Back and Forward go to', async () => {
    const page = await aPage();
    const { show, focusOn, openPanel, showTab } = page.state();
    const picture = () => {
      const { view, selected, focus, panelOpen, panelTab } = page.state();
      return { view, selected, focus, pane: panelOpen ? panelTab : null };
    };
    const seen = [picture()];
    for (const step of [
      () => show('outline'),
      () => page.show(page.reason),
      () => focusOn(page.one),
      () => {
        openPanel(true);
        showTab('history');
      },
      () => openPanel(false),
    ]) {
      step();
      await page.over();
      seen.push(picture());
    }
    expect(page.entries).toEqual([
      '',
      '?view=outline',
      `?view=outline&claim=${page.reason}`,
      `?view=outline&claim=${page.reason}&focus=${page.one}`,
      `?view=outline&claim=${page.reason}&focus=${page.one}&pane=history`,
      `?view=outline&claim=${page.reason}&focus=${page.one}&pane=none`,
    ]);
    const shown = ({ pane, ...rest }: ReturnType<typeof picture>) => ({ ...rest, pane: pane && pane });
    for (const past of seen.slice(0, -1).reverse()) {
      page.go(-1);
      await page.over();
      expect(shown(picture())).toEqual(shown(past));
    }
    for (const next of seen.slice(1)) {
      page.go(1);
      await page.over();
      expect(shown(picture())).toEqual(shown(next));
    }
    expect(page.entries).toHaveLength(6);
  });

  it('rewrites the entry while the selection walks, and seldom', async () => {
    const page = await aPage();
    let written = 0;
    const entries = new Proxy(page.entries, {});
    for (let i = 0; i < 100; i++) {
      page.state().select(i % 2 === 0 ? page.one : page.two);
      const before = entries[0];
      await page.over();
      if (entries[0] !== before) written++;
    }
    expect(page.entries).toHaveLength(1);
    expect(written).toBeLessThan(50);
    page.show(page.reason);
    await page.over();
    expect(page.entries).toEqual([`?claim=${page.two}`, `?claim=${page.reason}`]);
  });

  it('opens what hides the claim that it leads to, and closes no field', async () => {
    const page = await aPage();
    page.show(page.reason);
    await page.over();
    page.show(page.two);
    page.state().foldAll([page.one]);
    page.state().startEditing(page.two, 'two', 'two more words');
    await page.over();
    page.go(-1);
    expect(page.state()).toMatchObject({ selected: page.reason, editing: page.two, typed: 'two more words' });
    expect([...page.state().folded]).toEqual([]);
  });

  it('tells of a claim that was removed, and of one that is not there; what is hostile changes nothing', async () => {
    const page = await aPage();
    page.arrive(`?claim=${page.gone}`, desk);
    page.arrive(`?claim=${anId(9, 0x999)}&focus=${page.gone}`, desk);
    page.arrive('?claim=%00&view=__proto__&pane=../../&focus[]=1', desk);
    await page.over();
    expect(page.told).toEqual([
      ['removed', page.gone],
      ['nowhere', anId(9, 0x999)],
      ['nowhere', null],
    ]);
    expect(page.state()).toMatchObject({ view: 'map', selected: null, focus: null, panelTab: 'claim' });
  });

  it('waits for a claim that is still on its way', async () => {
    const page = await aPage();
    const claim = anId(5, 0x555);
    seat?.cut();
    await until(() => !page.isCurrent());
    page.arrive(`?claim=${claim}`, desk);
    expect(page.told).toEqual([]);
    page.edit({ kind: 'add-claim', claim, text: 'late', language: 'en', to: { at: 'thesis', order: 'a9' } });
    await page.over();
    expect(page.state().selected).toBe(claim);
    expect(page.told).toEqual([]);
  });
});

describe('a claim that was merged into another', () => {
  it('[E18] leads to that one: from a link, and from where one looks at it', async () => {
    const page = await aPage();
    page.show(page.reason);
    await page.over();
    page.edit({ kind: 'merge-claim', claim: page.reason, into: page.two, reference: anId(900) });
    expect(page.state().selected).toBe(page.two);
    await page.over();
    page.show(page.one);
    page.arrive(`?claim=${page.reason}&pane=discussion`, desk);
    await until(() => page.state().selected === page.two && page.isSent());
    expect(page.told).toEqual([]);
  });
});
