import { type Dossier, namesEver } from '@streakline/dossiers';
import type { Row, Table } from '@streakline/projections';

/** Every instrument that a symbol on an exchange was ever given to: who may have held it at a past moment. */
export const symbolHoldersTable: Table = {
  name: 'symbol_holders',
  columns: { mic: 'text', symbol: 'text', instrument_id: 'text' },
  primaryKey: ['mic', 'symbol', 'instrument_id'],
};

export function symbolHolderRows(dossier: Dossier): readonly Row[] {
  const names = namesEver(dossier).map(({ mic, symbol }) => ({ mic, symbol, instrument_id: dossier.instrumentId }));
  return [...new Map(names.map((row) => [`${row.mic}:${row.symbol}`, row])).values()];
}
