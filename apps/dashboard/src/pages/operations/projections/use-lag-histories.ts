import { useState } from 'react';
import { type LagSample, withSample } from './lag-history';
import type { Projection } from './state-words';

type Histories = ReadonlyMap<string, readonly LagSample[]>;

/** The lags that this page saw, by projection; it began when the page was opened. `at`: when the answer came, epoch ms. */
export function useLagHistories(projections: readonly Projection[] | undefined, at: number): Histories {
  const [seen, setSeen] = useState<{ readonly since: number; readonly last: number; readonly histories: Histories }>({
    ...{ since: at, last: 0 },
    histories: new Map(),
  });
  if (projections === undefined || at === seen.last) return seen.histories;
  const since = seen.last === 0 ? at : seen.since;
  const histories = new Map(
    projections.map(({ name, lag }) => {
      const { events, seconds } = lag;
      return [name, withSample(seen.histories.get(name) ?? [], { at: at - since, events, seconds })];
    }),
  );
  // While it is drawn, as React has it for what follows from a prop: it is drawn again at once, and nothing else is.
  setSeen({ since, last: at, histories });
  return histories;
}
