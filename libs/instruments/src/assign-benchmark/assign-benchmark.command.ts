import { Command } from '@nestjs/cqrs';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';
import type { BenchmarkBody } from '../list-instrument/list-instrument.command';

/** From a date on, compare an instrument's returns with another's. */
export class AssignBenchmark extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: BenchmarkBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
