import type { InstrumentName } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/** Which instrument a symbol on an exchange named, and from when until when (`until` excluded; null: without limit). */
export const symbolsTable: Table = {
  name: 'symbols',
  columns: {
    instrument_id: 'text',
    place: 'integer',
    mic: 'text',
    symbol: 'text',
    valid_from: 'date',
    valid_until: 'date',
  },
  primaryKey: ['instrument_id', 'place'],
  indexes: [{ columns: ['mic', 'symbol'] }],
};

export function symbolRows(instrumentId: string, names: readonly InstrumentName[]): readonly Row[] {
  return names.map(({ symbol, mic, from }, place) => ({
    instrument_id: instrumentId,
    place,
    mic,
    symbol,
    valid_from: from,
    valid_until: names[place + 1]?.from ?? null,
  }));
}
