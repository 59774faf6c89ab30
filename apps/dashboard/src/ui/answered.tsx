import type { ReactNode } from 'react';
import { Loading } from './loading';
import { Problem } from './problem';

interface Query<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface Props<T> {
  /** As useAnswer and its like give it. */
  readonly query: Query<T>;
  /** What is asked for, such as "the reactions". */
  readonly what: string;
  readonly children: (data: T) => ReactNode;
}

/** An answer once it is here; until then what is on its way, or why it does not come. What was here before stays. */
export function Answered<T>({ query, what, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Problem what={what} error={query.error} onRetry={query.refetch} />;
  return <Loading what={what} />;
}
