import type { Request } from 'express';
import { pointerOf } from './pointer';
import type { Problem } from './problem-of';

/** Statuses that are about something that was sent. */
const ABOUT_WHAT_WAS_SENT = new Set([400, 404, 409, 413, 422]);

/**
 * Points at what is to be mended where the problem itself does not: what is not found is named by the path's
 * parameters; everything else is about the request as a whole.
 */
export function withPointers(problem: Problem, request: Pick<Request, 'params'>): Problem {
  if (problem.errors.length > 0 || !ABOUT_WHAT_WAS_SENT.has(problem.status)) return problem;
  const { detail } = problem;
  const parameters = problem.status === 404 ? Object.keys(request.params) : [''];
  return { ...problem, errors: parameters.map((name) => ({ pointer: name === '' ? '' : pointerOf([name]), detail })) };
}
