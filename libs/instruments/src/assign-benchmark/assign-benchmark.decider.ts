import { BenchmarkAssigned, type InstrumentId, type NewEvent } from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import { type Benchmark, instrumentFold, type InstrumentState } from '../identity/instrument-state';
import type { BenchmarkBody } from '../list-instrument/list-instrument.command';

/** A benchmark whose reference was looked up; `benchmarkId` undefined and `whyUnknown` set where it names nothing. */
export interface WantedBenchmark extends BenchmarkBody {
  readonly benchmarkId: InstrumentId | undefined;
  readonly whyUnknown?: string;
}

export interface BenchmarkToDecide {
  readonly instrumentId: InstrumentId;
  readonly wanted: WantedBenchmark;
}

export const assignBenchmarkDecider: Decider<InstrumentState, BenchmarkToDecide> = {
  ...instrumentFold,
  decide({ instrumentId, wanted }, state) {
    const { events, invalid, conflicts } = decideBenchmarks(instrumentId, [wanted], state.benchmarks, () => '');
    if (invalid.length > 0) return refuseFor('invalid', invalid, 'invalidBenchmark');
    return conflicts.length > 0 ? refuseFor('conflict', conflicts, 'benchmarkContradicts') : events;
  },
};

/** The assignment on record that says what is wanted, if there is one. */
export function benchmarkOnRecord(wanted: WantedBenchmark, known: readonly Benchmark[]): Benchmark | undefined {
  return known.find((one) => sameKey(one, wanted) && one.benchmarkId === wanted.benchmarkId);
}

/** Which of the wanted benchmarks are new, and which cannot be; `pointerOf` is given the place in the list. */
export function decideBenchmarks(
  instrumentId: InstrumentId,
  wanted: readonly WantedBenchmark[],
  onRecord: readonly Benchmark[],
  pointerOf: (index: number) => string,
): { events: readonly NewEvent[]; invalid: readonly Fault[]; conflicts: readonly Fault[] } {
  const known = [...onRecord];
  const decided = { events: [] as NewEvent[], invalid: [] as Fault[], conflicts: [] as Fault[] };
  wanted.forEach((benchmark, index) => {
    const { role, from, benchmarkId } = benchmark;
    const pointer = `${pointerOf(index)}/ref`;
    if (benchmarkId === undefined) {
      decided.invalid.push({
        code: 'unknownInstrument',
        pointer,
        detail: benchmark.whyUnknown ?? `${benchmark.ref} names no instrument.`,
      });
    } else if (benchmarkId === instrumentId) {
      decided.invalid.push({
        code: 'ownBenchmark',
        pointer,
        detail: `${benchmark.ref} is the instrument itself. Name another one to compare it with.`,
      });
    } else if (benchmarkOnRecord(benchmark, known) === undefined) {
      const contradicted = role === 'peer' ? undefined : known.find((one) => sameKey(one, benchmark));
      if (contradicted !== undefined) decided.conflicts.push(contradiction(pointer, contradicted));
      const data = { instrumentId, benchmarkId, role, ...(from === undefined ? {} : { from }) };
      decided.events.push(BenchmarkAssigned.create(data));
      known.push({ ...data, position: 0 });
    }
  });
  return decided;
}

/** One market and one sector benchmark at a time; any number of peers. */
function sameKey(one: Benchmark, other: BenchmarkBody): boolean {
  return one.role === other.role && one.from === other.from;
}

function contradiction(pointer: string, { role, benchmarkId, from }: Benchmark): Fault {
  const since = from === undefined ? 'from the first session on' : `from ${from} on`;
  const detail = `The ${role} benchmark ${since} is ${benchmarkId} on record. To change it, give another date in "from".`;
  return { code: 'benchmarkContradicts', pointer, detail };
}
