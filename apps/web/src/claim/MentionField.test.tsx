import { expect, it } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { aMap, OTHER_PARTICIPANT, PARTICIPANT } from '../../../../packages/shared/testing/aMap.ts';
import { aScreen } from '../../testing/aScreen.tsx';
import { DiscussionTab } from './DiscussionTab.tsx';

function aDiscussion() {
  const m = aMap();
  const id = m.thesis('T', { by: OTHER_PARTICIPANT });
  const page = aScreen(m, PARTICIPANT, () => <DiscussionTab claim={m.claim(id)} premise={id} />);
  return { ...page, m, field: screen.getByRole<HTMLTextAreaElement>('textbox') };
}

const options = (): string[] => screen.queryAllByRole('option').map(({ textContent }) => textContent);

it('[M-09] offers the people of the map after an @, those whose names begin so first, and nobody who is gone', async () => {
  const { user, field } = aDiscussion();
  await user.type(field, 'Ask @o');
  // Not oneself, and not who was taken out.
  expect(options().map((name) => name.slice(-4).replace(/^.*(?=Ob|Olga|Mo)/, ''))).toEqual([
    'Ob',
    'Olga',
    'Mo',
  ]);
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
  expect(field.value).toBe('Ask @Olga ');
  expect(options()).toEqual([]);
  await user.type(field, 'and @mo');
  await user.keyboard('{Escape}');
  expect(options()).toEqual([]);
  await user.type(field, ' @Su');
  await user.click(screen.getByRole('option'));
  expect(field.value).toBe('Ask @Olga and @mo @Su ');
  expect(document.activeElement).toBe(field);
});

it('[M-09] leaves the keys of an input method to it, and Enter without a list to the text', async () => {
  const { user, field } = aDiscussion();
  await user.type(field, '@o');
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'ArrowDown', keyCode: 229 });
  expect([field.value, screen.getAllByRole('option')[0]?.getAttribute('aria-selected')]).toEqual([
    '@o',
    'true',
  ]);
  await user.keyboard('{Escape}{Enter}more');
  expect(field.value).toBe('@o\nmore');
});

it('[M-09] shows whom a comment names, and marks oneself', async () => {
  const { m, others, session } = aDiscussion();
  const [claim] = [...m.map.claims.keys()];
  others({ kind: 'comment', comment: m.newId(), claim: claim ?? '', text: 'Ask @Pia and @Olga, not @Piaget.' }, OTHER_PARTICIPANT); // prettier-ignore
  const mentions = [...document.querySelectorAll<HTMLElement>('.mention')];
  expect(mentions.map(({ textContent, dataset }) => [textContent, 'me' in dataset])).toEqual([
    ['@Pia', true],
    ['@Olga', false],
  ]);
  expect(document.querySelector('.comment p')?.textContent).toBe('Ask @Pia and @Olga, not @Piaget.');
  session.reading.close();
});
