import type { TypedIn } from './type-in';

/** A Streakline that the demo has started, whatever it is made of. */
export interface DemoSystem {
  /** Where commands go. */
  readonly intakeUrl: string;
  /** Where questions go. */
  readonly queryUrl: string;
  /** Rejects when a part of it ends without being asked to. */
  readonly failed: Promise<never>;
  /** Tells it the whole example; resolves when all of it can be read. */
  typeIn(): Promise<TypedIn>;
  /** What a reader may try while it stays up. */
  readonly tries: readonly string[];
  /** Stops all of it and removes what it left elsewhere. */
  close(): Promise<void>;
}

/** What whoever starts one says of it. */
export interface DemoSystemOptions {
  /** Empty, or of an earlier demo; the caller's affair afterwards. */
  readonly dataDir: string;
  /** Of the API for reading. */
  readonly port: number;
  /** Of the built dashboard, which answers beside that API; left out, none. */
  readonly dashboardFolder?: string | undefined;
  /** Aborts when the user wants it to end. */
  readonly stop: AbortSignal;
  /** Tells the user of what takes time. */
  readonly say: (line: string) => void;
}
