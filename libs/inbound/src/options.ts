import type { CommandReceipt, Refusal } from '@streakline/event-store';
import type { EventLog, Topics } from '@streakline/event-log';
import type { Log } from '@streakline/observability';
import type { AnyCommand } from './commands/inbound-type';

/** What happens, for whoever counts it. */
export interface InboundMetrics {
  /** A record of a type became a command and was taken: `before` where all of it was on record already. */
  handled?(type: string, said: CommandReceipt['said']): void;
  /** A record was put aside, with a problem of this code. */
  refused?(topic: string, code: string): void;
  /** Something failed that may pass, and is tried again. */
  retried?(topic: string, code: string): void;
}

export interface InboundOptions {
  readonly eventLog: EventLog;
  readonly topics: Pick<Topics, 'inboundAnnouncements' | 'inboundPrices' | 'deadAnnouncements' | 'deadPrices'>;
  /** Of the consumers that share the topics' partitions. */
  readonly group: string;
  /** Carries a command out: Nest's CommandBus, in a process. */
  readonly execute: (command: AnyCommand) => Promise<CommandReceipt | Refusal>;
  readonly log: Log;
  readonly metrics?: InboundMetrics;
}
