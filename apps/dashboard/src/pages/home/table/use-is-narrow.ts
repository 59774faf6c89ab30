import { useSyncExternalStore } from 'react';

/** As the style sheet of the table has it. */
const narrow = window.matchMedia('(max-width: 52rem)');

/** Whether rows are drawn as cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(follow, () => narrow.matches);
}

function follow(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}
