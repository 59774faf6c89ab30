import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../../api/answers';
import { useApiKey } from '../../../api/api-key';
import { useClient } from '../../../api/client';
import { liveFloor } from '../../../api/live';
import { useMoment } from '../../../api/moment';
import { type OlderTape, olderTape } from './older-tape';
import type { BarRow, CapRow, Instrument } from './rows';
import { isGoodFrom, newestFrom } from './newest-part';

/** An instrument's bars and market caps, oldest first: the newest years at once, what is older as it comes. */
export interface Tape {
  readonly bars: readonly BarRow[];
  readonly caps: readonly CapRow[];
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const NONE: readonly never[] = [];

/** No bars while they are on their way. */
export function useTape(instrument: Instrument): Tape {
  const { id, tape } = instrument;
  const from = useNewestFrom(tape?.to ?? null);
  const asked = { path: { ref: id }, query: { from, limit: 1_000 } };
  const bars = useAnswer('/v1/instruments/{ref}/bars', asked, { enabled: tape !== null });
  const caps = useAnswer('/v1/instruments/{ref}/market-caps', asked, { enabled: tape !== null });
  const hasOlder = tape !== null && tape.from < from;
  const older = useOlderTape(instrument, from, hasOlder && bars.data !== undefined);
  const refetch = bars.refetch;
  const error: unknown = bars.error ?? caps.error ?? older.error;
  return useMemo(
    () => ({
      bars: bars.data === undefined ? NONE : [...(older.data?.bars ?? NONE), ...bars.data.data],
      caps: caps.data === undefined ? NONE : [...(older.data?.caps ?? NONE), ...caps.data.data],
      ...{ error, refetch },
    }),
    [bars.data, caps.data, older.data, error, refetch],
  );
}

/** The first date of the newest part; it stays when a bar comes, so that what is asked for, and what is drawn, stays too. */
function useNewestFrom(to: string | null): string {
  const [from, setFrom] = useState('');
  if (to === null || isGoodFrom(from, to)) return from;
  const next = newestFrom(to);
  setFrom(next);
  return next;
}

function useOlderTape({ id, shareClasses }: Instrument, before: string, enabled: boolean) {
  const now = useClient();
  const asOf = useMoment();
  const key = useApiKey();
  const queries = useQueryClient();
  const others = shareClasses.flatMap(({ listed }) => listed.map(({ instrumentId }) => instrumentId));
  const queryKey = ['older tape', id, before, asOf, key];
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => {
      const client = asOf === null ? now : now.asOf(asOf);
      const minPosition = asOf === null ? liveFloor.get() : 0;
      return olderTape({ id, before, others }, queries.getQueryData<OlderTape>(queryKey), {
        client,
        minPosition,
        signal,
      });
    },
    enabled,
    // Comparing twenty years value by value would cost more than drawing them.
    structuralSharing: false,
  });
}
