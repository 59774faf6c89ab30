import type { Run } from './run';

type Valued = Pick<Run, 'curve' | 'settings'>;

/** A run's value as a multiple of its initial cash, session by session, beside its benchmark from the same start. */
export interface Growth {
  readonly sessions: readonly string[];
  readonly net: readonly number[];
  readonly gross: readonly number[];
  /** Null where the benchmark has no bar; null as a whole where the run has no benchmark. */
  readonly benchmark: readonly (number | null)[] | null;
}

export function growthOf({ curve, settings: { initialCash } }: Valued): Growth {
  return {
    sessions: curve.sessions,
    net: curve.equity.map((value) => value / initialCash),
    gross: curve.grossEquity.map((value) => value / initialCash),
    benchmark: curve.benchmark,
  };
}

/** Value over its greatest so far, the start's 1 among them, less one: 0 at a peak, negative below it. */
export function underwater(values: readonly (number | null)[]): readonly (number | null)[] {
  let peak = 1;
  return values.map((value) => {
    if (value === null) return null;
    peak = Math.max(peak, value);
    return value / peak - 1;
  });
}

/** Returns from one session to the next; the first from the start. Null beside a session without a value. */
export function returnsOf(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value, at) => {
    const before = at === 0 ? 1 : (values[at - 1] ?? null);
    return value === null || before === null || before <= 0 ? null : value / before - 1;
  });
}

/** What a logarithmic axis can show. */
export function aboveZero(values: readonly (number | null)[]): readonly (number | null)[] {
  return values.map((value) => (value !== null && value > 0 ? value : null));
}

/** Two curves on the sessions of both; where one has no session within its span, its last value stands. */
export function aligned(
  a: Pick<Growth, 'sessions' | 'net'>,
  b: Pick<Growth, 'sessions' | 'net'>,
): {
  readonly sessions: readonly string[];
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
} {
  const sessions = [...new Set([...a.sessions, ...b.sessions])].sort();
  return { sessions, a: onSessions(sessions, a), b: onSessions(sessions, b) };
}

function onSessions(sessions: readonly string[], curve: Pick<Growth, 'sessions' | 'net'>): readonly (number | null)[] {
  const values = new Map(curve.sessions.map((session, at) => [session, curve.net[at] ?? null]));
  const end = curve.sessions.at(-1) ?? '';
  let last: number | null = null;
  return sessions.map((session) => {
    last = values.get(session) ?? last;
    return session > end ? null : last;
  });
}
