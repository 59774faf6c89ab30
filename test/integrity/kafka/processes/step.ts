/**
 * A step at which a process of a test kills (or freezes) itself: the n-th time it comes to it, before or after doing it. `send` half
 * done is a request of which some partitions' records arrived and the others did not.
 */
export interface Step {
  readonly at: 'send' | 'batch' | 'lock' | 'append' | 'begin' | 'checkpoint' | 'commit';
  readonly when: 'before' | 'after' | 'half';
  readonly nth: number;
  /** Default SIGKILL. SIGSTOP freezes it there, until somebody sends SIGCONT: only before a statement. */
  readonly signal?: 'SIGKILL' | 'SIGSTOP';
}

/** What a process of a test is started with, as JSON in its first argument. */
export interface ProcessSettings {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly prefix: string;
  readonly step: Step | null;
  /** Of the projectors' group; default the prefix. */
  readonly groupPrefix?: string;
  /** How long its groups wait for a sign of life of it, in milliseconds; default the libs'. */
  readonly sessionTimeout?: number;
  /** Events a transaction, at most. */
  readonly maxBatch?: number;
}

export function sayStep({ at, when, nth }: Step): string {
  return when === 'half' ? `half-way through the ${nth}. ${at}` : `${when} the ${nth}. ${at}`;
}
