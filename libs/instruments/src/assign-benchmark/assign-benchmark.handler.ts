import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandReceipt,
  decideAndAppend,
  EVENT_STORE,
  type EventStore,
  type Refusal,
} from '@streakline/event-store';
import { decideOnInstrument } from '../identity/decide-on-instrument';
import { AssignBenchmark } from './assign-benchmark.command';
import { assignBenchmarkDecider, benchmarkOnRecord } from './assign-benchmark.decider';
import { wantedBenchmark } from './wanted-benchmark';

@CommandHandler(AssignBenchmark)
export class AssignBenchmarkHandler implements ICommandHandler<AssignBenchmark> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body, context }: AssignBenchmark): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, async (load) => {
      const wanted = await wantedBenchmark(load, body);
      return decideOnInstrument(load, {
        ref,
        on: body.from,
        decide: ({ instrumentId, state }) => assignBenchmarkDecider.decide({ instrumentId, wanted }, state),
        saidAt: ({ state }) => benchmarkOnRecord(wanted, state.benchmarks)?.position,
      });
    });
  }
}
