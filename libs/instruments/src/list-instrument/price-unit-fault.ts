import type { Fault } from '@streakline/event-store';

/** What exchanges and vendors call a hundredth of a currency, as if it were one: London's pence, Johannesburg's cents, Tel Aviv's agorot. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['GBX', 'GBP'],
  ['ZAC', 'ZAR'],
  ['ILA', 'ILS'],
]);

/** The fault of /currency where it is a part of one: dividends and market caps would be a hundredfold, and say nothing of it. */
export function priceUnitFault(currency: string): Fault | undefined {
  const whole = PARTS.get(currency);
  if (whole === undefined) return undefined;
  const detail = `${currency} is no currency (ISO 4217) but what prices are given in, 100 to ${whole}. List the instrument in ${whole}, and say by POST /v1/instruments/{ref}/units {"priceUnit": {"name": "${currency}", "perCurrency": 100}} what its prices are in.`;
  return { code: 'priceUnitAsCurrency', pointer: '/currency', detail };
}
