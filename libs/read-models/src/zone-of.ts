import { exchange, exchanges } from '@streakline/market-time';

/** The IANA time zone of the exchange that a name (MIC:SYMBOL, or a MIC alone) is of; null for what names no known exchange. */
export function zoneOf(name: string): string | null {
  const [mic = ''] = name.split(':');
  return exchanges.includes(mic) ? exchange(mic).zone : null;
}
