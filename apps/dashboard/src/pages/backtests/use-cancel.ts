import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client';

/** Ends a backtest that waits or runs. */
export function useCancel(id: string): UseMutationResult<void, Error, void> {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.delete('/v1/backtests/{backtestId}', { path: { backtestId: id } }),
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [path] }) => String(path).startsWith('/v1/backtests') }),
  });
}
