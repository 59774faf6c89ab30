import { planted } from '../planted';
import type { News } from './news';

/** What announcements move the price by, log returns by the place of the session. */
export interface Effects {
  /** From the close before to the open. */
  readonly overnight: Float64Array;
  /** From the open to the close. */
  readonly intraday: Float64Array;
}

/**
 * A surprise moves the price on day 0 (before the open, unless it came during the session), then drifts on between opens
 * and closes: whoever buys at the open after day 0 has all of the drift before him.
 */
export function effectsOf(news: readonly News[], sessions: number): Effects {
  const effects = { overnight: new Float64Array(sessions), intraday: new Float64Array(sessions) };
  for (const one of news) {
    if (one.kind === 'takeover') continue;
    const day0 = one.kind === 'earnings' ? planted.earnings.day0 * one.surprise : one.jump;
    effects[one.duringDay0 ? 'intraday' : 'overnight'][one.day0]! += day0;
    if (one.kind === 'earnings') drift(effects.intraday, one.day0, one.surprise);
  }
  return effects;
}

function drift(intraday: Float64Array, day0: number, surprise: number): void {
  const { drift: whole, driftSessions } = planted.earnings;
  const end = Math.min(intraday.length, day0 + 1 + driftSessions);
  for (let place = day0 + 1; place < end; place++) intraday[place]! += (whole * surprise) / driftSessions;
}
