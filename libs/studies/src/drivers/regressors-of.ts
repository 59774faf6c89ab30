import type { Regressor as RegressorColumn } from '@streakline/event-study';
import type { Regressor } from '../request/traits';
import type { EventTraits } from '../selection/event-traits';
import { sectorIn } from './sector-in';
import { type FigureChoice, figureIn, measureIn, surpriseIn } from './surprise-in';

/** Columns for the events that have all that is asked, and what the others lack. */
export interface RegressorColumns {
  /** Places, in the list given, of the events that have everything. */
  readonly rows: readonly number[];
  /** In the order of `rows`. */
  readonly columns: readonly RegressorColumn[];
  /** How many events lack a trait, by its name; only those that some lack. */
  readonly lacking: Readonly<Record<string, number>>;
  /** How many of those lack it because they have several figures that it could mean: a basis or a period tells which. */
  readonly ambiguous: Readonly<Record<string, number>>;
}

/** Numbers and names out of the traits of events; a trait with names makes a column of 0 and 1 for each name but the first. */
export function regressorsOf(traits: readonly EventTraits[], on: readonly Regressor[]): RegressorColumns {
  const asked = on.map((regressor) => ({
    name: nameOf(regressor),
    values: traits.map((one) => valueOf(one, regressor)),
  }));
  const rows = [...traits.keys()].filter((row) => asked.every(({ values }) => values[row] !== null));
  const lacking = counted(asked.map(({ name, values }) => [name, values.filter((value) => value === null).length]));
  const ambiguous = counted(on.map((regressor) => [nameOf(regressor), ambiguousAmong(traits, regressor)]));
  return { rows, lacking, ambiguous, columns: asked.flatMap((one) => columnsOf(one, rows)) };
}

function counted(counts: readonly (readonly [name: string, count: number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function ambiguousAmong(traits: readonly EventTraits[], regressor: Regressor): number {
  const choice = choiceOf(regressor);
  return choice === null ? 0 : traits.filter((one) => figureIn(one, choice).found === 'several').length;
}

/** The figure that a regressor means; null for a trait that is none. */
function choiceOf(regressor: Regressor): FigureChoice | null {
  if (typeof regressor === 'string' || 'sector' in regressor) return null;
  const { basis, period } = regressor;
  return { metric: 'surprise' in regressor ? regressor.surprise : regressor.measure, basis, period };
}

type Value = number | string | null;

function columnsOf(
  { name, values }: { name: string; values: readonly Value[] },
  rows: readonly number[],
): RegressorColumn[] {
  const present = rows.map((row) => values[row]!);
  if (present.every((value) => typeof value === 'number')) return [{ name, values: Float64Array.from(present) }];
  const levels = [...new Set(present.map(String))].sort();
  return levels.slice(1).map((level) => ({
    name: `${name}=${level}`,
    values: Float64Array.from(present, (value) => (String(value) === level ? 1 : 0)),
  }));
}

function nameOf(regressor: Regressor): string {
  if (typeof regressor === 'string') return regressor;
  if ('sector' in regressor) return `sector(${regressor.sector})`;
  const [kind, metric] =
    'surprise' in regressor ? (['surprise', regressor.surprise] as const) : (['measure', regressor.measure] as const);
  return `${kind}(${[metric, regressor.basis, regressor.period].filter((one) => one !== undefined).join(', ')})`;
}

function valueOf(traits: EventTraits, regressor: Regressor): Value {
  if (typeof regressor !== 'string') {
    if ('sector' in regressor) return sectorIn(traits, regressor.sector);
    if ('surprise' in regressor) return surpriseIn(traits, { ...regressor, metric: regressor.surprise });
    return measureIn(traits, { ...regressor, metric: regressor.measure });
  }
  switch (regressor) {
    case 'logMarketCap':
      return traits.marketCap === null || traits.marketCap <= 0 ? null : Math.log(traits.marketCap);
    case 'streakLengthAtBase':
      return signedLength(traits);
    case 'sector':
      return sectorIn(traits);
    case 'year':
      return traits.day0?.slice(0, 4) ?? null;
    default:
      return traits[regressor];
  }
}

/** Sessions that the close had been rising for, or falling (below zero), at base. */
function signedLength({ streakAtBase }: EventTraits): number {
  if (streakAtBase === null) return 0;
  return streakAtBase.direction === 'rising' ? streakAtBase.length : -streakAtBase.length;
}
