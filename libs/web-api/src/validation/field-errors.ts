import type { FieldError } from '@streakline/event-store';
import type { z } from 'zod';
import { pointerOf } from '../problems/pointer';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, by field. An unknown field is pointed at itself, not at the object that holds it. */
export function fieldErrorsOf(error: z.ZodError, value: unknown): readonly FieldError[] {
  return error.issues.flatMap((issue) => fieldErrors(issue, [], value));
}

function fieldErrors(issue: Issue, base: readonly PropertyKey[], value: unknown): readonly FieldError[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...path, key]),
      detail: `There is no field "${key}" here. Leave it out, or mend its name.`,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return closestBranch(issue.errors).flatMap((inner) => fieldErrors(inner, path, value));
  return [{ pointer: pointerOf(path), detail: isMissing(value, path) ? sentenceOfMissing(issue) : sentence(issue) }];
}

/** Of a union's branches the one that the value was most likely meant for: the one with the fewest complaints. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce((best, branch) => (branch.length < best.length ? branch : best));
}

/** Zod's own messages end without a full stop, those of our schemas with one. */
function sentence({ message }: Issue): string {
  return message.endsWith('.') ? message : `${message}.`;
}

function sentenceOfMissing(issue: Issue): string {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value' ? 'This field is needed.' : sentence(issue);
}

/** Whether nothing was said there. Of a text that a schema took apart by itself (`a,b`) something was. */
function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const step of path) {
    if (at === undefined) return true;
    if (typeof at !== 'object' || at === null) return false;
    at = Reflect.get(at, step);
  }
  return at === undefined;
}
