import { studentQuantile } from '../distributions/quantiles';
import { twoSidedStudent } from '../distributions/student';
import { holm } from '../multiple/adjusted';
import type { Panel } from '../panel/panel';
import type { Stepwise } from '../study/progress';
import { momentsOf, type Moments } from '../tests/moments';
import { reactionsOf } from '../tests/reactions';
import { differenceOfMeans } from './difference-of-means';
import { equalMeans } from './equal-means';
import type {
  GroupComparison,
  GroupDifference,
  GroupedFigures,
  GroupMean,
  GroupOptions,
  GroupReport,
} from './group-report';

/** Places in the panel of a group's events, and of all events of the other groups where there are more than two. */
interface Group {
  readonly name: string;
  readonly members: Int32Array;
  readonly others: Int32Array;
}

/**
 * AAR and CAAR by group, and the test of their difference, for every day and window of a panel: raw by Welch's t, and
 * standardised as in BMP. Of two groups the one difference; of more, each against all the others with Holm's p-values,
 * and the test that all are equal. Events whose group is null take no part and are counted.
 */
export function* compareGroups(panel: Panel, options: GroupOptions = {}): Stepwise<GroupReport> {
  const chosen: Required<GroupOptions> = { variance: 'welch', confidence: 0.95, ...options };
  const groups = groupsOf(panel);
  const { points, n, raw, standardised } = yield* reactionsOf(panel);
  const figures: GroupedFigures[] = [];
  for (let point = 0; point < points; point++) {
    figures.push({
      abnormal: comparison(groups, raw.subarray(point * n, (point + 1) * n), chosen),
      standardised: comparison(groups, standardised.subarray(point * n, (point + 1) * n), chosen),
    });
    yield { phase: 'groups', done: point + 1, total: points };
  }
  return {
    ...chosen,
    groups: groups.map(({ name, members }) => ({ name, events: members.length })),
    ungrouped: panel.events.filter(({ group }) => group === null).length,
    days: figures.slice(0, panel.eventDays).map((one, at) => ({ day: panel.event.from + at, ...one })),
    windows: panel.windows.map(({ from, to }, at) => ({ from, to, ...figures[panel.eventDays + at]! })),
  };
}

function groupsOf({ events }: Panel): readonly Group[] {
  const members = new Map<string, number[]>();
  events.forEach(({ group }, place) => {
    if (group === null) return;
    const places = members.get(group);
    if (places) places.push(place);
    else members.set(group, [place]);
  });
  const names = [...members.keys()].sort();
  // The one group that stands against another needs no list of all the others.
  const needed = names.length > 2 ? names : [];
  return names.map((name) => ({
    ...{ name, members: Int32Array.from(members.get(name) ?? []) },
    others: Int32Array.from(needed.flatMap((other) => (other === name ? [] : (members.get(other) ?? [])))),
  }));
}

function comparison(
  groups: readonly Group[],
  values: Float64Array,
  { variance, confidence }: Required<GroupOptions>,
): GroupComparison {
  const all = groups.map(({ name, members, others }) => ({
    ...{ name, moments: momentsAt(values, members) },
    rest: groups.length > 2 ? momentsAt(values, others) : null,
  }));
  const means = all.map(({ name, moments }) => meanOf(name, moments, confidence));
  const [first, second] = all;
  if (!first || !second) return { means, differences: [], equalMeans: null };
  if (all.length === 2) {
    const judged = differenceOfMeans(first.moments, second.moments, variance, confidence);
    return {
      means,
      differences: [{ group: first.name, against: second.name, ...judged, holm: judged.pValue }],
      equalMeans: null,
    };
  }
  const differences = all.map(({ name, moments, rest }) => ({
    ...{ group: name, against: null, ...differenceOfMeans(moments, rest ?? moments, variance, confidence), holm: null },
  }));
  return { means, differences: adjusted(differences), equalMeans: equalMeans(all, variance) };
}

function meanOf(group: string, { count, mean, sd }: Moments, confidence: number): GroupMean {
  const nothing = { t: null, pValue: null, lower: null, upper: null };
  if (count === 0) return { group, n: 0, mean: null, standardDeviation: null, ...nothing };
  if (count === 1) return { group, n: 1, mean, standardDeviation: null, ...nothing };
  if (sd === 0) return { group, n: count, mean, standardDeviation: 0, ...nothing };
  const error = sd / Math.sqrt(count);
  const reach = studentQuantile((1 + confidence) / 2, count - 1) * error;
  const t = mean / error;
  const pValue = twoSidedStudent(t, count - 1);
  return { group, n: count, mean, standardDeviation: sd, t, pValue, lower: mean - reach, upper: mean + reach };
}

/** Holm's p-values over the differences that have one. */
function adjusted(differences: readonly GroupDifference[]): readonly GroupDifference[] {
  const pValues = holm(differences.flatMap(({ pValue }) => (pValue === null ? [] : [pValue])));
  let next = 0;
  return differences.map((one) => (one.pValue === null ? one : { ...one, holm: pValues[next++]! }));
}

function momentsAt(values: Float64Array, places: Int32Array): Moments {
  const numbers = new Float64Array(places.length);
  let count = 0;
  for (const place of places) {
    const value = values[place]!;
    if (!Number.isNaN(value)) numbers[count++] = value;
  }
  return momentsOf(numbers.subarray(0, count));
}
