import { isRefusal, type CommandReceipt, type Refusal } from '@streakline/event-store';
import type { Response } from 'express';
import { problemOfRefusal } from '../problems/problem-of-refusal';

export interface ReceiptBody {
  readonly id: string;
  readonly position: number;
}

/**
 * Answers a command: 201 if it said something new, 200 with the first answer if all of it was said before.
 *
 * @throws ProblemException of a refusal: invalid 422, conflict 409, notFound 404.
 */
export function sendReceipt(outcome: CommandReceipt | Refusal, response: Response): ReceiptBody {
  if (isRefusal(outcome)) throw problemOfRefusal(outcome);
  response.status(outcome.said === 'now' ? 201 : 200);
  response.locals['position'] = outcome.position;
  return { id: outcome.id, position: outcome.position };
}

/** The position that an answer's receipt told; undefined where it has none. */
export function positionOf(response: Response): number | undefined {
  const position: unknown = response.locals['position'];
  return typeof position === 'number' ? position : undefined;
}
