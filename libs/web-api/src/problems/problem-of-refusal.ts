import type { Refusal } from '@streakline/event-store';
import { ProblemException } from './problem-exception';

const statusOf = { invalid: 422, conflict: 409, notFound: 404 } as const;

/** A command's expected failure as the problem that tells the caller. */
export function problemOfRefusal(refusal: Refusal): ProblemException {
  const { code, detail, errors } = refusal;
  return new ProblemException(statusOf[refusal.refused], { code, detail, errors });
}
