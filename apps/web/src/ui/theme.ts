// Light, dark, or as the system has it. public/first-paint.js sets the theme before anything is drawn.
import { useSyncExternalStore } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'theme';
const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function chosenTheme(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system'; // storage may be forbidden
  }
}

export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // the choice then holds until the page is left
  }
  paint(theme);
  for (const listener of listeners) listener();
}

/** Call once: follows the system, and a choice made in another tab. */
export function followTheme(): void {
  const repaint = () => paint(chosenTheme());
  systemIsDark().addEventListener('change', repaint);
  addEventListener('storage', repaint);
  repaint();
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosenTheme);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', listener);
  };
}

function paint(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark().matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}
