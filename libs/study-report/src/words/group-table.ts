import type { GroupComparison, GroupReport } from '@streakline/event-study';
import type { StudiedValue } from '../document';
import { averageText, countText, NO_FIGURE, pValueText, statisticText, windowText } from './figures';

export const groupHeading = ['window', 'group', 'n', 'CAAR', 't (p)', 'interval', 'standardised t (p)'] as const;

/** Windows and groups a row: each group's CAAR, then the differences, by raw and by standardised returns. */
export function groupRows({ windows }: GroupReport, value: StudiedValue): readonly (readonly string[])[] {
  return windows.flatMap(({ abnormal, standardised, ...window }) => [
    ...meanRows(windowText(window), abnormal, standardised, value),
    ...differenceRows(windowText(window), abnormal, standardised, value),
  ]);
}

function meanRows(window: string, raw: GroupComparison, standardised: GroupComparison, value: StudiedValue) {
  return raw.means.map(({ group, n, mean, t, pValue, lower, upper }, index) => [
    ...[window, group, String(n), averageText(mean, value), tested(t, pValue), interval(lower, upper, value)],
    tested(standardised.means[index]?.t ?? null, standardised.means[index]?.pValue ?? null),
  ]);
}

function differenceRows(window: string, raw: GroupComparison, standardised: GroupComparison, value: StudiedValue) {
  return raw.differences.map(({ group, against, difference, t, pValue, lower, upper }, index) => {
    const beside = standardised.differences[index];
    const name = `${group} less ${against ?? 'the others'}`;
    return [
      ...[window, name, '', averageText(difference, value), tested(t, pValue), interval(lower, upper, value)],
      tested(beside?.t ?? null, beside?.pValue ?? null),
    ];
  });
}

/** What the rows do not say: how variances are estimated, who has no group, and whether all groups are alike. */
export function groupSentences(report: GroupReport): readonly string[] {
  const { variance, ungrouped, windows } = report;
  const how = variance === 'welch' ? "each group's own variance (Welch 1947)" : 'one variance for all groups (Student)';
  const equal = windows.flatMap(({ abnormal: { equalMeans }, ...window }) => {
    if (equalMeans === null || equalMeans.f === null) return [];
    const { f, df1, df2, pValue } = equalMeans;
    const degrees = `${String(df1)} and ${(df2 ?? 0).toFixed(1)}`;
    return [
      `That all groups have one CAAR over ${windowText(window)}: F ${f.toFixed(2)} at ${degrees}, p ${pValueText(pValue)}.`,
    ];
  });
  return [
    `Differences are tested with ${how}.`,
    ...(ungrouped === 0 ? [] : [`Without a group, and so not in this table: ${countText(ungrouped, 'event')}.`]),
    ...equal,
  ];
}

function tested(t: number | null, pValue: number | null): string {
  return t === null ? NO_FIGURE : `${statisticText(t)} (${pValueText(pValue)})`;
}

function interval(lower: number | null, upper: number | null, value: StudiedValue): string {
  return lower === null || upper === null ? NO_FIGURE : `${averageText(lower, value)} to ${averageText(upper, value)}`;
}
