import { DividendRecorded, type InstrumentId } from '@streakline/events';
import { type Decider, refuseFor } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { type Dividend, instrumentFold, type InstrumentState } from '../identity/instrument-state';
import { afterDelistingFault } from '../sessions/after-delisting';
import { sessionFault } from '../sessions/calendar-fault';
import type { RecordDividendBody } from './record-dividend.command';

export interface DividendToDecide {
  readonly instrumentId: InstrumentId;
  readonly exchange: Exchange;
  readonly said: RecordDividendBody;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const recordDividendDecider: Decider<InstrumentState, DividendToDecide> = {
  ...instrumentFold,
  decide({ instrumentId, exchange, said, now }, state) {
    const fault = sessionFault('/exDate', exchange, said.exDate);
    if (fault !== undefined) return refuseFor('invalid', [fault], fault.code);
    const known = dividendOn(said.exDate, state);
    const late = afterDelistingFault('/exDate', said.exDate, 'A dividend', state);
    if (known === undefined && late !== undefined) return refuseFor('conflict', [late], late.code);
    if (known !== undefined && known.amount !== said.amount) {
      const detail = `The dividend of ${known.exDate} is on record as ${known.amount} a share, not ${said.amount}. Give what is on record; two payments of one ex-date are one sum.`;
      return refuseFor(
        'conflict',
        [{ code: 'dividendContradicts', pointer: '/amount', detail }],
        'dividendContradicts',
      );
    }
    // Known from just before it takes effect; one still to come is known since it was recorded.
    const knownAt = Math.min(exchange.hours(said.exDate).open - 1, now);
    return known === undefined ? [DividendRecorded.create({ instrumentId, ...said }, knownAt)] : [];
  },
};

/** The dividend on record for a session. */
export function dividendOn(exDate: string, { dividends }: InstrumentState): Dividend | undefined {
  return dividends.find((dividend) => dividend.exDate === exDate);
}
