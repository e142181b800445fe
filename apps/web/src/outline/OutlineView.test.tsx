import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aMap, MODERATOR, OWNER, PARTICIPANT, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { OutlineView } from './OutlineView.tsx';

afterEach(cleanup);

const row = (text: string) => screen.getByRole('treeitem', { name: new RegExp(`^${text}\\.`) });
const focused = () => document.activeElement?.getAttribute('aria-label')?.split('.')[0];
const rows = () =>
  screen
    .getAllByRole('treeitem')
    .map(
      (item) =>
        `${item.ariaLevel ?? item.getAttribute('aria-level')} ${item.getAttribute('aria-label')?.split('.')[0]}`,
    );

/** By the menu of the row, where it stands behind a kind. */
async function choose(user: ReturnType<typeof open>['user'], kind: string, name: string | RegExp) {
  await user.keyboard('m');
  // Without a layout the way of the pointer into the second menu leads past it.
  fireEvent.click(screen.getByRole('menuitem', { name: kind }));
  fireEvent.click(await screen.findByRole('menuitem', { name }));
}

const open = (map = aMap(), as = OWNER) => aScreen(map, as, () => <OutlineView />);

describe('a whole task by keyboard (U-01, U-03)', () => {
  it('writes, links, moves, undercuts, joins, folds, removes and takes it all back', async () => {
    const map = aMap();
    const { user } = open(map);
    await user.click(screen.getByRole('button', { name: 'Write the thesis' }));
    await user.keyboard('Open models help{Enter}');
    expect(focused()).toBe('Open models help');
    expect(screen.getByText('Open models help').tagName).toBe('P');
    await user.keyboard('pThey are cheap{Enter}');
    await user.keyboard('{Enter}Anyone can check them{Enter}');
    await user.keyboard('{ArrowUp}cNot the training{Enter}');
    expect(map.picture).toBe(
      ['Open models help', '  + They are cheap', '    - Not the training', '  + Anyone can check them'].join(
        '\n',
      ),
    );
    await user.keyboard('{ArrowUp}uPrice is not access{Enter}');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}'); // an only undercut has nowhere to go
    await user.keyboard('{ArrowUp}{F2}{Control>}a{/Control}Training stays closed{Enter}');
    expect(map.picture).toBe(
      [
        'Open models help',
        '  + They are cheap',
        '    - Training stays closed',
        '    ~ Price is not access',
        '  + Anyone can check them',
      ].join('\n'),
    );
    await user.keyboard('{End}{Alt>}{ArrowUp}{/Alt}');
    expect(map.picture.split('\n')[1]).toBe('  + Anyone can check them');
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await user.keyboard('{Delete}');
    expect(map.picture).not.toContain('Anyone');
    expect(focused()).toBe('Open models help');
    await user.keyboard('{Control>}z{/Control}');
    expect(map.picture).toContain('Anyone');
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(map.picture).not.toContain('Anyone');
  });

  it('moves a branch under another claim by search, and makes it a rebuttal there', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const first = map.support(thesis, 'First reason');
    map.support(first.claim, 'Beneath the first');
    map.support(thesis, 'Second reason');
    const { user } = open(map);
    await user.click(row('First reason'));
    await choose(user, 'Move', 'Move elsewhere…');
    const dialog = await screen.findByRole('dialog', { name: 'Where to?' });
    expect(within(dialog).queryByRole('option', { name: /Beneath the first/ })).toBeNull();
    await user.click(within(dialog).getByRole('radio', { name: 'Rebuttal' }));
    await user.type(within(dialog).getByRole('combobox', { name: 'Find a claim' }), 'second{Enter}');
    expect(map.picture).toBe(
      ['Thesis', '  + Second reason', '    - First reason', '      + Beneath the first'].join('\n'),
    );
    await waitFor(() => expect(focused()).toBe('First reason'));
  });

  it('uses a claim once more, goes to its home, and drops the use', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    map.support(thesis, 'Reason');
    const other = map.thesis('Elsewhere');
    const { user } = open(map);
    await user.click(row('Elsewhere'));
    await choose(user, 'Use a claim again', 'Support with a claim from the map…');
    await user.type(await screen.findByRole('combobox'), 'reas{Enter}');
    expect(map.picture).toBe(['Thesis', '  + Reason', 'Elsewhere', '  + = Reason'].join('\n'));
    await waitFor(() => expect(focused()).toBe('Elsewhere'));
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toContain('used again');
    await choose(user, 'View and share', 'Go to its original place');
    expect(document.activeElement?.getAttribute('aria-level')).toBe('2');
    await user.keyboard('{End}{Delete}');
    expect(map.picture).toBe(['Thesis', '  + Reason', 'Elsewhere'].join('\n'));
    expect(map.claim(other).removed).toBeNull();
  });

  it('adds a joint premise, takes it out again, and turns it into a rebuttal', async () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    map.support(thesis, 'Premise');
    const { user } = open(map);
    await user.click(row('Premise'));
    await user.keyboard('m');
    await user.click(screen.getByRole('menuitem', { name: 'Add a premise (and also)' }));
    await user.keyboard('Another{Enter}');
    expect(map.picture).toBe(['Thesis', '  + Premise', '  & Another'].join('\n'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'Another. and also, 1 of 1, premise 2 of 2, for “Thesis”, by Olga',
    );
    await choose(user, 'Move', /Take out/);
    await waitFor(() => expect(focused()).toBe('Another'));
    await choose(user, 'Move', /Switch support/);
    expect(map.picture).toBe(['Thesis', '  + Premise', '  - Another'].join('\n'));
  });

  it('asks for the list of what was removed', async () => {
    const { user, session } = open();
    await user.click(screen.getByRole('button', { name: 'Removed claims and comments' }));
    expect(session.screen.getState().asking).toEqual({ for: 'removed' });
  });
});

