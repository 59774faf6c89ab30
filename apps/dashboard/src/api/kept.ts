/*
 * What the browser keeps for this page. One that keeps nothing, as some do for whoever asks them to, throws at the mere
 * question: then nothing is kept, and all works until the page is left.
 */
type Place = 'sessionStorage' | 'localStorage';

export function kept(place: Place, name: string): string | null {
  try {
    return window[place].getItem(name);
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keep(place: Place, name: string, value: string | null): void {
  try {
    if (value === null) window[place].removeItem(name);
    else window[place].setItem(name, value);
  } catch {
    // It holds until the page is left.
  }
}
