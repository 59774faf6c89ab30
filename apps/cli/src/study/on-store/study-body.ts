import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { messageOf, UsageError } from '../../failures';
import { variantsOf } from '../variants';
import type { StoreStudyOptions } from './store-options';

type Json = Readonly<Record<string, unknown>>;

const models: Readonly<Record<string, string>> = {
  market: 'market',
  'market-adjusted': 'marketAdjusted',
  'mean-adjusted': 'meanAdjusted',
  factors: 'factors',
  'scholes-williams': 'scholesWilliams',
  dimson: 'dimson',
};

const values = { return: 'return', 'log-volume': 'logVolume', volatility: 'volatility' } as const;

/**
 * The body of POST /v1/event-studies that the options say. What stands in the file of --selection holds, unless an option
 * says otherwise; what neither says is left to the server's defaults.
 */
export async function studyBody(options: StoreStudyOptions, given: ReadonlySet<string>): Promise<Json> {
  const file = options.selection === undefined ? {} : await readJson(options.selection);
  const base = 'selection' in file || options.selection === undefined ? file : { selection: file };
  const selected = defined(selectionOf(options));
  const selection = { ...((base['selection'] as Json | undefined) ?? {}), ...selected };
  return { ...base, ...defined(choicesOf(options, given)), selection };
}

function selectionOf(options: StoreStudyOptions): Json {
  const { kinds, instruments, announcements, roles, timings, sectors, periods, from, to } = options;
  return { kinds, instruments, announcements, roles, timings, sectors, periods, from, to };
}

/** An option that was not given says nothing, whatever its default on files. */
function choicesOf(options: StoreStudyOptions, given: ReadonlySet<string>): Json {
  const { model, window, exclude, minDays, value, logReturns, factors, benchmark } = options;
  const { permutations, bootstrap, seed, confidence, tradeToTrade, by: groupBy, asOf, asRecorded } = options;
  const ifGiven = <Value>(name: string, choice: Value) => (given.has(name) ? choice : undefined);
  return {
    ...{
      factors,
      benchmark,
      tradeToTrade,
      groupBy,
      permutations,
      bootstrap,
      asOf,
      asRecorded,
      windows: window,
      minEstimationDays: minDays,
    },
    model: model === undefined ? undefined : models[model],
    value: ifGiven('value', value && values[value]),
    returns: logReturns === true ? 'log' : undefined,
    variants: VARIANTS.some((name) => given.has(name)) ? variantsOf(options, 'eventOverlap') : undefined,
    screens: exclude === undefined ? undefined : Object.fromEntries(exclude.map((name) => [name, 'exclude'])),
    seed: ifGiven('seed', seed),
    confidence: ifGiven('confidence', confidence),
  };
}

const VARIANTS = ['patellWindow', 'crudeDependence', 'bmp', 'crossCorrelation'];

function defined(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

async function readJson(file: string): Promise<Json> {
  const name = file === '-' ? 'standard input' : file;
  const content = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((error: unknown) => {
    throw new UsageError(`--selection: ${name} cannot be read: ${messageOf(error)}`);
  });
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  } catch (error) {
    throw new UsageError(`--selection: ${name} is no JSON: ${messageOf(error)}`);
  }
  throw new UsageError(`--selection: ${name} must hold an object: a selection, or the body of POST /v1/event-studies`);
}