describe('keys', () => {
  const aTree = () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const a = map.support(thesis, 'Apples');
    map.rebut(a.claim, 'Pears');
    map.support(thesis, 'Beans');
    return map;
  };

  it('[U-04] the tree is one tab stop; Escape leaves a field, the next Tab leaves the tree', async () => {
    const { user } = open(aTree());
    const stops = screen
      .getByRole('tree')
      .querySelectorAll('[tabindex="0"], button:not([tabindex="-1"]), textarea, input');
    expect(stops).toHaveLength(1);
    await user.click(row('Apples'));
    await user.keyboard('pA word');
    expect(screen.getByRole('textbox', { name: 'Supports “Apples”' })).toBe(document.activeElement);
    await user.keyboard('{Escape}');
    expect(focused()).toBe('Apples');
    await user.tab();
    expect(screen.getByRole('tree').contains(document.activeElement)).toBe(false);
    await user.tab({ shift: true });
    expect(focused()).toBe('Apples');
    await user.keyboard('p');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('A word'); // what was written waits
  });

  it('Tab in a field with words saves them and goes one level in', async () => {
    const map = aTree();
    const { user } = open(map);
    await user.click(row('Beans'));
    await user.keyboard('cNot tasty{Tab}Says who?{Enter}');
    expect(map.picture).toContain('    - Not tasty\n      + Says who?');
  });

  it('arrows, Home, End, fold and letters go where WAI-ARIA says', async () => {
    const { user } = open(aTree());
    await user.tab();
    while (focused() !== 'Thesis') await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Apples');
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe('Pears');
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe('Apples');
    await user.keyboard('{ArrowLeft}');
    expect(row('Apples').getAttribute('aria-expanded')).toBe('false');
    expect(rows()).toEqual(['1 Thesis', '2 Apples', '2 Beans']);
    await user.keyboard('.b');
    expect(focused()).toBe('Beans');
    await user.keyboard('{Home}');
    expect(focused()).toBe('Thesis');
    await user.keyboard('{End}{ArrowUp}');
    expect(focused()).toBe('Pears');
  });

  it('[I-02] the Enter that confirms pinyin saves nothing', async () => {
    const map = aTree();
    const { user } = open(map);
    await user.click(row('Beans'));
    await user.keyboard('p开源');
    const field = screen.getByRole('textbox');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }));
    expect(map.picture).not.toContain('开源');
    await user.keyboard('{Enter}');
    expect(map.picture).toContain('开源');
    expect([...map.map.claims.values()].find((claim) => claim.text === '开源')?.language).toBe('zh');
  });
});

describe('[U-05] others edit around me', () => {
  const around = () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    const a = map.support(thesis, 'Mine to read');
    const b = map.support(a.claim, 'Deep');
    const c = map.support(thesis, 'Last');
    return { map, thesis, a, b, c };
  };

  it('a row added before mine leaves the focus', async () => {
    const { map, thesis } = around();
    const { user, others } = open(map);
    await user.click(row('Deep'));
    others(
      {
        kind: 'add-claim',
        claim: map.newId(),
        text: 'New',
        language: 'en',
        to: { ...map.newArgument('support', thesis), order: 'Zz' },
      },
      MODERATOR,
    );
    expect(rows()[1]).toBe('2 New');
    expect(focused()).toBe('Deep');
  });

  it('a row moved elsewhere takes the focus along', async () => {
    const { map, a, c } = around();
    const { user, others } = open(map);
    await user.click(row('Deep'));
    others(
      { kind: 'move-argument', argument: a.argument, target: { kind: 'claim', id: c.claim }, order: 'a0' },
      MODERATOR,
    );
    expect(rows()).toEqual(['1 Thesis', '2 Last', '3 Mine to read', '4 Deep']);
    expect(focused()).toBe('Deep');
  });

  it('a row that goes hands the focus to what is left above it, and says so', async () => {
    const { map, a } = around();
    const { user, others } = open(map);
    await user.click(row('Deep'));
    others({ kind: 'remove', id: a.claim }, MODERATOR);
    expect(focused()).toBe('Thesis');
    expect(screen.getByRole('status').textContent).toBe(
      '“Deep” was moved or removed by someone else. You are now at “Thesis”',
    );
  });

  it('words being written are kept when their place goes', async () => {
    const { map, a, b } = around();
    const { user, others } = open(map);
    await user.click(row('Deep'));
    await user.keyboard('pHalf a thought');
    others({ kind: 'remove', id: b.claim }, MODERATOR);
    expect(map.claim(a.claim).removed).toBeNull();
    expect(screen.queryByRole('textbox')).toBeNull();
    others({ kind: 'restore', id: b.claim }, MODERATOR);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Half a thought');
  });
});

