import type { Request, Response } from 'express';
import { gunzip } from 'node:zlib';
import { ProblemException } from '../problems/problem-exception';
import { explainBodyError } from './problem-of-body-error';

function explained(error: unknown): unknown {
  let passedOn: unknown;
  explainBodyError(error, {} as Request, {} as Response, (next?: unknown) => (passedOn = next));
  return passedOn;
}

/** As it reaches the middleware: an error of this realm, which Jest's zlib errors are not. */
function gunzipError(bytes: Buffer): Promise<Error> {
  return new Promise((resolve) =>
    gunzip(bytes, (error) =>
      resolve(Object.assign(new Error(error?.message), { code: error && Reflect.get(error, 'code') })),
    ),
  );
}

describe('a body that is not compressed as its Content-Encoding says', () => {
  it.each([
    ['other bytes', Buffer.from('no gzip at all')],
    ['half of a gzip header', Buffer.from([0x1f, 0x8b, 0x08])],
  ])("(%s) is the caller's mistake", async (_, bytes) => {
    const problem = explained(await gunzipError(bytes));
    expect(problem).toBeInstanceOf(ProblemException);
    expect(problem).toMatchObject({ status: 400, init: { code: 'unreadableBody' } });
  });

  it('is not confused with failures of our own', () => {
    const failure = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect(explained(failure)).toBe(failure);
  });
});
