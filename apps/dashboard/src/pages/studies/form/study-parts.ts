import { daysText, type Days, type Reading, type Values } from './reading';
import { defined, textsOf } from './selection-request';
import type { EventRequest } from './study-types';

export const groupTraits = [
  'kind',
  'role',
  'timing',
  'period',
  'sector',
  'instrument',
  'year',
  'streakAtBase',
] as const;
export const regressors = ['logMarketCap', 'streakLengthAtBase', 'kind', 'role', 'timing', 'sector', 'year'] as const;
const clusterings = ['instrument', 'day0'] as const;

type Group = NonNullable<EventRequest['groupBy']>;
type Regression = NonNullable<EventRequest['regression']>;
type Regressor = Regression['on'][number];

/** What the events are told apart by. */
export function readGroup(reading: Reading): Group | undefined {
  const by = reading.oneOf('groupBy', [...groupTraits, 'surprise', 'size']);
  const detail = reading.text('groupDetail');
  if (by === undefined) return undefined;
  if (by === 'size') return { size: readBounds(reading) };
  if (by === 'sector') return detail === undefined ? 'sector' : { sector: detail };
  if (by !== 'surprise') return by;
  if (detail === undefined) reading.refuse('groupDetail', 'Name the metric, such as eps.');
  return { surprise: detail ?? '', ...defined({ basis: reading.text('groupBasis') }) };
}

function readBounds(reading: Reading): readonly number[] {
  const bounds = (reading.list('groupDetail') ?? []).map(Number);
  const isUsable = bounds.length > 0 && bounds.length <= 9 && bounds.every((bound) => bound > 0);
  if (!isUsable) reading.refuse('groupDetail', 'Write one to nine market caps above zero, apart by commas.');
  return bounds;
}

/** What CARs are explained by; the window is one of those of the study. */
export function readRegression(reading: Reading, windows: readonly Days[]): Regression | undefined {
  const surprise = reading.text('regressSurprise');
  const on: readonly Regressor[] = [
    ...(reading.someOf('regressOn', regressors) ?? []),
    ...(surprise === undefined ? [] : [{ surprise }]),
  ];
  if (on.length === 0) return undefined;
  const window = reading.days('regressWindow') ?? { from: 0, to: 1 };
  if (!windows.some(({ from, to }) => from === window.from && to === window.to)) {
    reading.refuse('regressWindow', 'Take one of the windows above.');
  }
  return { window, on, cluster: reading.someOf('cluster', clusterings) ?? [] };
}

/** The moment of the world, and the position of the store, that a study is asked at. */
export function readMoment(reading: Reading): { asOf?: string; position?: number } {
  const asOf = reading.text('known');
  const isMoment = asOf === undefined || /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/.test(asOf);
  if (!isMoment) reading.refuse('known', 'Write a date (2026-02-06) or an instant (2026-02-06T21:00:00Z).');
  return defined({ asOf, position: reading.integer('position', { least: 0, most: Number.MAX_SAFE_INTEGER }) });
}

export function valuesOfGroup(group: Group | undefined): Values {
  if (group === undefined) return {};
  if (typeof group === 'string') return { groupBy: group };
  if ('sector' in group) return { groupBy: 'sector', groupDetail: group.sector };
  if ('size' in group) return { groupBy: 'size', groupDetail: group.size.join(', ') };
  return { groupBy: 'surprise', ...textsOf({ groupDetail: group.surprise, groupBasis: group.basis }) };
}

export function valuesOfRegression(regression: Regression | undefined): Values {
  if (regression === undefined) return {};
  const surprise = regression.on.find((one) => typeof one === 'object' && 'surprise' in one);
  return {
    regressOn: regression.on.filter((one) => typeof one === 'string').join(','),
    regressWindow: daysText(regression.window),
    cluster: regression.cluster.join(','),
    ...(typeof surprise === 'object' && 'surprise' in surprise && { regressSurprise: surprise.surprise }),
  };
}
