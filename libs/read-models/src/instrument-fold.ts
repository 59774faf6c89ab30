import {
  addEvent,
  bytesOf,
  type Dossier,
  emptyDossier,
  firstDatesOf,
  type Known,
  knownBy,
  marketCapsOf,
  packFacts,
  reactionsOf,
  runsOf,
  timelineOf,
} from '@streakline/dossiers';
import { isInstrumentId, type RecordedEvent } from '@streakline/events';
import { type AnyFold, keyedFold, type Row, type RowsByTable } from '@streakline/projections';
import type { PoolClient } from 'pg';
import { reactionRows, reactionsTable } from './announcement-reactions/announcement-reactions.rows';
import { dossierOf, factsTable, readFacts } from './facts-table';
import { firstFactRows, firstFactsTable } from './first-facts/first-facts.rows';
import { InstrumentState } from './instrument-state';
import { instrumentRows, instrumentsTable } from './instruments/instruments.rows';
import { marketCapRows, marketCapsTable } from './market-caps/market-caps.rows';
import { priceStreakRows, priceStreaksTable } from './price-streaks/price-streaks.rows';
import { streakCountRows, streakCountsTable } from './streak-statistics/streak-counts.rows';
import { symbolHolderRows, symbolHoldersTable } from './symbol-holders-table';
import { symbolRows, symbolsTable } from './symbols-table';
import { timelineRows, timelineTable } from './timelines/timelines.rows';

/** What instrument ids make of their events: facts at rest, the directory, and the four read models of the tape. */
export const instrumentFold: AnyFold = keyedFold<InstrumentState>({
  takes: isInstrumentId,
  empty: (id) => new InstrumentState(emptyDossier(id), new Map()),
  load,
  apply,
  rows: rowsOf,
  sizeOf,
});

function apply(state: InstrumentState, event: RecordedEvent): InstrumentState {
  state.known = undefined;
  for (const year of addEvent(state.dossier, event)) {
    state.touched.set(year, Math.max(state.touched.get(year) ?? 0, event.position));
  }
  return state;
}

function rowsOf(state: InstrumentState): RowsByTable {
  const facts = factRows(state);
  const known = knownBy(state.dossier);
  if (known) state.known = new WeakRef(known);
  return { [factsTable.name]: facts, ...(known ? viewRows(known, state.dossier) : {}) };
}

function factRows({ dossier, packed, touched }: InstrumentState): readonly Row[] {
  for (const [year, position] of touched) {
    const bytes = packFacts(dossier, year);
    if (bytes) packed.set(year, { year, position: Math.max(position, packed.get(year)?.position ?? 0), packed: bytes });
  }
  touched.clear();
  return [...packed.values()].map(({ year, position, packed: bytes }) => ({
    instrument_id: dossier.instrumentId,
    year,
    position,
    packed: bytes,
  }));
}

function viewRows(known: Known, dossier: Dossier): RowsByTable {
  const id = known.instrumentId;
  return {
    [instrumentsTable.name]: instrumentRows(known, dossier),
    [firstFactsTable.name]: firstFactRows(id, firstDatesOf(dossier)),
    [symbolHoldersTable.name]: symbolHolderRows(dossier),
    [symbolsTable.name]: symbolRows(id, known.names),
    [priceStreaksTable.name]: priceStreakRows(id, runsOf(known)),
    [streakCountsTable.name]: streakCountRows(known, dossier),
    [marketCapsTable.name]: marketCapRows(id, marketCapsOf(known)),
    [reactionsTable.name]: reactionRows(id, reactionsOf(known)),
    [timelineTable.name]: timelineRows(id, timelineOf(known)),
  };
}

// A session in market-cap columns and, about every other one, a run of its own.
const BYTES_OF_ROWS_A_BAR = 250;

function sizeOf({ dossier, packed }: InstrumentState): number {
  const bytes = bytesOf(dossier) + dossier.bars.length * BYTES_OF_ROWS_A_BAR;
  return [...packed.values()].reduce((sum, year) => sum + year.packed.length, bytes);
}

async function load(
  client: PoolClient,
  schema: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, InstrumentState>> {
  const states = new Map<string, InstrumentState>();
  for (const [id, years] of await readFacts(client, schema, keys)) {
    const packed = new Map(years.map((facts) => [facts.year, facts]));
    states.set(id, new InstrumentState(dossierOf(id, years), packed));
  }
  return states;
}
