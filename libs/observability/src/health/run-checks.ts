import { setTimeout as wait } from 'node:timers/promises';
import type { CheckResult, HealthCheck } from './health-check';

/** Milliseconds. Whoever asks for readiness wants an answer, not one more thing that hangs. */
const PATIENCE = 2000;

/** Runs all checks at once; one that throws or does not answer is not ready. */
export async function runChecks(checks: readonly HealthCheck[]): Promise<Readonly<Record<string, CheckResult>>> {
  const results = await Promise.all(checks.map(async (check) => [check.name, await runCheck(check)] as const));
  return Object.fromEntries(results);
}

async function runCheck(check: HealthCheck): Promise<CheckResult> {
  const patience = new AbortController();
  const slow = wait(
    PATIENCE,
    { ready: false, detail: `No answer within ${PATIENCE} ms.` },
    { signal: patience.signal },
  );
  // It is aborted as soon as the check has answered: not a failure.
  slow.catch(() => undefined);
  try {
    return await Promise.race([check.check(), slow]);
  } catch {
    // What failed stands in the log of whoever uses it; an open route tells no more than that.
    return { ready: false, detail: 'It cannot be reached.' };
  } finally {
    patience.abort();
  }
}
