import type { CheckedKey } from '../store/api-key-store';

/** As whom a request was let in; null where no key is needed. */
export type Caller = Pick<CheckedKey, 'id' | 'name' | 'scopes'> | null;

const callers = new WeakMap<object, Caller>();
const proven = new WeakMap<object, CheckedKey>();

/** Remembers that a request to the API was let in, and with which key. */
export function admit(request: object, caller: Caller): void {
  callers.set(request, caller);
}

/** Undefined where nobody has let it in. */
export function callerOf(request: object): Caller | undefined {
  return callers.get(request);
}

/** Remembers whose key a request has shown, its secret included, whether or not it was let in. */
export function identify(request: object, key: CheckedKey): void {
  proven.set(request, key);
}

/** The key that a request has shown, revoked and expired ones included; undefined where it has shown none that is known. */
export function keyShownBy(request: object): CheckedKey | undefined {
  return proven.get(request);
}
