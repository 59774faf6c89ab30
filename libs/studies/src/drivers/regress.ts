import {
  type Clustering,
  clusteredRegression,
  type NoRegression,
  type Panel,
  type Regression,
  type WindowDays,
} from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';
import type { EventTraits } from '../selection/event-traits';
import { type RegressorColumns, regressorsOf } from './regressors-of';

/** CARs of one window explained by measures and traits. */
export interface StudyRegression extends WindowDays {
  /** Events without a CAR in the window, or that lack one of the traits. */
  readonly leftOut: number;
  /** How many lack a trait, by its name. */
  readonly lacking: Readonly<Record<string, number>>;
  /** How many of those because several figures of theirs fit, by its name: saying basis or period tells which is meant. */
  readonly ambiguous: Readonly<Record<string, number>>;
  readonly regression: Regression | NoRegression;
}

export type RegressionRequest = NonNullable<StudyRequest['regression']>;

/** `traits` by the id of the event. */
export function regress(
  panel: Panel,
  traits: ReadonlyMap<string, EventTraits>,
  { window, on, cluster }: RegressionRequest,
  confidence: number,
): StudyRegression {
  const place = panel.windows.findIndex(({ from, to }) => from === window.from && to === window.to);
  const withCar = panel.events.flatMap(({ id }, i): { readonly car: number; readonly traits: EventTraits }[] => {
    const [car, own] = [panel.cumulative[i * panel.windows.length + place], traits.get(id)];
    return car === undefined || Number.isNaN(car) || own === undefined ? [] : [{ car, traits: own }];
  });
  const regressors = regressorsOf(
    withCar.map((one) => one.traits),
    on,
  );
  const used = regressors.rows.map((row) => withCar[row]!);
  return {
    ...{ from: window.from, to: window.to, leftOut: panel.n - used.length },
    ...{ lacking: regressors.lacking, ambiguous: regressors.ambiguous },
    regression: fitted(
      used.map(({ car }) => car),
      regressors.columns,
      cluster.map((name) => clusteringOf(name, used)),
      confidence,
    ),
  };
}

/** A column for each of hundreds of names would hold a server up for minutes, and explain nothing. */
const MOST_COLUMNS = 50;

function fitted(
  cars: readonly number[],
  regressors: RegressorColumns['columns'],
  clusterings: readonly Clustering[],
  confidence: number,
): Regression | NoRegression {
  if (cars.length === 0)
    return none('tooFewObservations', 'No event has a CAR in the window and all traits asked for.');
  if (regressors.length > MOST_COLUMNS) {
    const reason = `The traits have ${regressors.length} names to tell apart; a regression takes ${MOST_COLUMNS} columns at most. Leave one out, or select fewer.`;
    return none('dependentRegressor', reason);
  }
  return clusteredRegression({ y: Float64Array.from(cars), regressors, clusterings, confidence });
}

function none(code: NoRegression['code'], reason: string): NoRegression {
  return { outcome: 'none', code, reason };
}

function clusteringOf(
  name: RegressionRequest['cluster'][number],
  used: readonly { readonly traits: EventTraits }[],
): Clustering {
  return {
    name,
    labels: used.map(({ traits }) => (name === 'instrument' ? traits.instrumentId : (traits.day0 ?? ''))),
  };
}
