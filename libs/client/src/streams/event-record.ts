/** An event as `GET /v1/events` and `GET /v1/stream` give it. */
export interface EventRecord {
  /** Its place in the one order of the store. */
  readonly position: number;
  readonly id: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: string;
  readonly typeVersion: number;
  /** When the fact became public, RFC 3339. */
  readonly knownAt: string;
  /** When the store took it, RFC 3339. */
  readonly recordedAt: string;
  /** What it concerns: instruments and announcements by their ids. */
  readonly keys: readonly string[];
  readonly correlationId: string;
  readonly causationId: string | null;
  /** As the event's schema in docs/contracts/events says. */
  readonly data: Readonly<Record<string, unknown>>;
}
