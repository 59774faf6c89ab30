import {
  BenchmarkAssigned,
  InstrumentClassified,
  InstrumentListed,
  type InstrumentId,
  type NewEvent,
  SymbolAssigned,
} from '@streakline/events';
import type { Company } from '../company/company';
import { industryNames } from '../returns/market-factors';

export interface Listed {
  readonly instrumentId: InstrumentId;
  readonly mic: string;
  readonly symbol: string;
  readonly name: string;
}

/** Listed, and found by its symbol, from an instant on. */
export function listed({ instrumentId, mic, symbol, name }: Listed, at: number): readonly NewEvent[] {
  return [
    InstrumentListed.create({ instrumentId, symbol, mic, name, currency: 'USD' }, at),
    SymbolAssigned.create({ symbol, mic, instrumentId }, at),
  ];
}

/** What a company is compared with, and its industry. */
export function placed(
  { instrumentId, industry }: Company,
  benchmarkId: InstrumentId,
  at: number,
): readonly NewEvent[] {
  const name = industryNames[industry]!;
  const sector = { instrumentId, scheme: 'industry', code: `I${String(industry + 1).padStart(2, '0')}`, name };
  return [
    BenchmarkAssigned.create({ instrumentId, benchmarkId, role: 'market' }, at),
    InstrumentClassified.create(sector, at),
  ];
}
