import type { DeadLetter } from '@streakline/event-log';
import type { RecordedEvent } from '@streakline/events';
import type { ParkedKey } from '@streakline/projections';
import { type Entry, summaryOf } from '../entries/entry';
import { textOf } from '../entries/shown-entry';
import type { DeadLetterDetail, DeadLetterSummary } from './dead-letters.answers';

/** As lists show it over HTTP. `whyNotRetried`: null where it can be retried as it is. */
export function summaryAnswer(entry: Entry, whyNotRetried: string | null): DeadLetterSummary {
  return {
    ...{ ...summaryOf(entry), kind: entry.kind },
    position: entry.kind === 'parked' ? entry.parked.position : null,
    canRetry: whyNotRetried === null,
    canClose: entry.kind === 'record',
  };
}

export function detailOfLetter(
  letter: DeadLetter,
  value: Buffer | null,
  whyNotRetried: string | null,
): DeadLetterDetail {
  const { origin, problem, headers, leftOut } = letter;
  const text = value === null ? null : textOf(value);
  return {
    ...summaryAnswer({ kind: 'record', letter }, whyNotRetried),
    ...{ whyNotRetried, origin, headers, leftOut, version: null, event: null },
    problem: { ...problem },
    value: text,
    valueBase64: value === null || text !== null ? null : value.toString('base64'),
  };
}

export function detailOfParked(parked: ParkedKey, event: RecordedEvent | undefined): DeadLetterDetail {
  return {
    ...summaryAnswer({ kind: 'parked', parked }, null),
    ...{ whyNotRetried: null, origin: null, problem: null, headers: null, leftOut: null, valueBase64: null },
    version: parked.version,
    value: event === undefined ? null : JSON.stringify(event.data),
    event: event === undefined ? null : headOf(event),
  };
}

function headOf({ id, type, position, knownAt }: RecordedEvent): NonNullable<DeadLetterDetail['event']> {
  return { id, type, position, knownAt: new Date(knownAt).toISOString() };
}
