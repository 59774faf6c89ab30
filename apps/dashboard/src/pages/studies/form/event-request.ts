import { models, screens, studied } from '../words/names';
import { testNames } from '../words/tests';
import { type Days, daysText, type FormProblems, Reading, type Values } from './reading';
import { defined, readSelection, selectionDefaults, textsOf, valuesOfSelection } from './selection-request';
import { readGroup, readMoment, readRegression, valuesOfGroup, valuesOfRegression } from './study-parts';
import { kinds } from '../words/names';
import type { EventRequest } from './study-types';

/** The body of the POST: beside the request, the position that it is to rest on. */
export type Asked<Request> = Request & { readonly position?: number };

export interface ReadForm<Request> {
  /** null where something is wrong. */
  readonly request: Asked<Request> | null;
  readonly problems: FormProblems;
}

/** The fields of an event study, with what the API takes where nothing is said. */
export const eventDefaults: Values = {
  ...selectionDefaults,
  ...{ model: 'market', benchmark: '', factors: '', estimation: '-260..-11', minEstimationDays: '120' },
  ...{ event: '-10..20', windows: '0, 0..1, -1..1, -5..5, 0..20' },
  ...{ value: 'return', returns: 'simple', tradeToTrade: '' },
  ...{ tests: '', permutations: '', bootstrap: '', seed: '1', confidence: '95' },
  ...{ patellWindow: 'standardisedCar', crudeDependenceDivisor: 'T-1', bmpDistribution: 't' },
  ...{ crossCorrelation: 'eventOverlap', omit: '', omitKinds: '', omitDays: '0' },
  ...{ groupBy: '', groupDetail: '', groupBasis: '', regressOn: '', regressSurprise: '', regressWindow: '0..1' },
  ...{ cluster: 'instrument,day0', known: '', position: '' },
  ...Object.fromEntries(screens.map(([screen]) => [screenField(screen), 'exclude'])),
};

/** The field of what follows from a screen's suspicion. */
export function screenField(screen: string): string {
  return `screen.${screen}`;
}

const MOST_DRAWS = { least: 99, most: 100_000 };
const MOST_EVENT_DAYS = 501;
const WEIGHING: readonly string[] = ['market', 'meanAdjusted', 'factors'];

/** The request that a form asks; its rules are the API's, said before it is asked. */
export function readEventForm(values: Values): ReadForm<EventRequest> {
  const reading = new Reading(values);
  const nowhere = { from: 0, to: 0 };
  const model = reading.oneOf('model', valuesIn(models)) ?? 'market';
  const days = {
    estimation: reading.days('estimation') ?? nowhere,
    event: reading.days('event') ?? nowhere,
    windows: reading.windows('windows'),
    minEstimationDays: reading.integer('minEstimationDays', { least: 10, most: 2_000 }) ?? 120,
  };
  if (Object.keys(reading.problems).length === 0) checkDays(reading, days);
  checkModel(reading, model);
  const request = {
    selection: readSelection(reading),
    ...{ model, ...days },
    ...readStudied(reading),
    ...readTests(reading),
    ...defined({ benchmark: reading.text('benchmark'), factors: reading.list('factors') }),
    ...defined({ omitFromEstimation: readOmission(reading), groupBy: readGroup(reading) }),
    ...defined({ regression: readRegression(reading, days.windows) }),
    screens: readScreens(reading),
    ...readMoment(reading),
  };
  const { problems } = reading;
  return { request: Object.keys(problems).length === 0 ? request : null, problems };
}

function checkDays(
  reading: Reading,
  {
    estimation,
    event,
    windows,
    minEstimationDays,
  }: Pick<EventRequest, 'estimation' | 'event' | 'windows'> & { readonly minEstimationDays: number },
): void {
  if (estimation.to >= event.from) {
    reading.refuse('estimation', `It must end before the event window begins on day ${event.from}.`);
  }
  if (event.to - event.from >= MOST_EVENT_DAYS) reading.refuse('event', `It may have ${MOST_EVENT_DAYS} days at most.`);
  const outside = windows.find(({ from, to }) => from < event.from || to > event.to);
  if (outside !== undefined) {
    reading.refuse('windows', `${daysText(outside)} lies outside of the event window, ${daysText(event)}.`);
  }
  const length = estimation.to - estimation.from + 1;
  if (length < minEstimationDays) reading.refuse('minEstimationDays', `The estimation window has ${length} days only.`);
}

