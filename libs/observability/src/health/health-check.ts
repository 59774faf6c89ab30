/** One part of readiness. `detail` says what is wrong and how to mend it; other members are figures such as a lag. */
export interface CheckResult {
  readonly ready: boolean;
  readonly detail?: string;
  readonly [figure: string]: unknown;
}

export interface HealthCheck {
  readonly name: string;
  check(): Promise<CheckResult>;
}
