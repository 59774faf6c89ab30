import type { EventRecord, StreaklineClient } from '@streakline/client';
import type { BarRow, CapRow } from './rows';

/** A part of a tape that ended long ago, and the recorded position that it rests on. */
export interface OlderTape {
  readonly bars: readonly BarRow[];
  readonly caps: readonly CapRow[];
  readonly position: number;
}

/** Which part: sessions before `before`, of an instrument. */
export interface OlderPart {
  readonly id: string;
  readonly before: string;
  /** The others whose events change its market caps: the other classes of its issuer's shares. */
  readonly others: readonly string[];
}

interface Call {
  readonly client: StreaklineClient;
  /** Answers must not rest on less. */
  readonly minPosition: number;
  readonly signal: AbortSignal;
}

/** Fetches it, or says that what is here stands: a newest bar, or news of somebody else, leaves twenty years as they were. */
export async function olderTape(part: OlderPart, kept: OlderTape | undefined, call: Call): Promise<OlderTape> {
  if (kept !== undefined && !(await isChanged(part, kept.position, call))) return kept;
  const floor = call.minPosition === 0 ? {} : { minPosition: call.minPosition };
  const asked = {
    path: { ref: part.id },
    query: { to: part.before, limit: 1_000, ...floor },
    signal: call.signal,
  };
  const [bars, caps] = await Promise.all([
    whole(call.client.pages('/v1/instruments/{ref}/bars', asked)),
    whole(call.client.pages('/v1/instruments/{ref}/market-caps', asked)),
  ]);
  return { bars: bars.rows, caps: caps.rows, position: Math.min(bars.position, caps.position) };
}

async function whole<Row>(pages: AsyncIterable<{ readonly data: readonly Row[]; readonly position?: number }>) {
  const rows: Row[] = [];
  let position = Number.POSITIVE_INFINITY;
  for await (const page of pages) {
    rows.push(...page.data);
    position = Math.min(position, page.position ?? 0);
  }
  return { rows, position };
}

/** More events than this at once are not looked at one by one. */
const LOOKED_AT = 100;

async function isChanged({ id, before, others }: OlderPart, after: number, { client, signal }: Call): Promise<boolean> {
  const query = { instruments: [id, ...others], after: String(after), limit: LOOKED_AT };
  const { data, nextCursor } = await client.get('/v1/events', { query, signal });
  return (data.length === LOOKED_AT && nextCursor !== null) || data.some((event) => touches(event, before));
}

/** Whether an event may change sessions before a date. */
export function touches({ type, data }: Pick<EventRecord, 'type' | 'data'>, before: string): boolean {
  if (type.startsWith('Announcement') || type === 'ObservationRecorded') return false;
  const { sessions } = data;
  if (!Array.isArray(sessions)) return true;
  return sessions.some((session) => typeof session !== 'string' || session < before);
}
