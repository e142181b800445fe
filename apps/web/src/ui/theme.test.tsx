import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { chooseTheme, followTheme, THEMES, useTheme, type Theme } from './theme.ts';

const firstPaint = readFileSync('apps/web/public/first-paint.js', 'utf8');
let systemIsDark = false;

beforeEach(() => {
  Object.assign(globalThis, {
    matchMedia: (media: string) => ({
      media,
      matches: systemIsDark,
      addEventListener: jest.fn(),
      removeEventListener: jest.fn(),
    }),
  });
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const shown = () => document.documentElement.dataset['theme'];

test('a chosen theme shows at once and is kept', () => {
  chooseTheme('dark');
  expect(shown()).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');
  chooseTheme('light');
  expect(shown()).toBe('light');
});

test.each(THEMES.flatMap((theme) => [true, false].map((dark): [Theme, boolean] => [theme, dark])))(
  'first paint and the page agree: %s, dark system %s',
  (theme, dark) => {
    systemIsDark = dark;
    chooseTheme(theme);
    followTheme();
    const later = shown();
    delete document.documentElement.dataset['theme'];
    (0, eval)(firstPaint);
    expect(shown()).toBe(later);
  },
);

test('the switch shows what was chosen', () => {
  const Shown = () => <p>{useTheme()}</p>;
  render(<Shown />);
  act(() => chooseTheme('dark'));
  expect(screen.getByText('dark')).toBeDefined();
});
