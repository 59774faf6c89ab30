import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApiKey } from '../../api/api-key';
import { useClient } from '../../api/client';
import { type BacktestAnswer, isUnderWay } from './result';

/** Milliseconds between two looks at a run that is under way. */
export const LOOK_EVERY = 500;

/** A backtest: looked at again while it is under way, and never again once it is over, for then it stays as it is. */
export function useBacktest(id: string, enabled = true): UseQueryResult<BacktestAnswer> {
  const client = useClient();
  const key = useApiKey();
  return useQuery({
    queryKey: ['/v1/backtests/{backtestId}', id, key],
    queryFn: ({ signal }) => client.get('/v1/backtests/{backtestId}', { path: { backtestId: id }, signal }),
    enabled,
    refetchInterval: ({ state: { data } }) => (data !== undefined && isUnderWay(data) ? LOOK_EVERY : false),
    staleTime: ({ state: { data } }) => (data === undefined || isUnderWay(data) ? 0 : 'static'),
  });
}
