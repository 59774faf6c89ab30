import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPanel, complete, type ModelName, type Panel, type PanelOptions, type StudyEvent } from '../src/index';

/**
 * A small case of our own: 8 firms, 3 factors, 11 events, made by a seeded generator with fat tails, ties, zero returns,
 * gaps in both windows, repeated firms and overlapping windows. The answers come from another program: written in
 * Python from the papers' formulas, with numpy, scipy and statsmodels. `expected.json` has one study a model in the
 * form of `streakline study run --json`, `extras.json` what that form has no room for.
 */
const FOLDER = join(__dirname, 'synthetic-case');

export const expectedStudies = json<Record<ExpectedModel, ExpectedStudy>>('expected.json');
export const expectedExtras = json<ExpectedExtras>('extras.json');

/** As the files name the models, and as the library does. */
export const modelNames = {
  market: 'market',
  marketAdj: 'marketAdjusted',
  meanAdj: 'meanAdjusted',
  factor: 'factors',
} as const satisfies Record<string, ModelName>;
export type ExpectedModel = keyof typeof modelNames;

const EVENT = { from: -2, to: 4 };

/** What all its events have in common. */
export function syntheticOptions(model: ModelName): PanelOptions {
  return { model, estimation: { from: -84, to: -5 }, event: EVENT, windows: [EVENT] };
}

export function syntheticPanel(model: ModelName): Panel {
  return complete(buildPanel(syntheticEvents(), syntheticOptions(model)));
}

/** The events with their firms' returns; the market and two more factors. */
export function syntheticEvents(): readonly StudyEvent[] {
  const rows = table('returns.csv');
  const dates = rows.map((row) => row['date']!);
  const days = Int32Array.from(dates, (date) => Date.parse(date) / 86_400_000);
  const column = (name: string) =>
    Float64Array.from(rows, (row) => (row[name] === '' ? Number.NaN : Number(row[name])));
  const factors = ['MKT', 'SMB', 'HML'].map(column);
  return table('events.csv').map((row) => ({
    id: row['event_id']!,
    firm: row['firm']!,
    group: row['group']!,
    series: { days, returns: column(row['firm']!), factors },
    day0: dates.indexOf(row['event_date']!),
    omittedDays: [],
  }));
}

function table(file: string): readonly Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((text, place) => [names[place]!, text])));
}

function json<Shape>(file: string): Shape {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Shape;
}

export interface ExpectedStudy {
  readonly N: number;
  readonly pHatGsign: number;
  readonly rBarCalendar: number;
  /** Every figure of a day by its name. */
  readonly days: readonly Record<string, unknown>[];
  readonly window: Record<string, unknown>;
  readonly events: readonly {
    readonly eventId: number;
    readonly firm: string;
    readonly M: number;
    readonly coef: readonly number[];
    readonly s: number;
    readonly ar: readonly (number | null)[];
    readonly sar: readonly (number | null)[];
    readonly car: number;
    readonly scar: number;
    readonly Cwin: number;
  }[];
}

interface ExpectedLagged {
  readonly M: number;
  readonly s: number;
  readonly alpha: number;
  readonly beta: number;
  readonly bLag: number;
  readonly b0: number;
  readonly bLead: number;
  readonly ar: readonly (number | null)[];
  readonly forecastFactors: readonly (number | null)[];
  readonly windowFactor: number;
}

export interface ExpectedExtras {
  readonly events: readonly {
    readonly eventId: number;
    readonly scholesWilliams: ExpectedLagged & { readonly rhoM: number };
    readonly dimson: ExpectedLagged;
    readonly bharMarketModel: number;
    readonly bharMarketAdjusted: number;
    readonly ar0: number;
    readonly permutationPDay0: number;
  }[];
  readonly aggregate: {
    readonly n: number;
    readonly abhar: number;
    readonly abharCsectT: number;
    readonly abharSkewT: number;
    readonly precisionWeightedCaar: number;
    readonly calendarTime: {
      readonly days: number;
      readonly alpha: number;
      readonly beta: number;
      readonly alphaSe: number;
      readonly alphaT: number;
      readonly alphaP: number;
      readonly maxFirms: number;
    };
  };
}
