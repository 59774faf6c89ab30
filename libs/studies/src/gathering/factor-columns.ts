import { type Cut, type Known, knownBy } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';
import { dossierOf, readFacts } from '@streakline/read-models';
import { sessionDays } from './session-days';
import { type ValueOptions, valuesOf } from './values-of';

interface Factor {
  readonly table: Known['table'];
  /** By ordinal of its own exchange. */
  readonly values: Float64Array;
  /** The same by ordinal of other exchanges. */
  readonly byTable: Map<Known['table'], Float64Array>;
}

/** Factors kept; one takes some 100 kB. A study has a few, one of sector benchmarks some dozens. */
const MOST_FACTORS = 128;

/**
 * Returns (or what else a study is about) of benchmarks and factors, a column for each exchange whose instruments they
 * explain, aligned by the sessions' dates: all events of an exchange share it.
 */
export class FactorColumns {
  private readonly factors = new Map<string, Factor | null>();

  constructor(
    private readonly view: ReadView,
    private readonly cut: Cut,
    private readonly options: ValueOptions,
  ) {}

  /** By ordinal of `table`; null where nothing is known of the instrument. */
  async column(instrumentId: string, table: Known['table']): Promise<Float64Array | null> {
    let factor = this.factors.get(instrumentId);
    if (factor === undefined) factor = await this.read(instrumentId);
    this.keep(instrumentId, factor);
    if (factor === null) return null;
    if (factor.table === table) return factor.values;
    let aligned = factor.byTable.get(table);
    if (aligned === undefined) factor.byTable.set(table, (aligned = alignedTo(table, factor)));
    return aligned;
  }

  private async read(instrumentId: string): Promise<Factor | null> {
    const { client, schema } = this.view;
    const facts = await readFacts(client, schema, [instrumentId]);
    const known = knownBy(dossierOf(instrumentId, facts.get(instrumentId) ?? []), this.cut);
    if (known === null) return null;
    const values = valuesOf(known, this.options, 0, known.table.sessions.length);
    return { table: known.table, values, byTable: new Map() };
  }

  /** Puts it behind all others, and forgets the first of too many. */
  private keep(instrumentId: string, factor: Factor | null): void {
    this.factors.delete(instrumentId);
    this.factors.set(instrumentId, factor);
    if (this.factors.size <= MOST_FACTORS) return;
    for (const oldest of this.factors.keys()) {
      this.factors.delete(oldest);
      return;
    }
  }
}

function alignedTo(table: Known['table'], factor: Factor): Float64Array {
  const days = sessionDays(table);
  const aligned = new Float64Array(days.length);
  // Ordinal -1, a day without a session there, has no value.
  for (let i = 0; i < days.length; i++) aligned[i] = factor.values[factor.table.ordinalOn(days[i]!)] ?? Number.NaN;
  return aligned;
}
