import { TOP } from '@counterpoint/shared';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { aMap, OWNER } from '../../../../packages/shared/testing/aMap.ts';
import { aSeedMap } from '../../../../packages/shared/testing/randomEdits.ts';
import { aSessionOf } from '../../testing/aScreen.tsx';
import { aPage, aServer, Refusing } from '../../testing/aServer.tsx';
import { OpenMapContext } from '../open/openMap.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { fileName } from '../ui/saveFile.ts';
import { CHOICES } from './formatChoices.ts';
import { ImportMaps } from './ImportMaps.tsx';
import { previewOf, type PreviewAsk } from './preview.ts';

/** jsdom has no workers: the same code answers in the same page, one turn later. */
class SameThread {
  onmessage: (event: { data: unknown }) => void = () => undefined;
  private ended = false;
  postMessage(ask: PreviewAsk): void {
    setTimeout(() => {
      if (!this.ended) this.onmessage({ data: previewOf(ask) });
    });
  }
  terminate(): void {
    this.ended = true;
  }
}

beforeEach(() => {
  Object.assign(globalThis, { Worker: SameThread });
});
afterEach(cleanup);

function exporting(language: 'en' | 'zh' = 'en') {
  const builder = aSeedMap(aMap());
  const thesis = builder.map.index.home.get(TOP)?.[0] ?? '';
  const { session } = aSessionOf(builder, OWNER);
  session.screen.getState().select(thesis);
  const dialog = (
    <OpenMapContext value={session}>
      <ExportDialog asking={{ for: 'export', branch: null }} onClose={() => undefined} />
    </OpenMapContext>
  );
  return aPage(() => [{ path: '/', element: dialog }], '/', language);
}

test('[X-01] every format that can be written is offered, and the file is shown before it is saved', async () => {
  aServer({});
  const page = exporting();
  const radios = await screen.findAllByRole('radio');
  expect(radios.map((one) => (one as HTMLInputElement).value).sort()).toEqual(
    CHOICES.map(({ id }) => id).sort(),
  );
  await page.user.click(screen.getByRole('radio', { name: 'Markdown' }));
  const preview = await screen.findByLabelText('Preview', { selector: 'pre' });
  await waitFor(() => expect(preview.textContent).toContain('# A map'));
  expect(screen.getByRole('button', { name: 'Save as .md' })).toBeDefined();
});

test('[X-05] says what the file does not hold, in the language of the page', async () => {
  aServer({});
  const page = exporting('zh');
  await page.user.click(await screen.findByRole('radio', { name: 'Counterpoint JSON' }));
  await page.user.click(screen.getByRole('switch', { name: '作者姓名' }));
  expect(await screen.findByText(/处的作者$/)).toBeDefined();
});

test('only the options of the chosen format are there', async () => {
  aServer({});
  const page = exporting();
  await page.user.click(await screen.findByRole('radio', { name: 'PNG' }));
  expect(screen.getByLabelText('Size')).toBeDefined();
  expect(screen.queryByLabelText('Paper')).toBeNull();
  await page.user.click(screen.getByRole('radio', { name: 'PDF' }));
  expect(screen.getByLabelText('Paper')).toBeDefined();
  expect(screen.queryByLabelText('Size')).toBeNull();
});

test('names of files hold no sign that a disk refuses', () => {
  expect(fileName('a/b: “c”?', 'pdf')).toBe('a b “c”.pdf');
  expect(fileName('///', 'pdf')).toBe('map.pdf');
});

const query = (more = '') => `POST /api/maps/import?name=in.zip${more}`;

async function choosing(answers: Record<string, unknown>) {
  const asked = aServer(answers);
  const page = aPage(() => [{ path: '/', element: <ImportMaps /> }]);
  await page.user.click(screen.getByRole('button', { name: 'Import files' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Import' }));
  const file = new File(['{}'], 'in.zip');
  fireEvent.change(dialog.getByLabelText('Choose a file', { selector: 'input' }), {
    target: { files: [file] },
  });
  return { asked, page, dialog };
}

test('reads a file first, tells what it lacks, and makes nothing before that was seen', async () => {
  const { asked, page, dialog } = await choosing({
    [query('&preview=true')]: {
      files: [
        {
          name: 'a',
          format: 'argdown',
          title: 'Cars',
          claims: 4,
          arguments: 3,
          losses: [{ kind: 'cycles', count: 1, where: [] }],
        },
        { name: 'b', refusal: { code: 'invalid', message: 'line 3: no' } },
      ],
    },
    [query()]: {
      files: [{ name: 'a', format: 'argdown', losses: [], map: { id: 'm9', info: { title: 'Cars' } } }],
    },
    'GET /api/maps': { maps: [], older: null },
  });
  expect(await dialog.findByText('1 circle kept as a reference')).toBeDefined();
  expect(dialog.getByText('line 3: no')).toBeDefined();
  expect(asked.map(({ route }) => route)).toEqual([query('&preview=true')]);
  await page.user.click(dialog.getByRole('button', { name: 'Import' }));
  await waitFor(() => expect(page.path).toBe('/maps/m9'));
});

test('a file that is no map cannot be imported', async () => {
  const { dialog } = await choosing({ [query('&preview=true')]: new Refusing(422, 'unsupported-format') });
  expect((await screen.findByText('We don’t recognise this kind of file.')).textContent).toBeDefined();
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true);
});