function checkModel(reading: Reading, model: EventRequest['model']): void {
  const hasFactors = reading.flag('factors');
  if (model === 'factors' && !hasFactors) reading.refuse('factors', 'The factor model needs a factor at least.');
  if (model !== 'factors' && hasFactors) reading.refuse('factors', 'Only the factor model takes factors.');
  if (model === 'meanAdjusted' && reading.flag('benchmark')) {
    reading.refuse('benchmark', 'The mean-adjusted model has no benchmark.');
  }
  if (reading.text('value') !== 'return' && reading.text('returns') === 'log') {
    reading.refuse('returns', 'Only returns can be logarithms of returns.');
  }
  if (reading.flag('tradeToTrade') && (reading.text('value') !== 'return' || !WEIGHING.includes(model))) {
    reading.refuse('tradeToTrade', 'Only with returns, and the market, mean-adjusted or factor model.');
  }
}

function readStudied(reading: Reading): Pick<EventRequest, 'value' | 'returns' | 'tradeToTrade'> {
  return {
    value: reading.oneOf('value', valuesIn(studied)) ?? 'return',
    returns: reading.oneOf('returns', ['simple', 'log']) ?? 'simple',
    tradeToTrade: reading.flag('tradeToTrade'),
  };
}

function readTests(reading: Reading) {
  const percent = reading.number('confidence', { least: 50.1, most: 99.9 }) ?? 95;
  return {
    ...defined({ tests: reading.someOf('tests', testNames) }),
    variants: {
      patellWindow: reading.oneOf('patellWindow', ['standardisedCar', 'sumOfStandardised']) ?? 'standardisedCar',
      crudeDependenceDivisor: reading.oneOf('crudeDependenceDivisor', ['T-1', 'T-2']) ?? 'T-1',
      bmpDistribution: reading.oneOf('bmpDistribution', ['t', 'normal']) ?? 't',
      crossCorrelation: reading.oneOf('crossCorrelation', ['eventOverlap', 'estimationOverlap']) ?? 'eventOverlap',
    } as const,
    ...defined({
      permutations: reading.integer('permutations', MOST_DRAWS),
      bootstrap: reading.integer('bootstrap', MOST_DRAWS),
    }),
    seed: reading.integer('seed', { least: 0, most: 0xffff_ffff }) ?? 1,
    confidence: Number((percent / 100).toFixed(6)),
  };
}

function readOmission(reading: Reading): EventRequest['omitFromEstimation'] {
  if (!reading.flag('omit')) return undefined;
  const days: Days = reading.days('omitDays') ?? { from: 0, to: 0 };
  if (days.from < -60 || days.from > 0 || days.to < 0 || days.to > 60) {
    reading.refuse('omitDays', 'From day -60 to day 60 at most, with day 0 in it.');
  }
  return { ...defined({ kinds: reading.someOf('omitKinds', valuesIn(kinds)) }), ...days };
}

function readScreens(reading: Reading): EventRequest['screens'] {
  const policies = ['exclude', 'warn', 'ignore'] as const;
  return Object.fromEntries(
    screens.flatMap(([screen]) => {
      const policy = reading.oneOf(screenField(screen), policies) ?? 'exclude';
      return policy === 'exclude' ? [] : [[screen, policy]];
    }),
  );
}

function valuesIn<Value extends string>(named: readonly (readonly [Value, string])[]): readonly Value[] {
  return named.map(([value]) => value);
}

/** What a form would hold to ask the same; of a request as the API tells it. */
export function valuesOfEventRequest(request: EventRequest): Values {
  const { selection, estimation, event, windows, omitFromEstimation: omission, screens: policies, ...rest } = request;
  const { model, value, returns, benchmark, permutations, bootstrap, seed, minEstimationDays } = rest;
  return {
    ...valuesOfSelection(selection),
    ...textsOf({ model, value, returns, benchmark, permutations, bootstrap, seed, minEstimationDays }),
    ...textsOf({ factors: rest.factors?.join(','), tests: rest.tests?.join(','), ...rest.variants }),
    ...{ estimation: daysText(estimation), event: daysText(event), windows: windows.map(daysText).join(', ') },
    confidence: String(Number((rest.confidence * 100).toFixed(4))),
    ...(rest.tradeToTrade && { tradeToTrade: 'yes' }),
    ...(omission && { omit: 'yes', omitDays: daysText(omission), omitKinds: (omission.kinds ?? []).join(',') }),
    ...Object.fromEntries(Object.entries(policies).map(([screen, policy]) => [screenField(screen), policy])),
    ...valuesOfGroup(rest.groupBy),
    ...valuesOfRegression(rest.regression),
    ...textsOf({ known: rest.asOf }),
  };
}
