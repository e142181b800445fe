import { afterEach, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openDB } from 'idb';
import { aMap, anId, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import '../../testing/aScreen.tsx';
import { aSeminar, MAP } from '../../testing/aSession.ts';
import { OpenMapContext } from '../open/openMap.ts';
import { openOutbox } from '../open/outbox.ts';
import { TrayDialog } from './TrayDialog.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

it('[S9] shows what another version kept with the text in it, to copy or to throw away', async () => {
  const owner = { person: OWNER, map: MAP };
  await openOutbox(owner);
  const db = await openDB('counterpoint');
  const edit = {
    kind: 'vote',
    argument: anId(1),
    why: { zh: '有说服力', en: 'It convinced me.' },
    weight: 4,
  };
  await db.put('edits', { ...owner, client: anId(2), seq: 1, pending: { id: 7, edit } });
  await db.put('tray', { ...owner, id: anId(3), entry: null });
  db.close();
  const session = await (await aSeminar(aMap())).join(OWNER);
  render(
    <OpenMapContext value={session}>
      <TrayDialog onClose={() => undefined} />
    </OpenMapContext>,
  );
  const [empty, worded] = screen.getAllByRole('listitem');
  expect(worded?.textContent).toContain('Another version of Counterpoint kept this');
  expect(worded?.querySelector('blockquote')?.textContent).toBe('有说服力\nIt convinced me.');
  const buttons = (item: HTMLElement | undefined) =>
    within(item!).getAllByRole('button').map(({ textContent }) => textContent); // prettier-ignore
  expect([buttons(empty), buttons(worded)]).toEqual([['Throw away'], ['Copy', 'Throw away']]);
  session.close();
});

it('U-12 shows what was typed and not sent, and says when its place is gone', async () => {
  const map = aMap();
  const [kept, gone] = [map.thesis('Kept'), map.thesis('Gone')];
  map.remove(gone);
  const session = await (await aSeminar(map)).join(OWNER);
  session.typed.keep('comment 1', { text: 'Still to be sent', on: kept });
  session.typed.keep('comment 2', { text: 'Too late', on: gone });
  const { tray, dismiss } = session.doc.getState();
  for (const entry of tray) dismiss(entry);
  let closed = 0;
  render(
    <OpenMapContext value={session}>
      <TrayDialog onClose={() => (closed += 1)} />
    </OpenMapContext>,
  );
  const text = (words: string) => screen.getByText(words).closest('li')!;
  const headings = screen.getAllByRole('heading').map(({ textContent }) => textContent);
  expect(headings).toEqual(['What was not delivered', 'Their place is gone', 'Not sent yet']);
  expect(text('Still to be sent').textContent).toContain('wait in their field');
  expect(text('Too late').textContent).toContain('was removed');
  await userEvent.click(within(text('Too late')).getByRole('button', { name: 'Throw away' }));
  expect([screen.queryByText('Too late'), closed]).toEqual([null, 0]);
  await userEvent.click(screen.getByRole('button', { name: 'Throw away' }));
  expect([session.typed.getState().size, closed]).toEqual([0, 1]);
  session.close();
});
