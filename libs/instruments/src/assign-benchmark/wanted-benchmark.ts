import type { InstrumentId } from '@streakline/events';
import { isRefusal, type LoadState } from '@streakline/event-store';
import { findInstrument } from '../identity/resolve-instrument';
import type { BenchmarkBody } from '../list-instrument/list-instrument.command';
import type { WantedBenchmark } from './assign-benchmark.decider';

/**
 * Looks up a benchmark's reference, as of its date. `self` and `selfId` are those of an instrument that is just being
 * listed: it is not on record yet, but may name itself.
 */
export async function wantedBenchmark(
  load: LoadState,
  body: BenchmarkBody,
  self?: string,
  selfId?: InstrumentId,
): Promise<WantedBenchmark> {
  const found = await findInstrument(load, body.ref, body.from);
  if (!isRefusal(found)) return { ...body, benchmarkId: found.instrumentId };
  if (body.ref === self) return { ...body, benchmarkId: selfId };
  return { ...body, benchmarkId: undefined, whyUnknown: found.detail };
}
