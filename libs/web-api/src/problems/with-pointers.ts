import { pointerOf } from './pointer';
import type { Problem } from './problem-of';

/** Statuses that are about something that was sent. */
const ABOUT_WHAT_WAS_SENT = new Set([400, 404, 409, 413, 422]);

/**
 * Points at what is to be mended where the problem itself does not: what is not found is named by the path's
 * parameters; everything else is about the request as a whole.
 *
 * @param pathParameters names of the path's parameters
 */
export function withPointers(problem: Problem, pathParameters: readonly string[]): Problem {
  if (problem.errors.length > 0 || !ABOUT_WHAT_WAS_SENT.has(problem.status)) return problem;
  const { detail } = problem;
  const parameters = problem.status === 404 ? pathParameters : [''];
  return { ...problem, errors: parameters.map((name) => ({ pointer: name === '' ? '' : pointerOf([name]), detail })) };
}