describe('[U-07] the name of a claim', () => {
  it('gives type, relation, parent, position, replies, state and author', () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    map.support(thesis, 'One', { by: PARTICIPANT });
    const two = map.rebut(thesis, 'Two', { by: PARTICIPANT });
    map.support(two.claim, 'Under two');
    map.rebut(two.argument, 'Does not follow');
    map.comment(two.claim);
    map.propose({ kind: 'reword', claim: two.claim, text: 'Two, better', was: 'Two' }, SUGGESTER);
    open(map, MODERATOR);
    expect(row('Thesis').getAttribute('aria-label')).toBe(
      'Thesis. Thesis, 1 support, 1 rebuttal, 4 claims beneath, by Olga',
    );
    expect(row('Two').getAttribute('aria-label')).toBe(
      'Two. Rebuttal, 1 undercut, 1 claim beneath, 1 comment, New wording pending (Su), 2 of 2, against “Thesis”, by Pia',
    );
    expect(row('Does not follow').getAttribute('aria-label')).toBe(
      'Does not follow. Undercut, 2 of 2, doubts the step from “Two” to “Thesis”, by Olga',
    );
  });

  it('says it in Chinese as well', () => {
    const map = aMap({ language: 'zh' });
    const thesis = map.thesis('开源更好', { language: 'zh' });
    map.rebut(thesis, '核心算法没有公开', { language: 'zh' });
    aScreen(map, OWNER, () => <OutlineView />, 'zh');
    expect(screen.getByRole('treeitem', { name: /^核心/ }).getAttribute('aria-label')).toBe(
      '核心算法没有公开。反驳，第 1 条，共 1 条，反驳的是“开源更好”，作者：Olga',
    );
  });
});

describe('proposals in place', () => {
  const proposedReply = () => {
    const map = aMap();
    const thesis = map.thesis('Thesis');
    map.propose({
      kind: 'add-claim',
      claim: map.newId(),
      text: 'Perhaps',
      language: 'en',
      to: map.newArgument('support', thesis),
    });
    return map;
  };

  it('a moderator accepts one where it stands', async () => {
    const map = proposedReply();
    const { user } = open(map, MODERATOR);
    expect(map.picture).toBe('Thesis');
    await user.click(row('Perhaps'));
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(map.picture).toBe('Thesis\n  + Perhaps');
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    expect(focused()).toBe('Perhaps');
  });

  it('a rejection asks for a reason', async () => {
    const map = proposedReply();
    const { user } = open(map, MODERATOR);
    await user.click(row('Perhaps'));
    await user.keyboard('m');
    await user.click(screen.getByRole('menuitem', { name: 'Reject…' }));
    const field = await screen.findByRole('textbox', { name: 'Reason' });
    await user.type(field, 'Please give a source');
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(rows()).toEqual(['1 Thesis']);
    expect([...map.map.proposals.values()][0]).toMatchObject({
      state: 'rejected',
      reason: 'Please give a source',
    });
  });

  it('its author sees it, writes on beneath it, and takes it back', async () => {
    const map = proposedReply();
    const { user } = open(map, SUGGESTER);
    await user.click(row('Perhaps'));
    await user.keyboard('pBecause{Enter}');
    expect(rows()).toEqual(['1 Thesis', '2 Perhaps', '3 Because']);
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(rows()).toEqual(['1 Thesis', '2 Perhaps']);
  });

  it('nobody else sees it', () => {
    const map = proposedReply();
    map.map = { ...map.map, proposals: map.map.proposals.without([...map.map.proposals.keys()][0]!) }; // as visibility.ts leaves it
    open(map, PARTICIPANT);
    expect(rows()).toEqual(['1 Thesis']);
  });
});

describe('words that were not sent', () => {
  it('U-12 stand in their field again when the outline comes back', async () => {
    sessionStorage.clear();
    const map = aMap();
    const thesis = map.thesis('A thesis');
    let shown = true;
    const page = aScreen(map, OWNER, () => (shown ? <OutlineView /> : <></>));
    const look = (outline: boolean) => {
      shown = outline;
      page.again();
    };
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');
    await page.user.click(row('A thesis'));
    await page.user.keyboard('{F2}, worded anew');
    look(false);
    look(true);
    expect(field().value).toBe('A thesis, worded anew');
    await page.user.click(field());
    await page.user.keyboard('{Enter}');
    expect(map.claim(thesis).text).toBe('A thesis, worded anew');
    await page.user.keyboard('pA support in the mak');
    look(false);
    look(true);
    expect(field().value).toBe('A support in the mak');
    await page.user.click(field());
    await page.user.keyboard('ing{Enter}');
    expect(map.picture).toContain('+ A support in the making');
    look(false);
    look(true);
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
