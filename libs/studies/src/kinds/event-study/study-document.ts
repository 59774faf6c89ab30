import type { EventResult } from '@streakline/event-study';
import type { StudyDocument } from '@streakline/study-report';
import type { StudyAnswer } from '../../computing/study-answer';
import type { FinishedStudy } from '../../jobs/study-kind';
import type { StudyRequest } from '../../request/study-request';
import type { EventRow } from './event-row';
import { selectionSentence } from './selection-sentence';

/** Curves of single events shown at most, and sentences on what was left out. */
const MOST_EVENTS = 500;
const MOST_NOTES = 40;

/** What a report on a study shows, from its result and its rows. */
export async function studyDocument(
  { id, request, position }: Pick<FinishedStudy<StudyRequest, object>, 'id' | 'request' | 'position'>,
  { study: result, groups }: Pick<StudyAnswer, 'study' | 'groups'>,
  rows: AsyncIterable<EventRow>,
): Promise<StudyDocument> {
  const events: EventResult[] = [];
  const told = new ToldSuspicions();
  const names = new Map<string, string>();
  let leftOut = 0;
  for await (const row of rows) {
    if (!row.used) leftOut += 1;
    else if (events.length < MOST_EVENTS) events.push(eventOf(row));
    names.set(row.instrumentId, row.instrument);
    told.add(row);
  }
  return {
    title: `Event study ${id}`,
    about: [
      selectionSentence(request.selection, (instrumentId) => names.get(instrumentId) ?? instrumentId),
      `${countOf(result.n, 'event is', 'events are')} used, ${countOf(leftOut, 'is', 'are')} left out.`,
      `It rests on position ${position} of the event store: nothing that was recorded later enters.`,
      ...(request.asOf === undefined
        ? []
        : [`It is asked as of ${request.asOf}: nothing that became public later enters.`]),
      ...(request.returns === 'log' ? ['Returns are logarithms, ln(1 + r).'] : []),
    ],
    value: request.value,
    confidence: request.confidence,
    studies: [{ result, events, ...(groups && { groups }) }],
    notes: told.notes(),
  };
}

function eventOf({ id, instrument, group, figures }: EventRow): EventResult {
  if (figures === null) throw new Error(`The event ${id} is used, and has no figures.`);
  return { id, firm: instrument, group, ...figures };
}

/** Counts by screen, and the first sentences of all. */
class ToldSuspicions {
  private readonly counts = new Map<string, number>();
  private readonly sentences: string[] = [];

  add({ instrument, day0, suspicions }: EventRow): void {
    for (const { screen, policy, windows, detail } of suspicions) {
      const leftOut = windows === null ? 'left out' : 'left out in part';
      const name = `${screen} (${policy === 'exclude' ? leftOut : 'warned of'})`;
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
      if (this.sentences.length < MOST_NOTES) this.sentences.push(`${instrument}, ${day0 ?? 'no day 0'}: ${detail}`);
    }
  }

  notes(): readonly string[] {
    if (this.counts.size === 0) return [];
    const total = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    const more = total - this.sentences.length;
    return [
      `Seen: ${[...this.counts].map(([name, count]) => `${name} ${count}`).join(', ')}.`,
      ...this.sentences,
      ...(more > 0 ? [`And ${more} more: the events of the study have all of them.`] : []),
    ];
  }
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
