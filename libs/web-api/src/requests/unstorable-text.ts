import type { NextFunction, Request, Response } from 'express';
import { bodyAsSent } from '../bodies/json-body';
import { pointerOf } from '../problems/pointer';
import { ProblemException } from '../problems/problem-exception';

/** U+0000, and halves of surrogate pairs: JSON can escape them, PostgreSQL cannot store them, and no name has them. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Refuses text that cannot be stored, in the path, the query and the body, before it fails somewhere deep. */
export function refuseUnstorableText(request: Request, _response: Response, next: NextFunction): void {
  if (request.originalUrl.includes('%00')) {
    return next(
      new ProblemException(400, {
        code: 'invalidPath',
        detail: 'The character U+0000 (%00) cannot be part of a path or query.',
      }),
    );
  }
  next(unstorableText(bodyAsSent(request), request.body));
}

/** The problem of a JSON body that holds text which cannot be stored; undefined where all of it can. */
export function unstorableText(bytes: Buffer, body: unknown): ProblemException | undefined {
  // In valid JSON such a character is always written as an escape, so most bodies need no second look.
  const path = bytes.includes('\\u') ? pathOfUnstorable(body) : undefined;
  if (path === undefined) return undefined;
  const detail = 'This text holds U+0000 or half of a surrogate pair, which cannot be stored. Take it out.';
  return new ProblemException(422, { code: 'invalidBody', detail, errors: [{ pointer: pointerOf(path), detail }] });
}

function pathOfUnstorable(body: unknown): readonly string[] | undefined {
  const open: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: body, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !isStorable(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!isStorable(key)) return path;
      // No body is as deep as this; its schema will refuse it.
      if (path.length < 20) open.push({ value: inner, path: [...path, key] });
    }
  }
  return undefined;
}
