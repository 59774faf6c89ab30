import type { NextFunction, Request, Response } from 'express';

/**
 * Answers may be kept but must be asked about again (Express adds the ETag that makes this cheap): the next event may
 * change any of them. Nobody may guess another content type.
 */
export function answerHeaders(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', request.method === 'GET' || request.method === 'HEAD' ? 'no-cache' : 'no-store');
  next();
}
