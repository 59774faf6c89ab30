import { useEffect, useMemo, useState } from 'react';
import { capChanges } from './cap-changes';
import { payoutsOf } from './capital';
import { type Adjustment, drawnBars } from './drawn-bars';
import { type Point, pointsOf } from './points';
import type { BarRow, Instrument } from './rows';
import type { Tape } from './use-tape';

/** The tape as it is drawn. */
export function usePoints(instrument: Instrument, tape: Tape, adjustment: Adjustment): readonly Point[] {
  const missing = useMissingSessions(instrument, tape.bars);
  return useMemo(() => {
    const { splits } = instrument;
    const bars = drawnBars(tape.bars, adjustment, { splits, payouts: payoutsOf(instrument) });
    return pointsOf(bars, capChanges(tape.caps, splits), missing);
  }, [instrument, tape, adjustment, missing]);
}

const NONE: readonly string[] = [];

/** Found when the first chart stands: the calendars of all exchanges would hold it up. */
function useMissingSessions({ mic, names }: Instrument, bars: readonly BarRow[]): readonly string[] {
  const [missing, setMissing] = useState(NONE);
  const from = names.findLast((name, i) => i > 0 && names[i - 1]?.mic !== name.mic)?.from ?? null;
  useEffect(() => {
    let isWanted = true;
    void import('./missing-sessions').then(({ missingSessions }) => {
      const found = missingSessions(
        mic,
        from,
        bars.map(({ session }) => session),
      );
      if (isWanted) setMissing((before) => (found.length === 0 && before.length === 0 ? before : found));
    });
    return () => {
      isWanted = false;
    };
  }, [mic, from, bars]);
  return missing;
}
