import { cikOf } from '@streakline/edgar';
import type { EventStore } from '@streakline/event-store';
import { type InstrumentId, InstrumentListed } from '@streakline/events';

/** The instruments on record by the CIK of their issuers, of those listed with one. */
export async function issuersOnRecord(store: EventStore): Promise<ReadonlyMap<string, readonly InstrumentId[]>> {
  const ciks = new Map<InstrumentId, string>();
  for await (const events of store.readRaw({ types: [InstrumentListed.name] })) {
    for (const { json } of events) {
      const { instrumentId, cik } = JSON.parse(json) as { instrumentId: InstrumentId; cik?: string };
      const known = cikOf(cik ?? '');
      if (known !== undefined) ciks.set(instrumentId, known);
    }
  }
  const byCik = new Map<string, InstrumentId[]>();
  for (const [instrumentId, cik] of ciks) byCik.set(cik, [...(byCik.get(cik) ?? []), instrumentId]);
  return byCik;
}
