import type { components } from '@streakline/client';
import type { AskedRun } from './result';

export type BacktestRequest = components['schemas']['BacktestRequest'];

/** A field of the settings, as the form shows it. */
export interface SettingField {
  /** Within `settings`: initialCash, costs.slippageRate. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'number' | 'text' | 'refs' | 'flag' | 'auction';
  readonly hint: string;
}

/** What most runs say. */
export const SPAN_FIELDS: readonly SettingField[] = [
  { name: 'from', label: 'From', kind: 'text', hint: 'First date traded: YYYY-MM-DD' },
  { name: 'to', label: 'To', kind: 'text', hint: 'The date after the last one traded' },
  { name: 'universe', label: 'Instruments', kind: 'refs', hint: 'XNAS:AMZN, XNAS:AAPL; empty: all of the currency' },
];

/** What has a default that is good to begin with. */
export const FURTHER_FIELDS: readonly SettingField[] = [
  { name: 'benchmark', label: 'Benchmark', kind: 'text', hint: "Default: most instruments' market benchmark" },
  { name: 'currency', label: 'Currency', kind: 'text', hint: 'Default: that of most instruments' },
  { name: 'initialCash', label: 'Initial cash', kind: 'number', hint: 'Default 1,000,000' },
  { name: 'fillAt', label: 'Fill at', kind: 'auction', hint: 'Where an order does not say' },
  { name: 'latencyMs', label: 'Latency, ms', kind: 'number', hint: 'Before an auction; default 300000' },
  { name: 'maxVolumeShare', label: 'Most of the volume', kind: 'number', hint: 'Fraction; default 0.05' },
  { name: 'leverage', label: 'Leverage', kind: 'number', hint: 'Times the equity; default 1' },
  { name: 'costs.commissionRate', label: 'Commission', kind: 'number', hint: 'Of the value; default 0.0005' },
  { name: 'costs.commissionMinimum', label: 'Least commission', kind: 'number', hint: 'Per order; default 1' },
  { name: 'costs.slippageRate', label: 'Slippage', kind: 'number', hint: 'Of the price; default 0.0005' },
  { name: 'costs.borrowRate', label: 'Borrow rate', kind: 'number', hint: 'A year; default 0.03' },
  { name: 'costs.cashRate', label: 'Rate on cash', kind: 'number', hint: 'A year; default 0' },
  { name: 'costs.debitRate', label: 'Rate on debts', kind: 'number', hint: 'A year; default 0.06' },
  { name: 'riskFreeRate', label: 'Risk-free rate', kind: 'number', hint: 'A year; default 0' },
  {
    name: 'delistingReturn',
    label: 'Delisting return',
    kind: 'number',
    hint: 'Where no cash is on record; default -0.3',
  },
  { name: 'seed', label: 'Seed', kind: 'number', hint: 'Of random numbers; default 1' },
  { name: 'allowShort', label: 'Allow short sales', kind: 'flag', hint: 'Default: allowed' },
  { name: 'fractionalShares', label: 'Fractions of shares', kind: 'flag', hint: 'Default: whole shares' },
];

const FIELDS = [...SPAN_FIELDS, ...FURTHER_FIELDS];
/** Flags that are on where nobody says otherwise. */
const ON = ['allowShort'];

export type ParamValue = number | boolean | string;

/** The form as it stands: texts as typed, flags. A parameter `x` is `params.x`, a setting its name. */
export type Draft = Readonly<Record<string, string | boolean>>;

export function pointerOf(name: string): string {
  return name.startsWith('params.') ? '/params' : `/settings/${name.replaceAll('.', '/')}`;
}

export const POINTERS: readonly string[] = ['/strategy', ...FIELDS.map(({ name }) => pointerOf(name))];

export type Ask =
  | { readonly request: BacktestRequest; readonly errors: null }
  /** What is wrong, by the name of its field. */
  | { readonly request: null; readonly errors: Readonly<Record<string, string>> };

/** The body of POST /v1/backtests; only what is no number where one is wanted is told here, the rest by the server. */
export function askOf(strategy: string, defaults: Readonly<Record<string, ParamValue>>, draft: Draft): Ask {
  const errors: Record<string, string> = {};
  const numberOf = (name: string, text: string) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
      errors[name] = `${text.trim() || 'Nothing'} is no number: write it like 0.05.`;
    return value;
  };
  const params: Record<string, ParamValue> = {};
  for (const [name, value] of Object.entries(defaults)) {
    const typed = draft[`params.${name}`] ?? value;
    const chosen = typeof value === 'number' ? numberOf(`params.${name}`, String(typed)) : typed;
    if (chosen !== value) params[name] = chosen;
  }
  const settings: Record<string, unknown> = {};
  for (const field of FIELDS) {
    const value = settingOf(field, draft[field.name], numberOf);
    if (value !== undefined) place(settings, field.name, value);
  }
  if (Object.keys(errors).length > 0) return { request: null, errors };
  return { request: { strategy, params, settings } as unknown as BacktestRequest, errors: null };
}

/** Undefined: left to its default. */
function settingOf(
  { name, kind }: SettingField,
  typed: string | boolean | undefined,
  numberOf: (name: string, text: string) => number,
): unknown {
  if (typeof typed === 'boolean') return typed === ON.includes(name) ? undefined : typed;
  const text = typed?.trim() ?? '';
  if (text === '') return undefined;
  if (kind === 'number') return numberOf(name, text);
  return kind === 'refs' ? text.split(/[\s,;]+/).filter((ref) => ref !== '') : text;
}

function place(settings: Record<string, unknown>, name: string, value: unknown): void {
  const [outer = '', inner] = name.split('.');
  if (inner === undefined) settings[outer] = value;
  else settings[outer] = { ...(settings[outer] as object | undefined), [inner]: value };
}

export function isOnByDefault(name: string): boolean {
  return ON.includes(name);
}

/** The form that asks for a run again. */
export function draftOf({ params, settings }: AskedRun): Draft {
  const draft: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(params)) draft[`params.${name}`] = typed(value);
  for (const { name } of FIELDS) {
    const [outer = '', inner] = name.split('.');
    const held = settings[outer];
    const value = inner === undefined ? held : (held as Record<string, unknown> | undefined)?.[inner];
    if (value !== undefined && value !== null) draft[name] = typed(value);
  }
  return draft;
}

function typed(value: unknown): string | boolean {
  if (typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
