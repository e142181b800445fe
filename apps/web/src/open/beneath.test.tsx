// A branch has one size, wherever it is told.
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { ExportOptions } from '@counterpoint/shared';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { aMap, MODERATOR, SUGGESTER } from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { CHOICES } from '../exchange/formatChoices.ts';
import { OptionFields } from '../exchange/OptionFields.tsx';
import { OutlineView } from '../outline/OutlineView.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { Panes } from '../workspace/Panes.tsx';
import { askFor, askWithUndo } from './askFor.ts';
import { nameOfUndone } from './describe.ts';

beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { get: () => 1_600 },
    offsetHeight: { get: () => 1_200 },
  });
  HTMLCanvasElement.prototype.getContext = () => null; // jsdom draws nothing
});
afterEach(cleanup);

/** Beneath `reason`: joint premises with an objection, a use of a claim from elsewhere, what was removed and what waits. */
function aBranch() {
  const map = aMap();
  const thesis = map.thesis('Thesis');
  const elsewhere = map.support(thesis, 'Elsewhere');
  const reason = map.support(thesis, 'Reason');
  const joint = map.support(reason.claim, 'First premise');
  map.rebut(map.joint(joint.argument, 'Second premise'), 'Objection');
  const use = { at: 'argument', argument: map.newId(), direction: 'support', order: 'a1' } as const;
  const target = { kind: 'claim', id: reason.claim } as const;
  map.edit({ kind: 'add-reference', reference: map.newId(), claim: elsewhere.claim, to: { ...use, target } });
  map.remove(map.rebut(reason.claim, 'Removed').claim);
  const to = map.newArgument('rebut', reason.claim);
  map.propose({ kind: 'add-claim', claim: map.newId(), text: 'Proposed', language: 'en', to });
  map.support(map.rebut(reason.argument, 'Undercut').claim, 'Of the undercut');
  return { map, reason: reason.claim };
}

type Branch = ReturnType<typeof aBranch>;

function open({ map, reason }: Branch, draw: () => ReactElement) {
  const queries = new QueryClient();
  const page = aScreen(map, MODERATOR, () => (
    <QueryClientProvider client={queries}>
      {draw()}
      <Toaster />
    </QueryClientProvider>
  ));
  page.select(reason);
  return page;
}

const fold = ({ session }: ReturnType<typeof open>, claim: string) =>
  act(() => session.screen.getState().fold(claim, true));

/** A file has nothing that waits. */
const OFFERED = 'in the choice of what is exported';

const TOLD: Readonly<Record<string, (branch: Branch) => unknown>> = {
  'on the button of a folded card'(branch) {
    fold(
      open(branch, () => <MapCanvas />),
      branch.reason,
    );
    return screen.getByRole('button', { name: 'Unfold 4 claims' }).textContent;
  },
  'in the name of a card'(branch) {
    open(branch, () => <MapCanvas />);
    return screen.getByRole('group', { name: /^Support of “Thesis”, Reason/ }).ariaLabel;
  },
  'in a row'(branch) {
    open(branch, () => <OutlineView />);
    return screen.getByRole('treeitem', { name: /^Reason\./ }).textContent;
  },
  'beside a folded row'(branch) {
    fold(
      open(branch, () => <OutlineView />),
      branch.reason,
    );
    const row = screen.getByRole('treeitem', { name: /^Reason\./ });
    return `+${within(row).getByRole('button', { name: 'Unfold' }).dataset.hidden}`;
  },
  'in the pane'(branch) {
    open(branch, () => <Panes />);
    return screen.getByRole('heading', { name: /^Replies/ }).textContent;
  },
  async 'in a proposal to remove it'(branch) {
    branch.map.propose({ kind: 'remove', id: branch.reason }, SUGGESTER);
    const { user } = open(branch, () => <Panes />);
    await user.click(screen.getByRole('tab', { name: /^Review/ }));
    return screen.getByText(/^Remove “Reason”/).textContent;
  },
  'when it was removed'(branch) {
    const { session } = open(branch, () => <p />);
    act(() => void askWithUndo(session, { kind: 'remove', id: branch.reason }));
    return screen.getByText(/^Removed/).textContent;
  },
  'when it came back'(branch) {
    branch.map.remove(branch.reason);
    const { session } = open(branch, () => <p />);
    act(() => void askFor(session, { kind: 'restore', id: branch.reason }));
    return screen.getByText(/^Restored/).textContent;
  },
  [OFFERED]({ map, reason }) {
    const [choice] = CHOICES;
    const options = ExportOptions.parse({});
    const rest = { map: map.map, selected: reason, folded: new Set<string>(), onChange: () => undefined };
    open({ map, reason }, () => <OptionFields choice={choice!} options={options} {...rest} />);
    return screen.getByRole('option', { name: /^“Reason”/ }).textContent;
  },
};

it.each(Object.entries(TOLD))(
  'a branch of four claims, of which one waits, is one of as many as there are %s',
  async (where, told) => {
    const words = String(await told(aBranch()));
    const [, count = words] = /(?:^\+(\d+)$)|(\d+) claims beneath/.exec(words)?.filter(Boolean) ?? [];
    expect(count).toBe(where === OFFERED ? '3' : '4');
  },
);

it('says in the title of an undo how many come back', () => {
  const { map, reason } = aBranch();
  const { session } = open({ map, reason }, () => <p />);
  act(() => void session.doc.getState().edit({ kind: 'remove', id: reason }));
  const { undoes, view } = session.doc.getState();
  expect(undoes && nameOfUndone(undoes, view)).toMatch(
    /^.+, with \d claims beneath it, and 2 claims in undercuts of it$/,
  );
});

it('says apart what goes because the argument goes', () => {
  const { map, reason } = aBranch();
  const { session } = open({ map, reason }, () => <p />);
  act(() => void askWithUndo(session, { kind: 'remove', id: reason }));
  expect(screen.getByText(/^Removed/).textContent).toBe(
    'Removed, with 4 claims beneath it, and 2 claims in undercuts of it',
  );
  act(() => void session.doc.getState().undo());
  expect(map.picture).toContain('Of the undercut');
});
