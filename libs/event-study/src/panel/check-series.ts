import { StudyError } from '../study-error';
import type { StudyEvent } from './panel';

/** Throws StudyError unless the event's series has the factors asked for, a row a day in each, and spans that are some. */
export function checkSeries(event: StudyEvent, needed: number, factors: number): void {
  const { series } = event;
  const who = `The series of ${event.firm} (event ${event.id})`;
  const rows = series.returns.length;
  const columns = [series.days, ...series.factors, ...(series.spans === undefined ? [] : [series.spans])];
  if (columns.some(({ length }) => length !== rows)) {
    throw new StudyError(
      'unequalLengths',
      `${who} has ${rows} returns beside ${columns.map(({ length }) => length).join(', ')} days, factors and spans: give one row a day in each.`,
    );
  }
  if (series.factors.length < needed) {
    throw new StudyError('missingFactor', `${who} has no market, which this model needs.`);
  }
  if (series.factors.length !== factors) {
    throw new StudyError(
      'unequalFactors',
      `${who} has ${series.factors.length} factors, the first event's has ${factors}: give every event the same.`,
    );
  }
  if (series.spans?.every((span) => span >= 1) === false) {
    throw new StudyError(
      'invalidSpans',
      `${who} has a return that covers no session: a span is the number of sessions from trade to trade, at least 1.`,
    );
  }
  for (const column of [series.returns, ...series.factors]) checkFinite(event, column);
}

/** NaN is "none"; an infinite number would pass for a return and make NaN of all that it touches. */
function checkFinite({ id, firm }: StudyEvent, column: Float64Array): void {
  for (let row = 0; row < column.length; row++) {
    const size = Math.abs(column[row]!);
    if (size !== Infinity) continue;
    throw new StudyError(
      'infiniteValue',
      `Row ${row} of ${firm} (event ${id}) or of a factor beside it is ${column[row]!}: put NaN where there is no return.`,
    );
  }
}
