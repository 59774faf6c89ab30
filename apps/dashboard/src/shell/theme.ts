import { useSyncExternalStore } from 'react';
import { keep, kept } from '../api/kept';
import { Store } from '../api/store';

export type Theme = 'light' | 'dark';

const PLACE = 'streakline.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const chosen = new Store<Theme | null>(read());
/** What is drawn: the person's choice, else the system's. */
const theme = new Store<Theme>(current());

function read(): Theme | null {
  const name = kept('localStorage', PLACE);
  return name === 'light' || name === 'dark' ? name : null;
}

function current(): Theme {
  return chosen.get() ?? (system.matches ? 'dark' : 'light');
}

function apply(): void {
  document.documentElement.dataset['theme'] = current();
  theme.set(current());
}

system.addEventListener('change', apply);
apply();

/** Charts draw on canvases, which follow no style sheet: they are drawn anew when this changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(theme.subscribe, theme.get);
}

export function chooseTheme(next: Theme): void {
  keep('localStorage', PLACE, next);
  chosen.set(next);
  apply();
}
