import type { Request, Response } from 'express';
import { ProblemException } from '../problems/problem-exception';

/**
 * The media type to answer with: of those offered, the one that the Accept header likes best, the first where it does not
 * care.
 *
 * @throws ProblemException 406 notAcceptable
 */
export function acceptedType<Offered extends string>(
  request: Request,
  response: Response,
  offered: readonly Offered[],
): Offered {
  response.vary('Accept');
  const accepted = request.accepts([...offered]);
  const type = offered.find((each) => each === accepted);
  if (type !== undefined) return type;
  const detail = `There is no answer in the form that the header Accept asks for (${request.get('accept') ?? ''}). There is ${offered.join(', ')}.`;
  throw new ProblemException(406, { code: 'notAcceptable', detail });
}
