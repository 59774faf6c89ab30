import { randomUUID } from 'node:crypto';
import type { Command } from '@nestjs/cqrs';
import {
  type CommandContext,
  type CommandReceipt,
  type EventStore,
  isRefusal,
  type Refusal,
} from '@streakline/event-store';
import type { ResolvedInstrument } from '@streakline/instruments';
import type { Outcome, Tally } from './outcome';

export type Answer = CommandReceipt | Refusal;

/** What recording needs: the store to look things up in, and the write side to say things to. */
export interface WriteSide {
  readonly store: EventStore;
  execute(command: Command<Answer>): Promise<Answer>;
}

/** Recording for one issuer. */
export interface Recorder extends WriteSide {
  readonly instruments: readonly ResolvedInstrument[];
  readonly outcome: Outcome;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal | undefined;
  /** Called after each command. */
  readonly onDone: () => void;
}

/** A command's context: one request of its own. */
export function contextOf({ now }: Recorder): CommandContext {
  return { now, correlationId: randomUUID() };
}

/** Counts an answer; a refusal goes to the list, under the filing it is about. */
export function count({ outcome }: Recorder, tally: Tally, where: string, answer: Answer): void {
  if (isRefusal(answer)) {
    outcome.refused.push({ where, reason: reasonOf(answer) });
    return;
  }
  tally[answer.said === 'now' ? 'recorded' : 'before'] += 1;
  outcome.position = Math.max(outcome.position, answer.position);
}

/** Each of its faults, or the whole where it names none. */
export function reasonOf({ detail, errors }: Refusal): string {
  const each = errors.map((error) => `${error.pointer} ${error.detail}`.trim());
  return each.length === 0 ? detail : each.join(' ');
}
