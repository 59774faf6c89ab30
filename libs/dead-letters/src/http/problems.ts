import { type DeadLetter, EventLogError } from '@streakline/event-log';
import { ProblemException } from '@streakline/web-api';
import type { Done, FailureCode, Outcome } from '../acting/outcome';
import type { Unseen } from './dead-letters.answers';

/** Nothing open has the id, or nothing that this process can see. */
export function unknownProblem(id: string, unseen: readonly Unseen[]): ProblemException {
  const dark = unseen.map(({ what, why }) => ` (${what} were not looked at: ${why})`).join('');
  const detail = `Nothing open has the id "${id}"${dark}: GET /v1/dead-letters lists what has.`;
  return new ProblemException(404, { code: 'unknownDeadLetter', detail });
}

export function goneProblem({ id, place }: DeadLetter): ProblemException {
  return new ProblemException(404, { code: 'gone', detail: `${id} is no longer on ${place.topic}.` });
}

export function logProblem(said: string): ProblemException {
  const detail = `${said} Ask again when Kafka is there.`;
  return new ProblemException(503, { code: 'logUnavailable', detail, headers: { 'Retry-After': '1' } });
}

/** Runs what speaks to Kafka: what the brokers fail at is a 503. */
export async function asProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof EventLogError ? logProblem(error.message) : error;
  }
}

const STATUS: Readonly<Record<FailureCode, number>> = {
  notSendable: 409,
  stillNotFolded: 409,
  otherProgram: 409,
  notClosable: 409,
  gone: 404,
  logUnavailable: 503,
};

/** What was done to the one entry. Throws what could not be. */
export function doneOf(id: string, [outcome]: readonly Outcome[]): Done {
  if (outcome === undefined) throw new Error(`Nothing came of ${id}.`);
  if (outcome.outcome !== 'failed') return outcome;
  const { code, detail } = outcome;
  if (code === 'logUnavailable') throw logProblem(detail);
  throw new ProblemException(STATUS[code], { code, detail: `${id}: ${detail}.` });
}
