import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../logs/create-log';
import type { CheckResult, HealthCheck } from './health-check';

/** Milliseconds. Whoever asks for readiness wants an answer, not one more thing that hangs. */
const PATIENCE = 2000;

/** Checks that could not be asked the last time: each is logged when that begins and ends, not at every probe. */
const failing = new WeakSet<HealthCheck>();

/** Runs all checks at once; one that throws or does not answer is not ready, and the log says why. */
export async function runChecks(
  checks: readonly HealthCheck[],
  log: Log,
): Promise<Readonly<Record<string, CheckResult>>> {
  const results = await Promise.all(checks.map(async (check) => [check.name, await runCheck(check, log)] as const));
  return Object.fromEntries(results);
}

async function runCheck(check: HealthCheck, log: Log): Promise<CheckResult> {
  const patience = new AbortController();
  const slow = wait(PATIENCE, undefined, { signal: patience.signal });
  // It is aborted as soon as the check has answered: not a failure.
  slow.catch(() => undefined);
  try {
    const result = await Promise.race([check.check(), slow]);
    if (result === undefined) return failed(check, log, undefined, `No answer within ${PATIENCE} ms.`);
    if (failing.delete(check)) log.info({ check: check.name }, 'a health check answers again');
    return result;
  } catch (err) {
    // An open route tells no more than that; the log has the rest.
    return failed(check, log, err, 'It cannot be reached.');
  } finally {
    patience.abort();
  }
}

function failed(check: HealthCheck, log: Log, err: unknown, detail: string): CheckResult {
  if (!failing.has(check)) log.warn({ err, check: check.name, detail }, 'a health check fails');
  failing.add(check);
  return { ready: false, detail };
}
