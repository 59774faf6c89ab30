import { buildSessionTable } from './build-session-table';
import { UnknownExchangeError } from './calendar-errors';
import type { Exchange } from './exchange';
import type { ExchangeCalendar } from './exchange-calendar';
import { arcx } from './exchanges/arcx';
import { xasx } from './exchanges/xasx';
import { xetr } from './exchanges/xetr';
import { xhkg } from './exchanges/xhkg';
import { xlon } from './exchanges/xlon';
import { xnas } from './exchanges/xnas';
import { xnys } from './exchanges/xnys';
import { xtks } from './exchanges/xtks';
import { xtse } from './exchanges/xtse';
import { TableExchange } from './table-exchange';

const calendars: readonly ExchangeCalendar[] = [xnys, xnas, arcx, xlon, xetr, xtse, xtks, xhkg, xasx];
const calendarByMic = new Map(calendars.map((calendar) => [calendar.mic, calendar]));
const built = new Map<string, Exchange>();

/** MICs (ISO 10383) of the exchanges whose sessions are known. */
export const exchanges: readonly string[] = [...calendarByMic.keys()];

/**
 * The exchange with a MIC, always the same object. Its table is built at the first call (some 10 ms). Throws
 * UnknownExchangeError.
 */
export function exchange(mic: string): Exchange {
  const known = built.get(mic);
  if (known !== undefined) return known;
  const calendar = calendarByMic.get(mic);
  if (calendar === undefined) throw new UnknownExchangeError(mic, exchanges);
  const fresh = new TableExchange(buildSessionTable(calendar));
  built.set(mic, fresh);
  return fresh;
}
