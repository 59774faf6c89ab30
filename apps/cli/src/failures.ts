import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes';

/** The command was typed wrongly, or given input that cannot be true: one line, exit 2. */
export class UsageError extends Error {}

/** Stopped by a signal before it was done: exit 130. What was done so far stands. */
export class InterruptedError extends Error {}

export function exitCodeOf(error: unknown): number {
  // Commander's own code for a mistyped command is 1, which here means that a good command failed.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  return exitCodes.failed;
}

/** Tells people what went wrong, in one line, on standard error. Commander has already told of its own. */
export function report(error: unknown): void {
  if (error instanceof CommanderError) return;
  process.stderr.write(`streakline: ${messageOf(error)}\n`);
  if (process.env['STREAKLINE_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
}

/** An error's message on one line. Connection failures come as groups whose own message is empty. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
