import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { liveFloor } from '../../api/live';

/** What to do with a receipt: what is asked from now on has seen what was recorded, and all that stands is asked anew. */
export function useRecorded(): (receipt: { readonly position: number }) => void {
  const queries = useQueryClient();
  return useCallback(
    ({ position }) => {
      liveFloor.set(Math.max(liveFloor.get(), position));
      void queries.invalidateQueries();
    },
    [queries],
  );
}
